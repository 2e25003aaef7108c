import { BUILDS, type BuildLine, type BuildName } from './builds.ts';
import { BARE_METAL_GROUPS, type BareMetalGroup } from './bare-metal-groups.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';
import { seededNumbers, serialNumber, type SeededNumbers } from './seeded-numbers.ts';
import { SERVER_TYPES, type DeviceTypeDraft } from './server-types.ts';
import { rackPlan, type RackPlan } from './sites.ts';

export interface BareMetal {
  readonly name: string;
  readonly group: BareMetalGroup;
  /** Its number in the group, from 0. */
  readonly index: number;
  readonly rack: RackPlan;
  readonly build: readonly BuildLine[];
  readonly row: SampleRow;
}

const MAINTENANCE = new Map([
  ['fra1-web-07', 'Firmware update, back on 2026-11-24.'],
  ['fra1-app-11', 'Memory errors on DIMM A3; replacement ordered.'],
  ['fra1-db-09', 'Data array degraded: drained until the disk in Bay 5 is swapped.'],
  ['fra1-db-15', 'Card-data zone: audit hold until 2026-12-15.'],
  ['fra1-db-16', 'Card-data zone: audit hold until 2026-12-15.'],
  ['fra1-k8s-21', 'Kernel regression under test.'],
  ['fra1-hv-12', 'Evacuated for a CPU swap.'],
  ['ams1-web-03', 'Firmware update, back on 2026-11-24.'],
  ['ams1-k8s-30', 'No network since the cable work of 2026-11-18.'],
]);

const INACTIVE = new Set(['fra1-bl-21', 'fra1-bl-22', 'fra1-lab-04', 'fra1-oob-04', 'ams1-app-12']);

/** Tags beyond those of the group. */
const EXTRA_TAGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'fra1-db-15': { 'pci-zone': 'cardholder' },
  'fra1-db-16': { 'pci-zone': 'cardholder' },
};

const LEASED_PER_YEAR: Readonly<Partial<Record<BuildName, string>>> = {
  h100: '74800.00',
  l40s: '31200.00',
  l4: '11400.00',
  hypervisor: '6900.00',
  storage: '5200.00',
};

function billing(group: BareMetalGroup): Record<string, string> {
  const annualCost = LEASED_PER_YEAR[group.build];
  if (!annualCost) return {};
  const [year = '', ...monthAndDay] = group.installedAt.split('-');
  const contractEnd = [String(Number(year) + 3), ...monthAndDay].join('-');
  const renewalDate = contractEnd.replace(/-\d\d$/, '-01');
  return { annualCost, currency: 'EUR', contractEnd, renewalDate };
}

function stateOf(name: string): 'active' | 'inactive' | 'maintenance' {
  if (MAINTENANCE.has(name)) return 'maintenance';
  return INACTIVE.has(name) ? 'inactive' : 'active';
}

function computeRow(group: BareMetalGroup, name: string, rack: RackPlan, numbers: SeededNumbers): SampleRow {
  const { hall } = rack;
  return sampleRow(
    'compute',
    name,
    {
      name,
      type: 'baremetal',
      state: stateOf(name),
      provider: hall.provider,
      region: hall.region,
      role: group.role,
      owner: group.owner,
      deviceTypeId: keyOf('deviceType', group.serverType),
      serial: serialNumber(numbers, 7),
      assetTag: `RW-${100_000 + numbers.below(900_000)}`,
      notes: MAINTENANCE.get(name) ?? null,
      ...billing(group),
    },
    { env: group.env, zone: hall.zone, [`role-${group.role}`]: 'true', ...group.tags, ...EXTRA_TAGS[name] },
  );
}

function membersOf(group: BareMetalGroup, numbers: SeededNumbers): BareMetal[] {
  const rack = rackPlan(group.rack);
  return Array.from({ length: group.count }, (_, index) => {
    const name = `${group.prefix}-${String(group.from + index).padStart(2, '0')}`;
    const row = computeRow(group, name, rack, numbers);
    return { name, group, index, rack, build: BUILDS[group.build], row };
  });
}

export function bareMetal(): BareMetal[] {
  const numbers = seededNumbers(24);
  return BARE_METAL_GROUPS.flatMap((group) => membersOf(group, numbers));
}

function rackPlacement({ name, group, index, rack }: BareMetal): SampleRow {
  const { abreast = 1, gapHalfU = 0, fromHalfU } = group;
  const model: DeviceTypeDraft = SERVER_TYPES[group.serverType];
  const heightHalfU = model.heightHalfU ?? 2;
  return sampleRow('placement', name, {
    objectId: keyOf('compute', name),
    rackId: keyOf('rack', rack.name),
    positionHalfU: fromHalfU + Math.floor(index / abreast) * (heightHalfU + gapHalfU),
    heightHalfU,
    face: model.fullDepth === false ? 'front' : 'both',
    widthParts: abreast,
    widthOffset: index % abreast,
  });
}

function bayPlacement({ name, index }: BareMetal, chassis: string): SampleRow {
  return sampleRow('placement', name, {
    objectId: keyOf('compute', name),
    heightHalfU: 0,
    parentId: keyOf('equipment', chassis),
    bay: `Device Bay ${index + 1}`,
  });
}

export function bareMetalPlacements(computes: readonly BareMetal[]): SampleRow[] {
  return computes.map((compute) =>
    compute.group.chassis ? bayPlacement(compute, compute.group.chassis) : rackPlacement(compute),
  );
}
