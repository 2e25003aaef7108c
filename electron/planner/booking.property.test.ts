import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RESOURCE_KEYS } from '../../shared/domain/resource.ts';
import { accept, undoOf } from './accept.ts';
import { amountsAt } from './columns.ts';
import { applyAssignment, buildColumns, removeCompute, setState, setTags, upsertCompute } from './columns-change.ts';
import { bitsAgree, columnsFingerprint } from './columns-fingerprint.ts';
import { rank } from './rank.ts';
import { fleetArbitrary, requestArbitrary, tagsArbitrary, type FleetData } from './testing/arbitraries.ts';

describe('16: the preview is what is booked', () => {
  test('over 10,000 random accepts and undos', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, (fleet, request) => {
        const columns = buildColumns(fleet.computes, fleet.assignments);
        const before = columnsFingerprint(columns);
        const changes = [];
        for (let round = 0; round < 3; round++) {
          const [candidate] = rank(columns, request).candidates;
          if (!candidate) break;
          changes.push(accept(columns, 'wanted', candidate));
          accepted++;
          const row = columns.rowOf.get(candidate.computeId) ?? -1;
          const after = amountsAt(columns.used, row);
          for (const bar of candidate.resources) expect(after[RESOURCE_KEYS.indexOf(bar.resource)]).toBe(bar.usedAfter);
          if (candidate.utilisation !== null) expect(columns.base[row]).toBe(candidate.utilisation);
        }
        for (const change of changes.toReversed()) applyAssignment(columns, undoOf(change));
        expect(columnsFingerprint(columns)).toBe(before);
      }),
      { numRuns: 12_000 },
    );
    expect(accepted).toBeGreaterThan(10_000);
  });

  test('a candidate never exceeds a total where something is asked, and its allocation lies between min and max', () => {
    fc.assert(
      fc.property(fleetArbitrary, requestArbitrary, (fleet, request) => {
        for (const { allocated, resources, step } of rank(buildColumns(fleet.computes, fleet.assignments), request)
          .candidates) {
          for (const key of RESOURCE_KEYS) {
            const least = request.service.min[key] ?? 0;
            expect(allocated[key]).toBeGreaterThanOrEqual(least);
            expect(allocated[key]).toBeLessThanOrEqual(request.service.max[key] ?? least);
          }
          for (const bar of resources)
            if (bar.usedAfter > bar.usedBefore) expect(bar.usedAfter).toBeLessThanOrEqual(bar.total);
          expect(step === null || (step >= 0 && step <= 100)).toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});

type Edit = (data: FleetData, columns: ReturnType<typeof buildColumns>) => FleetData;

const editArbitrary: fc.Arbitrary<Edit> = fc.oneof(
  fc.nat(6).map((index): Edit => (data, columns) => {
    removeCompute(columns, `c${index}`);
    return {
      computes: data.computes.filter((compute) => compute.id !== `c${index}`),
      assignments: data.assignments.filter((entry) => entry.computeId !== `c${index}`),
    };
  }),
  fc.tuple(fc.nat(6), tagsArbitrary, fc.nat(9)).map(([index, tags, cores]): Edit => (data, columns) => {
    const compute = {
      id: `c${index}`,
      name: `n${cores}`,
      state: 'inactive' as const,
      tags,
      total: { cores, memory: 2 ** 31 + cores },
    };
    upsertCompute(columns, compute);
    return { ...data, computes: [...data.computes.filter((entry) => entry.id !== compute.id), compute] };
  }),
  fc.tuple(fc.nat(6), tagsArbitrary).map(([index, tags]): Edit => (data, columns) => {
    const known = data.computes.find((compute) => compute.id === `c${index}`);
    if (!known) return data;
    setTags(columns, known.id, tags);
    setState(columns, known.id, 'active');
    return {
      ...data,
      computes: data.computes.map((entry) => (entry === known ? { ...known, tags, state: 'active' } : entry)),
    };
  }),
  fc.tuple(fc.nat(6), fc.nat(3), fc.nat(9)).map(([index, quantity, cores]): Edit => (data, columns) => {
    if (!data.computes.some((compute) => compute.id === `c${index}`)) return data;
    const entry = { serviceId: 'other', computeId: `c${index}`, quantity, allocated: { cores } };
    applyAssignment(columns, { ...entry, before: null, after: quantity > 0 ? entry : null });
    const rest = data.assignments.filter((known) => known.serviceId !== 'other' || known.computeId !== entry.computeId);
    return { ...data, assignments: quantity > 0 ? [...rest, entry] : rest };
  }),
);

test('columns kept current by changes equal columns built afresh, bits and postings included', () => {
  fc.assert(
    fc.property(
      fleetArbitrary,
      requestArbitrary,
      fc.array(editArbitrary, { maxLength: 12 }),
      (fleet, request, edits) => {
        const columns = buildColumns(fleet.computes, fleet.assignments);
        let data = fleet;
        for (const edit of edits) {
          rank(columns, request);
          data = edit(data, columns);
        }
        const fresh = buildColumns(data.computes, data.assignments);
        expect(columnsFingerprint(columns)).toBe(columnsFingerprint(fresh));
        expect(bitsAgree(columns)).toBe(true);
        expect(rank(columns, request).candidates).toEqual(rank(fresh, request).candidates);
      },
    ),
    { numRuns: 1_500 },
  );
});
