import { describe, expect, test } from 'vitest';
import { computeTotals, type StatedSize, type TotalsAssignment } from './totals.ts';

function part(
  componentType: string,
  specs: Record<string, unknown>,
  rest: Partial<TotalsAssignment> = {},
): TotalsAssignment {
  return { componentType, specs, quantity: 1, ...rest };
}

function totals(assignments: TotalsAssignment[], stated?: StatedSize) {
  return computeTotals({ assignments, stated, coresCount: 'cores' });
}

const xeon = part('cpu', { cores: 28, threads: 56, tdp_watts: 205 }, { quantity: 2, weightGrams: 120 });
const dimms = part('ram', { capacity_gb: 32, draw_watts: 5 }, { quantity: 24, weightGrams: 50 });
const disk = part('storage', { capacity_gb: 1920, type: 'nvme' }, { quantity: 4, powerWatts: 12 });

describe('computeTotals adds the parts of a compute', () => {
  test('a server with two CPUs, 24 DIMMs, four disks, two GPUs, a network card and two power supplies', () => {
    const gpus = part('gpu', { vram_gb: 24, watts: 72 }, { quantity: 2 });
    const nic = part('nic', { ports: 2, speed_gbps: 25, draw_watts: 15 });
    const psu = part('psu', { watts: 1400 }, { quantity: 2 });
    expect(totals([xeon, dimms, disk, gpus, nic, psu])).toEqual({
      cores: 2 * 28,
      memory: 24 * 32 * 1024,
      vram: 2 * 24 * 1024,
      nvme: 4 * 1920,
      gpu: 2,
      physicalCores: 2 * 28,
      threads: 2 * 56,
      nicGbps: 2 * 25,
      psuWatts: 2 * 1400,
      estimatedDrawWatts: 2 * 205 + 24 * 5 + 4 * 12 + 2 * 72 + 15,
      partsWithoutDraw: 0,
      weightGrams: 2 * 120 + 24 * 50,
      findings: [],
    });
  });

  test('the workspace may count threads: 2 × 56 instead of 2 × 28, both numbers stay', () => {
    const counted = computeTotals({ assignments: [xeon], coresCount: 'threads' });
    expect(counted).toMatchObject({ cores: 112, physicalCores: 56, threads: 112 });
  });

  test('storage, nvme, ssd and hdd all count as nvme: 960 + 480 + 1000 + 8000 GB', () => {
    const disks = [
      part('storage', { capacity_gb: 960 }),
      part('nvme', { size: 480 }),
      part('ssd', { storage_gb: 1000 }),
      part('hdd', { capacity: 8000 }),
    ];
    expect(totals(disks)).toMatchObject({ nvme: 10_440, findings: [] });
  });

  test('three disks of 0.4 GB are 1.2 GB, rounded down once: 1 GB', () => {
    expect(totals([part('storage', { capacity_gb: 0.4 }, { quantity: 3 })]).nvme).toBe(1);
  });

  test('parts of unknown draw are counted apart, so that an estimate says that it is one', () => {
    const memory = part('ram', { capacity_gb: 32 }, { quantity: 8 });
    expect(totals([xeon, memory])).toMatchObject({ estimatedDrawWatts: 410, partsWithoutDraw: 8 });
  });

  test('nothing fitted and nothing stated is nothing', () => {
    expect(totals([])).toMatchObject({ cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0, findings: [] });
  });
});

describe('a stated size', () => {
  test('of a VM counts without components', () => {
    const stated = { cores: 4, memory: 8192, nvme: 100, vram: null, gpu: undefined };
    expect(totals([], stated)).toMatchObject({
      cores: 4,
      physicalCores: 4,
      threads: 4,
      memory: 8192,
      nvme: 100,
      vram: 0,
      gpu: 0,
      findings: [],
    });
  });

  test('wins over the components and says so', () => {
    expect(totals([dimms], { memory: 65_536 })).toMatchObject({
      memory: 65_536,
      findings: [
        {
          code: 'STATED_DIFFERS',
          message: 'Memory is stated as 65536 MB, and the components add up to 786432 MB; the stated size counts.',
        },
      ],
    });
  });

  test.each([-1, 2.5, Number.NaN])('of %d cores is refused and the components count', (cores) => {
    expect(totals([xeon], { cores })).toMatchObject({ cores: 56, findings: [{ code: 'STATED_INVALID' }] });
  });
});

describe('what cannot be true is a finding', () => {
  test.each([-100, 0, 1.5, Number.NaN])('a quantity of %d counts nothing', (quantity) => {
    expect(totals([part('cpu', { cores: 8 }, { quantity, slot: 'CPU1' })])).toMatchObject({
      cores: 0,
      findings: [
        {
          code: 'QUANTITY_INVALID',
          severity: 'error',
          message: `A cpu part in CPU1 has the quantity ${quantity}; allowed is a whole number from 1.`,
        },
      ],
    });
  });

  test.each([
    ['ram', { capacity_gb: 'big' }, 'DIMM X has no capacity.'],
    ['storage', {}, 'DIMM X has no capacity.'],
    ['cpu', {}, 'DIMM X has no number of cores.'],
    ['cpu', { threads: 16 }, 'DIMM X has threads but no cores, so its threads count as cores.'],
    ['gpu', {}, 'DIMM X has no memory size.'],
  ])('%s with %j', (type, specs, message) => {
    const { findings } = totals([part(type, specs, { componentName: 'DIMM X' })]);
    expect(findings).toEqual([{ code: 'SPECS_INCOMPLETE', severity: 'warning', message }]);
  });

  test('a failed part weighs but counts nothing', () => {
    expect(totals([{ ...xeon, failed: true }])).toMatchObject({
      cores: 0,
      weightGrams: 240,
      findings: [{ code: 'PART_FAILED' }],
    });
    expect(totals([{ ...disk, failed: true }])).toMatchObject({ nvme: 0, findings: [{ code: 'PART_FAILED' }] });
  });

  test('a draw of 2 × 205 W on one 400 W supply', () => {
    expect(totals([xeon, part('psu', { watts: 400 })]).findings.map(({ message }) => message)).toEqual([
      'The parts draw about 410 W, more than the 400 W of the power supplies.',
    ]);
  });
});
