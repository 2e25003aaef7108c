import { describe, expect, test } from 'vitest';
import { conflictOf } from './conflict.ts';
import { explainCompute } from './explain.ts';
import { rank } from './rank.ts';
import { aCompute, aFleet, aRequest, booked, gb, rankOn } from './testing/builders.ts';

/** Hand-computed acceptance scenarios of the planner's specification, section 11; scenarios 11 and 12 are in batch.test.ts. */
describe('scenario 1: the target is 60 to 70 %', () => {
  const fleet = aFleet(
    [
      aCompute('A', { cores: 16, memory: gb(64) }),
      aCompute('B', { cores: 32, memory: gb(128) }),
      aCompute('C', { cores: 16, memory: gb(64) }),
    ],
    [booked('A', { cores: 8, memory: gb(32) }), booked('C', { cores: 12, memory: gb(48) })],
  );
  const { candidates } = rankOn(fleet, { cores: 2, memory: gb(8) });

  test('A lands at (10/16 + 40/64) / 2 = 0.625 and scores 100', () => {
    expect(candidates[0]).toMatchObject({ compute: 'A', utilisation: 0.625, score: 100, rank: 1 });
  });
  test('C lands at (14/16 + 56/64) / 2 = 0.875 and scores 100 · (1 - 0.875) / 0.30 = 41.6667', () => {
    expect(candidates[1]).toMatchObject({ compute: 'C', utilisation: 0.875 });
    expect(candidates[1]?.score).toBeCloseTo(41.6667, 4);
  });
  test('B lands at (2/32 + 8/128) / 2 = 0.0625 and scores 100 · 0.0625 / 0.60 = 10.4167', () => {
    expect(candidates[2]).toMatchObject({ compute: 'B', utilisation: 0.0625 });
    expect(candidates[2]?.score).toBeCloseTo(10.4167, 4);
  });
  test.each([
    ['A', 100 - 100 * Math.abs(0.625 - 0.65), 97.5],
    ['B', 100 - 100 * Math.abs(0.0625 - 0.65), 41.25],
    ['C', 100 - 100 * Math.abs(0.875 - 0.65), 77.5],
  ])('the classic shape gives %s the score 100 - 100·|U - 0.65|', (compute, formula, score) => {
    const classic = rankOn(fleet, { cores: 2, memory: gb(8) }, { shape: 'classic' }).candidates;
    expect(formula).toBeCloseTo(score, 9);
    expect(classic.find((candidate) => candidate.compute === compute)?.score).toBeCloseTo(score, 9);
  });
});

test('scenario 2: a roomy compute (U 0.35 → 58.3333) comes before a crowded one (U 0.90 → 33.3333)', () => {
  const fleet = aFleet(
    [aCompute('crowded', { cores: 100 }), aCompute('roomy', { cores: 100 })],
    [booked('crowded', { cores: 89 }), booked('roomy', { cores: 34 })],
  );
  const target = rankOn(fleet, { cores: 1 }).candidates;
  expect(target.map((candidate) => candidate.compute)).toEqual(['roomy', 'crowded']);
  expect(target[0]?.score).toBeCloseTo((100 * 0.35) / 0.6, 9);
  expect(target[1]?.score).toBeCloseTo((100 * (1 - 0.9)) / 0.3, 9);
  const classic = rankOn(fleet, { cores: 1 }, { shape: 'classic' }).candidates;
  expect(classic.map((candidate) => candidate.compute)).toEqual(['crowded', 'roomy']);
  expect(classic.map((candidate) => Math.round(candidate.score))).toEqual([75, 70]);
});

