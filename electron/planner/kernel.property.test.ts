import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PlanRequest } from '../../shared/domain/plan.ts';
import { RESOURCE_KEYS } from '../../shared/domain/resource.ts';
import type { ResourceSpec } from '../../shared/domain/service.ts';
import { buildColumns } from './columns-change.ts';
import type { PlannerAssignment, PlannerColumns, PlannerCompute } from './columns.ts';
import { compareFigures, createFigures, rankKeysOf, readFigures } from './figures.ts';
import type { RankKernel } from './kernel.ts';
import { scalarKernel } from './kernel-scalar.ts';
import { simdKernel } from './kernel-simd.ts';
import { rank, type Ranking } from './rank.ts';
import { aRequest } from './testing/builders.ts';

const spec = (...amounts: number[]): ResourceSpec =>
  Object.fromEntries(RESOURCE_KEYS.map((key, index) => [key, amounts[index] ?? 0]));

/** Many rows from few sizes and bookings, so that scores and tie-breakers tie in long runs, as in a real fleet. */
function crowdedFleet(
  rowCount: number,
  sizes: readonly ResourceSpec[],
  bookings: readonly ResourceSpec[],
  numbers: readonly number[],
): PlannerColumns {
  const computes: PlannerCompute[] = [];
  const assignments: PlannerAssignment[] = [];
  for (let index = 0; index < rowCount; index++) {
    const number = numbers[index % numbers.length] ?? 0;
    const total = sizes[number % sizes.length] ?? {};
    computes.push({
      id: `c${index}`,
      name: `n${(index * 7_919) % rowCount}`,
      state: number % 11 === 0 ? 'inactive' : 'active',
      tags: {},
      total,
    });
    const allocated = bookings[(number >> 4) % bookings.length] ?? {};
    assignments.push({
      serviceId: number % 13 === 0 ? 'wanted' : 'other',
      computeId: `c${index}`,
      quantity: 1,
      allocated,
    });
  }
  return buildColumns(computes, assignments);
}

/** All candidates by exact figures, without threshold or look-ahead. */
function exactOrder({ plan, scan }: Ranking, columns: PlannerColumns): string[] {
  const figures = createFigures();
  const all = [...scan.codes.entries()].flatMap(([row, code]) => {
    if (code !== 0) return [];
    readFigures(figures, plan, row);
    return [rankKeysOf(figures)];
  });
  return all.toSorted((left, right) => compareFigures(columns, left, right)).map(({ row }) => columns.ids[row] ?? '');
}

const amount = fc.constantFrom(0, 0, 1, 7, 20, 33, 60);
const vector = fc.tuple(amount, amount, amount, amount, amount).map((amounts) => spec(...amounts));
const size = fc.constantFrom(spec(100, 100, 0, 100), spec(100, 200, 50, 100, 4), spec(64, 0, 0, 0), spec());

const requestArbitrary: fc.Arbitrary<PlanRequest> = fc
  .record({
    min: vector,
    extra: vector,
    asked: fc.constantFrom(1, 2, 3, 5),
    top: fc.constantFrom(1, 3, 20),
    shape: fc.constantFrom('target' as const, 'classic' as const, 'pack' as const, [{ utilisation: 0.5, score: 80 }]),
    buffer: fc.constantFrom({}, { memory: 0.1 }),
  })
  .map(({ min, extra, asked, ...rest }) => {
    const keys = RESOURCE_KEYS.slice(0, asked);
    const least = Object.fromEntries(keys.map((key) => [key, min[key] ?? 0]));
    return aRequest(least, {
      ...rest,
      max: Object.fromEntries(keys.map((key) => [key, (least[key] ?? 0) + (extra[key] ?? 0)])),
    });
  });

const kernels: [string, RankKernel][] = [
  ['scalar', scalarKernel],
  ['simd', simdKernel],
];

describe.each(kernels)('the %s kernel', (_, kernel) => {
  test('keeps exactly the best rows of an exact ranking, through ties, thresholds and buffers', () => {
    const numbers = fc.array(fc.nat(10_000), { minLength: 5, maxLength: 40 });
    const sizes = fc.array(size, { minLength: 1, maxLength: 3 });
    const bookings = fc.array(vector, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(sizes, bookings, numbers, requestArbitrary, (given, booked, shuffle, request) => {
        const columns = crowdedFleet(120, given, booked, shuffle);
        const ranking = rank(columns, request, kernel);
        const order = exactOrder(ranking, columns);
        expect(ranking.candidateCount).toBe(order.length);
        expect(ranking.candidates.map((candidate) => candidate.computeId)).toEqual(order.slice(0, request.top));
      }),
      { numRuns: 2_000 },
    );
  });

  test.each([
    ['identical computes', [spec(100, 100)], [spec()]],
    ['two sizes half full', [spec(100, 100), spec(50, 80)], [spec(40, 40), spec(20, 33)]],
  ])('finds the best 20 among 20,000 %s, where nearly all tie', (__, sizes, bookings) => {
    const columns = crowdedFleet(20_000, sizes, bookings, [1, 2, 17, 35, 58, 94]);
    const ranking = rank(columns, aRequest({ cores: 10, memory: 12 }), kernel);
    const order = exactOrder(ranking, columns);
    expect(order.length).toBeGreaterThan(10_000);
    expect(ranking.candidates.map((candidate) => candidate.computeId)).toEqual(order.slice(0, 20));
  });
});

test("15: the SIMD kernel gives the scalar kernel's candidates, verdict numbers and counts", () => {
  const numbers = fc.array(fc.nat(10_000), { minLength: 5, maxLength: 40 });
  const sizes = fc.array(size, { minLength: 1, maxLength: 3 });
  const bookings = fc.array(vector, { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.nat(70), sizes, bookings, numbers, requestArbitrary, (rowCount, given, booked, shuffle, request) => {
      const columns = crowdedFleet(rowCount, given, booked, shuffle);
      const answers = [scalarKernel, simdKernel].map((kernel) => {
        const { scan, candidates } = rank(columns, request, kernel);
        return { candidates, codes: scan.codes, histogram: scan.histogram, count: scan.candidateCount };
      });
      expect(answers[1]).toEqual(answers[0]);
    }),
    { numRuns: 2_000 },
  );
});
