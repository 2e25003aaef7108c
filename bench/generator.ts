import { keyOf, type GeneratedRow } from '../electron/features/sample/sample-row.ts';
import { seededNumbers, serialNumber, type SeededNumbers } from '../electron/features/sample/seeded-numbers.ts';
import {
  allocationOf,
  BUILD_ORDER,
  componentKey,
  deviceTypeKey,
  fleetCatalogue,
  SERVICE_COUNT,
  serviceKey,
  VARIANTS,
} from './generator-catalogue.ts';

export interface FleetOptions {
  readonly computes: number;
  /** Per compute. */
  readonly componentAssignments: number;
  /** Per compute, at most 60. */
  readonly serviceAssignments: number;
  readonly seed: number;
}

export const COMPUTES_PER_RACK = 40;
const RACKS_PER_ROOM = 100;
const ROOMS_PER_SITE = 5;

const ENVIRONMENTS = ['prod', 'prod', 'staging', 'dev'] as const;
const ZONES = ['a', 'b', 'c'] as const;
const ROLES = ['web', 'database', 'cache', 'kubernetes', 'batch'] as const;
const OWNERS = ['Web Platform', 'Data Services', 'Search', 'Infrastructure'] as const;
const PARTS_PER_TYPE = { cpu: 2, ram: 16, storage: 4, nic: 1 } as const;

function padded(number: number, digits: number): string {
  return String(number + 1).padStart(digits, '0');
}

/** The rack and, where it is the first one in them, its room and site. */
function rackRows(rack: number): GeneratedRow[] {
  const room = Math.floor(rack / RACKS_PER_ROOM);
  const site = Math.floor(room / ROOMS_PER_SITE);
  const [siteName, roomName] = [`site-${padded(site, 2)}`, `hall-${padded(room, 3)}`];
  const rows: GeneratedRow[] = [];
  if (rack % (RACKS_PER_ROOM * ROOMS_PER_SITE) === 0) {
    rows.push({ noun: 'site', key: keyOf('site', siteName), record: { name: siteName, region: `region-${site % 4}` } });
  }
  if (rack % RACKS_PER_ROOM === 0) {
    const record = { name: roomName, siteId: keyOf('site', siteName) };
    rows.push({ noun: 'room', key: keyOf('room', roomName), record });
  }
  const name = `rack-${padded(rack, 5)}`;
  rows.push({ noun: 'rack', key: keyOf('rack', name), record: { name, roomId: keyOf('room', roomName), heightU: 42 } });
  return rows;
}

function computeRow(name: string, index: number, numbers: SeededNumbers): GeneratedRow {
  const role = numbers.pick(ROLES);
  return {
    noun: 'compute',
    key: keyOf('compute', name),
    record: {
      name,
      state: numbers.below(20) === 0 ? 'maintenance' : 'active',
      provider: 'Bench',
      region: `region-${index % 4}`,
      role,
      owner: numbers.pick(OWNERS),
      deviceTypeId: deviceTypeKey(index),
      serial: serialNumber(numbers, 10),
      assetTag: `BN-${padded(index, 6)}`,
    },
    tags: { env: numbers.pick(ENVIRONMENTS), zone: numbers.pick(ZONES), [`role-${role}`]: 'true' },
  };
}

function placementRow(name: string, rack: number, index: number): GeneratedRow {
  return {
    noun: 'placement',
    record: {
      objectId: keyOf('compute', name),
      rackId: keyOf('rack', `rack-${padded(rack, 5)}`),
      positionHalfU: (index % COMPUTES_PER_RACK) * 2,
    },
  };
}

function fittedRow(name: string, position: number, numbers: SeededNumbers): GeneratedRow {
  const type = BUILD_ORDER[position % BUILD_ORDER.length] ?? 'cpu';
  return {
    noun: 'componentAssignment',
    record: {
      computeId: keyOf('compute', name),
      componentId: componentKey(type, numbers.below(VARIANTS)),
      quantity: PARTS_PER_TYPE[type],
    },
  };
}

function bookedRow(name: string, service: number, numbers: SeededNumbers): GeneratedRow {
  return {
    noun: 'assignment',
    record: {
      serviceId: serviceKey(service),
      computeId: keyOf('compute', name),
      quantity: 1 + numbers.below(2),
      allocated: allocationOf(service),
    },
  };
}

/**
 * A fleet of any size for benches, the same rows for the same options. Lazy: first the catalogue (5 device types, 20
 * components, 60 services), then one batch per rack of 40 computes, parents before the rows that refer to them.
 */
export function* generateFleet(options: FleetOptions): Generator<GeneratedRow[], void, void> {
  const { computes, componentAssignments, serviceAssignments, seed } = options;
  if (serviceAssignments > SERVICE_COUNT) {
    throw new RangeError(`serviceAssignments is ${serviceAssignments}; allowed is at most ${SERVICE_COUNT}.`);
  }
  const numbers = seededNumbers(seed);
  yield fleetCatalogue();
  for (let first = 0; first < computes; first += COMPUTES_PER_RACK) {
    const rack = first / COMPUTES_PER_RACK;
    const batch = rackRows(rack);
    for (let index = first; index < Math.min(first + COMPUTES_PER_RACK, computes); index++) {
      const name = `node-${padded(index, 6)}`;
      batch.push(computeRow(name, index, numbers), placementRow(name, rack, index));
      for (let part = 0; part < componentAssignments; part++) batch.push(fittedRow(name, part, numbers));
      const firstService = numbers.below(SERVICE_COUNT);
      for (let step = 0; step < serviceAssignments; step++) {
        batch.push(bookedRow(name, (firstService + step) % SERVICE_COUNT, numbers));
      }
    }
    yield batch;
  }
}