describe('scenario 3: a zero total is left out of the mean', () => {
  const bookings = [booked('D', { cores: 4, memory: gb(16) })];
  test('16c/64 GB booked 4c/16, request 4c/16: U (8/16 + 32/64) / 2 = 0.5, score 83.3333', () => {
    const [candidate] = rankOn(aFleet([aCompute('D', { cores: 16, memory: gb(64) })], bookings), {
      cores: 4,
      memory: gb(16),
    }).candidates;
    expect(candidate?.utilisation).toBe(0.5);
    expect(candidate?.score).toBeCloseTo((100 * 0.5) / 0.6, 9);
  });
  test('with 8 unused GPUs and 320 GB vram: U (0.5 + 0.5 + 0 + 0) / 4 = 0.25, score 41.6667', () => {
    const D = aCompute('D', { cores: 16, memory: gb(64), gpu: 8, vram: gb(320) });
    const [candidate] = rankOn(aFleet([D], bookings), { cores: 4, memory: gb(16) }).candidates;
    expect(candidate?.utilisation).toBe(0.25);
    expect(candidate?.score).toBeCloseTo((100 * 0.25) / 0.6, 9);
  });
});

test('scenario 4: a GPU asked of a compute without one is NO_SUCH_RESOURCE, not INSUFFICIENT', () => {
  const fleet = aFleet([aCompute('D', { cores: 16, memory: gb(64) })], [booked('D', { cores: 4, memory: gb(16) })]);
  expect(explainCompute(rankOn(fleet, { gpu: 1 }), 'D')).toEqual({
    computeId: 'D',
    compute: 'D',
    verdict: 'rejected',
    reasons: [{ code: 'NO_SUCH_RESOURCE', resource: 'gpu', need: 1, total: 0 }],
  });
});

describe('scenario 5: equality fits', () => {
  const fleet = aFleet([aCompute('host', { cores: 8, memory: gb(32) })], [booked('host', { cores: 6, memory: gb(8) })]);
  test('2c/8 into 8c/32 booked 6c/8: shares 8/8 and 16/32, U 0.75, score 100 · 0.25 / 0.30 = 83.3333, free after 0c/16', () => {
    const [candidate] = rankOn(fleet, { cores: 2, memory: gb(8) }).candidates;
    expect(candidate?.utilisation).toBe(0.75);
    expect(candidate?.score).toBeCloseTo(83.3333, 4);
    expect(candidate?.resources.map((bar) => bar.total - bar.usedAfter)).toEqual([0, gb(16)]);
  });
  test('3c/8 needs 3 cores of 2 free: short 1', () => {
    const verdict = explainCompute(rankOn(fleet, { cores: 3, memory: gb(8) }), 'host');
    const reasons = [{ code: 'INSUFFICIENT', resource: 'cores', need: 3, free: 2, total: 8, short: 1 }];
    expect(verdict).toMatchObject({ verdict: 'rejected', reasons });
  });
});

test('scenario 6: memory short by 1 MB: 65536 - 49153 = 16383 free, 16384 needed', () => {
  const fleet = aFleet([aCompute('host', { memory: 65_536 })], [booked('host', { memory: 49_153 })]);
  const verdict = explainCompute(rankOn(fleet, { memory: 16_384 }), 'host');
  const reasons = [{ code: 'INSUFFICIENT', resource: 'memory', need: 16_384, free: 16_383, total: 65_536, short: 1 }];
  expect(verdict).toMatchObject({ verdict: 'rejected', reasons });
});

describe('scenario 7: selectors on tags {zone: a}', () => {
  const fleet = aFleet([aCompute('host', { cores: 8 }, { tags: { zone: 'a' } })]);
  test.each([
    ['In zone [a, b]', { matchExpressions: [{ key: 'zone', operator: 'In' as const, values: ['a', 'b'] }] }, 1],
    ['NotIn env [prod]', { matchExpressions: [{ key: 'env', operator: 'NotIn' as const, values: ['prod'] }] }, 1],
    ['Exists gpu', { matchExpressions: [{ key: 'gpu', operator: 'Exists' as const }] }, 0],
    ['DoesNotExist gpu', { matchExpressions: [{ key: 'gpu', operator: 'DoesNotExist' as const }] }, 1],
    ['the label disk with an empty value', { matchLabels: { disk: '' } }, 0],
    ['the empty selector', {}, 1],
  ])('affinity %s admits %o: %i', (_, selector, candidates) => {
    expect(rankOn(fleet, { cores: 1 }, { placement: { affinity: [selector] } }).candidateCount).toBe(candidates);
  });
  test('an empty anti-affinity selector rejects every compute', () => {
    const ranking = rankOn(fleet, { cores: 1 }, { placement: { antiAffinity: [{}] } });
    const reasons = [{ code: 'ANTI_AFFINITY_MATCHED', rule: 'antiAffinity[0]', matched: [] }];
    expect(explainCompute(ranking, 'host')).toMatchObject({ verdict: 'rejected', reasons });
  });
});

