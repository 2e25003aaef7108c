import { expect, test } from 'vitest';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { SlotKind } from '../../../shared/domain/slot.ts';
import { checkSlots } from '../../../shared/rules/slots.ts';
import { sampleDatacenter } from './sample-datacenter.ts';
import { capacities, SampleView, type Capacity } from './testing/sample-view.ts';

const view = new SampleView(sampleDatacenter());
const all = capacities(view);

function loadOf({ totals, allocated }: Capacity): number {
  return Math.max(...RESOURCE_KEYS.map((key) => (totals[key] > 0 ? allocated[key] / totals[key] : 0)));
}

function isOverbooked({ totals, allocated }: Capacity): boolean {
  return RESOURCE_KEYS.some((key) => allocated[key] > totals[key]);
}

test('exactly two computes carry more than they have, each with a reason', () => {
  const overbooked = all.filter(isOverbooked);
  expect(overbooked.map(({ name }) => name)).toEqual(['fra1-hv-03', 'ams1-db-02']);
  const reasoned = view.all('assignment').filter(({ overrideReason }) => overrideReason !== null);
  expect(reasoned.map(({ computeId }) => computeId).toSorted()).toEqual(overbooked.map(({ id }) => id).toSorted());
});

test('use runs from idle to about 95 %', () => {
  const loads = all.filter((capacity) => !isOverbooked(capacity)).map(loadOf);
  expect(Math.max(...loads)).toBeLessThanOrEqual(0.96);
  for (const [from, to] of [
    [0, 0.01],
    [0.2, 0.4],
    [0.4, 0.6],
    [0.6, 0.8],
    [0.8, 0.9],
    [0.9, 0.96],
  ] as const) {
    expect(loads.filter((load) => load >= from && load <= to).length).toBeGreaterThanOrEqual(5);
  }
});

test('only active computes carry services', () => {
  const carrying = new Set(view.all('assignment').map(({ computeId }) => view.one('compute', computeId).state));
  expect([...carrying]).toEqual(['active']);
});

test('every allocation lies between the minimum and the maximum of its service', () => {
  const outside = view.all('assignment').filter(({ serviceId, allocated }) => {
    const { minSpec, maxSpec } = view.one('service', serviceId);
    return RESOURCE_KEYS.some((key) => {
      const given = allocated[key] ?? 0;
      return given < (minSpec[key] ?? 0) || given > (maxSpec[key] ?? minSpec[key] ?? 0);
    });
  });
  expect(outside).toEqual([]);
});

test('the only findings are two failed disks, which their arrays survive', () => {
  const findings = all.flatMap(({ name, totals }) => totals.findings.map(({ code }) => `${name} ${code}`));
  expect(findings.toSorted()).toEqual(['ams1-stor-01 RAID_DEGRADED', 'fra1-db-09 RAID_DEGRADED']);
  expect(view.all('componentAssignment').filter(({ failed }) => failed)).toHaveLength(2);
});

test('totals of some builds, added up by hand', () => {
  const of = (name: string) => all.find((capacity) => capacity.name === name)?.totals;
  // 2 × 32 cores; 16 × 64 GB; RAID 1 of 960 + RAID 10 of 8 × 3,840 = 960 + 15,360.
  expect(of('fra1-db-01')).toMatchObject({ cores: 64, memory: 16 * 64 * 1024, nvme: 16_320, gpu: 0 });
  // 2 × 56 cores; 16 × 128 GB; 8 × 80 GB of GPU memory; RAID 1 of 960 + RAID 10 of 4 × 7,680 = 960 + 15,360.
  expect(of('fra1-gpu-01')).toMatchObject({ cores: 112, memory: 2_097_152, vram: 655_360, nvme: 16_320, gpu: 8 });
  // RAID 1 of 960 + RAID 6 of 24 × 18,000 = 960 + 22 × 18,000, hot spares not counted.
  expect(of('fra1-stor-01')).toMatchObject({ cores: 32, memory: 8 * 32 * 1024, nvme: 396_960 });
  // RAID 1 of 480 + RAID 5 of 3 × 1,920 = 480 + 2 × 1,920.
  expect(of('fra1-app-01')).toMatchObject({ cores: 64, memory: 8 * 64 * 1024, nvme: 4320 });
});

const KINDS: readonly (readonly [prefix: string, kind: SlotKind])[] = [
  ['CPU', 'cpu'],
  ['DIMM', 'dimm'],
  ['Bay', 'bay'],
  ['M2', 'm2'],
  ['PCIe', 'pcie'],
  ['OCP', 'ocp'],
  ['PSU', 'psu'],
];

test('every part is in a free slot of its device type that takes it', () => {
  const fitted = Map.groupBy(view.all('componentAssignment'), ({ computeId }) => computeId);
  const problems = view.all('compute').flatMap((compute) => {
    if (compute.deviceTypeId === null) return [];
    const bays = view.one('deviceType', compute.deviceTypeId).templates['module-bays'] ?? [];
    const slots = bays.map(({ name }) => {
      return { name, kind: KINDS.find(([prefix]) => name.startsWith(prefix))?.[1] ?? ('other' as const) };
    });
    const parts = (fitted.get(compute.id) ?? []).map(({ id, componentId, quantity, slot }) => {
      const { model, type } = view.one('component', componentId);
      return { id, name: `${compute.name} ${model}`, componentType: type, quantity, slot };
    });
    return checkSlots(slots, parts).problems.map(({ message }) => message);
  });
  expect(problems).toEqual([]);
});
