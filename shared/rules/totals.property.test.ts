import fc from 'fast-check';
import { expect, test } from 'vitest';
import { componentContribution } from './contribution.ts';
import { computeTotals, TotalsAccumulator, type TotalsAssignment } from './totals.ts';

const gigabytes = fc.integer({ min: 1, max: 8_000_000 }).map((megabytes) => megabytes / 1000);
const specs = fc.record(
  {
    cores: fc.nat({ max: 128 }),
    threads: fc.nat({ max: 256 }),
    capacity_gb: gigabytes,
    vram_gb: gigabytes,
    speed_gbps: fc.constantFrom(0.1, 1, 2.5, 25),
    watts: fc.nat({ max: 2000 }),
    type: fc.constantFrom('hdd', 'ssd', 'nvme'),
  },
  { requiredKeys: [] },
);

const assignment: fc.Arbitrary<TotalsAssignment> = fc.record(
  {
    componentType: fc.constantFrom('cpu', 'ram', 'gpu', 'storage', 'storage', 'nvme', 'nic', 'psu', 'os', 'other'),
    specs,
    quantity: fc.integer({ min: -1, max: 8 }),
    raidLevel: fc.constantFrom('raid0', 'raid1', '5', 'RAID 6', 'raid10', 'jbod', 'raid50', 'raidz', 'none', null),
    raidGroup: fc.constantFrom('a', 'A', 'b', null),
    raidImplementation: fc.constantFrom('md' as const, 'controller' as const, null),
    raidNominalMembers: fc.nat({ max: 9 }),
    hotSpare: fc.boolean(),
    failed: fc.boolean(),
    weightGrams: fc.nat({ max: 5000 }),
  },
  { requiredKeys: ['componentType', 'specs', 'quantity'] },
);

const fleet = fc.array(assignment, { maxLength: 12 });

test('the order of the assignments never changes totals or findings', () => {
  fc.assert(
    fc.property(
      fleet.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
      ([list, shuffled]) => {
        expect(computeTotals({ assignments: shuffled, coresCount: 'cores' })).toEqual(
          computeTotals({ assignments: list, coresCount: 'cores' }),
        );
      },
    ),
  );
});

test('storage never exceeds the sum of the disks, and no total is negative or fractional', () => {
  fc.assert(
    fc.property(fleet, (list) => {
      const { cores, memory, vram, nvme, gpu } = computeTotals({ assignments: list, coresCount: 'threads' });
      const raw = list.reduce(
        (sum, item) => sum + Math.max(0, item.quantity) * Number(item.specs['capacity_gb'] ?? 0),
        0,
      );
      expect(nvme).toBeLessThanOrEqual(raw + 1e-6);
      for (const total of [cores, memory, vram, nvme, gpu]) {
        expect(total).toBeGreaterThanOrEqual(0);
        expect(Number.isInteger(total)).toBe(true);
      }
    }),
  );
});

test('one accumulator, reset between computes, says what the function says', () => {
  const accumulator = new TotalsAccumulator('cores');
  fc.assert(
    fc.property(fleet, (list) => {
      accumulator.reset();
      for (const item of list) accumulator.add(componentContribution({ ...item, type: item.componentType }), item);
      expect(accumulator.finish()).toEqual(computeTotals({ assignments: list, coresCount: 'cores' }));
    }),
  );
});