test('scenario 8: spreadMax 2 counts instances: one row of quantity 2 leaves no room', () => {
  const fleet = aFleet(
    [aCompute('host', { cores: 64 })],
    [booked('host', { cores: 1 }, { serviceId: 'wanted', quantity: 2 })],
  );
  const ranking = rankOn(fleet, { cores: 1 }, { placement: { spreadMax: 2 } });
  const reasons = [{ code: 'SPREAD', count: 2, quantity: 1, max: 2 }];
  expect(explainCompute(ranking, 'host')).toMatchObject({ verdict: 'rejected', reasons });
});

test('scenario 9: both at U 0.65; E (0.65, 0.65) has σ 0, F (0.95, 0.35) has σ 0.30 and comes after', () => {
  const fleet = aFleet(
    [aCompute('F', { cores: 100, memory: 100 }), aCompute('E', { cores: 100, memory: 100 })],
    [booked('F', { cores: 94, memory: 34 }), booked('E', { cores: 64, memory: 64 })],
  );
  const { candidates } = rankOn(fleet, { cores: 1, memory: 1 });
  expect(candidates.map((candidate) => [candidate.compute, candidate.score])).toEqual([
    ['E', 100],
    ['F', 100],
  ]);
  expect(candidates.map((candidate) => candidate.imbalance)).toEqual([0, expect.closeTo(0.3, 12)]);
});

test('scenario 10: patterns {zone}, {zone, memory}, {memory} give correction sets {zone}, {memory} and the one core {zone, memory}', () => {
  const fleet = aFleet([
    aCompute('far', { memory: 100 }, { tags: { zone: 'b' } }),
    aCompute('far and small', { memory: 1 }, { tags: { zone: 'b' } }),
    aCompute('small', { memory: 1 }, { tags: { zone: 'a' } }),
  ]);
  const conflict = conflictOf(
    rankOn(fleet, { memory: 50 }, { placement: { affinity: [{ matchLabels: { zone: 'a' } }] } }),
  );
  const about = (rules: readonly { about: string }[]) => rules.map((rule) => rule.about);
  expect(conflict.correctionSets.map((set) => about(set.rules))).toEqual([['zone'], ['memory']]);
  expect(conflict.cores.map(about)).toEqual([['zone', 'memory']]);
  expect(conflict.complete).toBe(true);
});

test('scenario 14: the holes of 8c/16, 4c/64 and 16c/8 for 4c/8 are 2 + 1 + 1 = 4', () => {
  const computes = [
    aCompute('a', { cores: 8, memory: gb(16) }),
    aCompute('b', { cores: 4, memory: gb(64) }),
    aCompute('c', { cores: 16, memory: gb(8) }),
  ];
  const holes = computes.map((compute) => {
    const fleet = aFleet([compute]);
    return [1, 2, 3].filter((quantity) => rankOn(fleet, { cores: 4, memory: gb(8) }, { quantity }).candidateCount > 0)
      .length;
  });
  expect(holes).toEqual([2, 1, 1]);
});

test('scenario 18: at equal scores a service without GPU goes to the compute without free GPUs', () => {
  const sized = { cores: 100, memory: 100 };
  const fleet = aFleet(
    [aCompute('a with GPU', { ...sized, gpu: 4 }), aCompute('b without', sized)],
    [booked('a with GPU', { cores: 65, memory: 65, gpu: 2 }), booked('b without', { cores: 64, memory: 64 })],
  );
  const { candidates } = rank(fleet, aRequest({ cores: 1, memory: 1 }));
  expect(candidates.map((candidate) => [candidate.compute, candidate.score, candidate.strandsGpu])).toEqual([
    ['b without', 100, false],
    ['a with GPU', 100, true],
  ]);
});
