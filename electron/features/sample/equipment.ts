import type { equipment } from '../../../shared/domain/equipment.ts';
import type { DraftOf } from '../../../shared/domain/noun.ts';
import { EQUIPMENT_TYPES, type EquipmentTypeName } from './equipment-types.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';
import { seededNumbers, serialNumber } from './seeded-numbers.ts';
import type { DeviceTypeDraft } from './server-types.ts';
import { rackPlan } from './sites.ts';

type EquipmentKind = DraftOf<typeof equipment>['type'];

interface Fixture {
  /** Key of the row; also its name unless the row has none. */
  readonly key: string;
  readonly named: boolean;
  readonly model: EquipmentTypeName;
  readonly kind: EquipmentKind;
  readonly rack: string;
  /** Unit counted from the floor, 1 is the lowest; halves allowed. */
  readonly unit?: number;
  readonly face?: 'front' | 'rear';
  readonly side?: 'left' | 'right';
  readonly state?: 'planned' | 'failed';
}

const TOP_SWITCH_RACKS = [
  'A01',
  'A02',
  'A03',
  'A04',
  'B01',
  'B02',
  'B03',
  'B04',
  'B05',
  'C01',
  'C02',
  'D01',
  'D02',
  'D03',
  'D04',
  'E01',
  'E02',
];
const PDU_RACKS = ['A01', 'A02', 'B01', 'C01', 'D01'];

function topSwitch(rack: string): Fixture {
  const plan = rackPlan(rack);
  const key = `${plan.hall.site}-sw-${rack.toLowerCase()}`;
  return { key, named: true, model: 'tor', kind: 'switch', rack, unit: plan.heightU };
}

function pduPair(rack: string): Fixture[] {
  const { site } = rackPlan(rack).hall;
  return (['left', 'right'] as const).map((side) => {
    const feed = side === 'left' ? 'a' : 'b';
    return { key: `${site}-pdu-${rack.toLowerCase()}-${feed}`, named: true, model: 'pdu', kind: 'pdu', rack, side };
  });
}

function unnamed(model: 'cables' | 'blank', rack: string, unit: number): Fixture {
  const kind = model === 'cables' ? 'cable-manager' : 'blank';
  return { key: `${kind} ${rack} ${unit}`, named: false, model, kind, rack, unit };
}

function device(key: string, model: EquipmentTypeName, kind: EquipmentKind, rack: string, unit: number): Fixture {
  return { key, named: true, model, kind, rack, unit };
}

const FIXTURES: readonly Fixture[] = [
  ...TOP_SWITCH_RACKS.map(topSwitch),
  { ...device('fra1-sw-a01-2', 'tor', 'switch', 'A01', 46), state: 'planned' },
  ...PDU_RACKS.flatMap(pduPair),
  device('fra1-core-01', 'core', 'switch', 'A05', 40),
  device('fra1-core-02', 'core', 'switch', 'A05', 41.5),
  device('fra1-rtr-01', 'router', 'router', 'A05', 44),
  device('fra1-rtr-02', 'router', 'router', 'A05', 45),
  device('ams1-rtr-01', 'router', 'router', 'D04', 44),
  device('fra1-fw-01', 'firewall', 'firewall', 'A05', 36),
  device('fra1-fw-02', 'firewall', 'firewall', 'A05', 38),
  device('ams1-fw-01', 'firewall', 'firewall', 'D04', 40),
  { ...device('ams1-fw-02', 'firewall', 'firewall', 'D04', 42), state: 'failed' },
  device('fra1-lb-01', 'balancer', 'load-balancer', 'A05', 33),
  device('fra1-lb-02', 'balancer', 'load-balancer', 'A05', 34),
  device('ams1-lb-01', 'balancer', 'load-balancer', 'D04', 38),
  { ...device('fra1-con-01', 'console', 'console-server', 'A01', 45), face: 'rear' },
  { ...device('fra1-con-02', 'console', 'console-server', 'A05', 46), face: 'rear' },
  { ...device('ams1-con-01', 'console', 'console-server', 'D04', 46), face: 'rear' },
  device('fra1-patch-a01', 'patch', 'patch-panel', 'A01', 45),
  device('fra1-patch-a02', 'patch', 'patch-panel', 'A02', 46),
  device('fra1-fibre-a05', 'fibre', 'patch-panel', 'A05', 47),
  device('fra1-patch-c01', 'patch', 'patch-panel', 'C01', 41),
  device('ams1-patch-e01', 'patch', 'patch-panel', 'E01', 41),
  unnamed('cables', 'A01', 44),
  unnamed('cables', 'A05', 46),
  unnamed('cables', 'C01', 40),
  unnamed('blank', 'B05', 40),
  unnamed('blank', 'B05', 38.5),
  unnamed('blank', 'A01', 43),
  device('fra1-chassis-01', 'chassis', 'chassis', 'B04', 1),
  device('fra1-chassis-02', 'chassis', 'chassis', 'B04', 11),
  device('fra1-ups-01', 'ups', 'ups', 'C06', 1),
  device('fra1-ups-02', 'ups', 'ups', 'C06', 3),
  device('fra1-ups-03', 'ups', 'ups', 'C06', 5),
  device('fra1-shelf-01', 'shelf', 'storage-shelf', 'C06', 10),
];

const UNPOWERED = new Set<EquipmentTypeName>(['patch', 'fibre', 'cables', 'blank']);

export function equipmentRows(): SampleRow[] {
  const numbers = seededNumbers(60);
  return FIXTURES.map(({ key, named, model, kind, rack, state }) =>
    sampleRow(
      'equipment',
      key,
      {
        name: named ? key : null,
        type: kind,
        ...(state ? { state } : {}),
        role: kind === 'switch' && model === 'core' ? 'core' : null,
        owner: kind === 'chassis' || kind === 'storage-shelf' ? 'Infrastructure' : 'Network',
        deviceTypeId: keyOf('deviceType', model),
        ...(UNPOWERED.has(model)
          ? {}
          : { serial: serialNumber(numbers, 11), assetTag: `RW-${10_000 + numbers.below(90_000)}` }),
        notes: key === 'ams1-fw-02' ? 'Fan tray failed on 2026-11-02; replacement is on its way.' : null,
      },
      { zone: rackPlan(rack).hall.zone },
    ),
  );
}

function placementOf({ key, model, rack, unit, face, side }: Fixture): SampleRow {
  const type: DeviceTypeDraft = EQUIPMENT_TYPES[model];
  const { heightHalfU } = EQUIPMENT_TYPES[model];
  const shared = { objectId: keyOf('equipment', key), rackId: keyOf('rack', rack), heightHalfU };
  if (side) return sampleRow('placement', key, { ...shared, face: 'rear', side });
  const positionHalfU = ((unit ?? 1) - 1) * 2;
  return sampleRow('placement', key, {
    ...shared,
    positionHalfU,
    face: face ?? (type.fullDepth === false ? 'front' : 'both'),
  });
}

export function equipmentPlacements(): SampleRow[] {
  return FIXTURES.map(placementOf);
}
