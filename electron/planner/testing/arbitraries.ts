import fc from 'fast-check';
import { COMPUTE_STATES } from '../../../shared/domain/compute.ts';
import type { PlanRequest } from '../../../shared/domain/plan.ts';
import { SELECTOR_OPERATORS, type Selector } from '../../../shared/domain/placement-rule.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { RESOURCE_KEYS } from '../../../shared/domain/resource.ts';
import type { PlannerAssignment, PlannerCompute } from '../columns.ts';
import { readPlanRequest } from '../rank.ts';

const key = fc.constantFrom('zone', 'env', '@rack');
const value = fc.constantFrom('a', 'b', '');
const choose = <Entry>(...entries: Entry[]) => fc.constantFrom(...entries);

export const tagsArbitrary = fc.dictionary(key, value, { maxKeys: 3 });

export const termArbitrary = fc
  .tuple(key, choose(...SELECTOR_OPERATORS), fc.uniqueArray(value, { minLength: 1, maxLength: 2 }))
  .map(([name, operator, values]) => ({
    key: name,
    operator,
    values: operator === 'In' || operator === 'NotIn' ? values : [],
  }));

export const selectorArbitrary: fc.Arbitrary<Selector> = fc.record({
  matchLabels: fc.dictionary(key, value, { maxKeys: 1 }),
  matchExpressions: fc.array(termArbitrary, { maxLength: 2 }),
});

function specArbitrary(...amounts: number[]): fc.Arbitrary<ResourceSpec> {
  return fc.record(Object.fromEntries(RESOURCE_KEYS.map((name) => [name, choose(...amounts)] as const)));
}

/** Mostly few: a request that nothing can take proves little. */
const sometimes = <Entry>(entry: fc.Arbitrary<Entry>, most: number) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(entry, { maxLength: most }) });

const computeArbitrary: fc.Arbitrary<Omit<PlannerCompute, 'id'>> = fc.record({
  name: choose('node-1', 'node-2', 'Node', 'é'),
  state: choose(...COMPUTE_STATES.map((state) => state.value), ...Array<'active'>(9).fill('active')),
  tags: tagsArbitrary,
  total: specArbitrary(0, 4, 8, 12, 20, 20),
});

export interface FleetData {
  readonly computes: readonly PlannerCompute[];
  readonly assignments: readonly PlannerAssignment[];
}

const none = fc.constant(null);

/** Up to 7 computes, some alike in name, some over-booked, some running the requested service already. */
export const fleetArbitrary: fc.Arbitrary<FleetData> = fc
  .array(
    fc.tuple(
      computeArbitrary,
      fc.oneof(none, specArbitrary(0, 0, 1, 2, 5)),
      fc.oneof(none, none, fc.tuple(fc.integer({ min: 1, max: 2 }), specArbitrary(0, 0, 1, 2))),
    ),
    { maxLength: 7 },
  )
  .map((entries) => {
    const computes = entries.map(([compute], index) => ({ ...compute, id: `c${index}` }));
    const assignments = entries.flatMap(([, other, own], index): PlannerAssignment[] => [
      ...(other ? [{ serviceId: 'other', computeId: `c${index}`, quantity: 1, allocated: other }] : []),
      ...(own ? [{ serviceId: 'wanted', computeId: `c${index}`, quantity: own[0], allocated: own[1] }] : []),
    ]);
    return { computes, assignments };
  });

const sizesArbitrary = fc.tuple(specArbitrary(0, 0, 0, 0, 1, 3), specArbitrary(0, 0, 1, 4)).map(([min, extra]) => {
  const max = Object.fromEntries(RESOURCE_KEYS.map((name) => [name, (min[name] ?? 0) + (extra[name] ?? 0)]));
  return { min, max };
});

const constraintsArbitrary = fc.oneof(
  fc.record({ tags: fc.dictionary(key, value, { minKeys: 1, maxKeys: 1 }) }),
  fc.record({ computeIds: fc.subarray(['c0', 'c1', 'c2', 'c3', 'c4', 'c5'], { minLength: 2 }) }),
);

/** Requests over everything a user can set, with a top large enough to list all candidates. */
export const requestArbitrary: fc.Arbitrary<PlanRequest> = fc
  .record({
    sizes: sizesArbitrary,
    affinity: sometimes(selectorArbitrary, 2),
    antiAffinity: sometimes(selectorArbitrary, 1),
    spreadMax: choose(0, 0, 0, 2, 4),
    topologySpread: sometimes(fc.record({ key, maxSkew: choose(1, 2) }), 1),
    quantity: choose(1, 1, 1, 2, 3),
    basis: choose('max' as const, 'min' as const),
    buffer: fc.constantFrom({}, {}, { cores: 0.25 }, { cores: 0.1, memory: 0.5 }),
    shape: choose('target' as const, 'classic' as const, 'pack' as const, 'spread' as const),
    judgeEachResource: choose(false, false, true),
    constraints: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: constraintsArbitrary }),
  })
  .map(({ sizes, affinity, antiAffinity, spreadMax, topologySpread, ...rest }) =>
    readPlanRequest({
      ...rest,
      top: 100,
      service: {
        id: 'wanted',
        name: 'wanted',
        ...sizes,
        placement: { affinity, antiAffinity, spreadMax, topologySpread },
      },
    }),
  );
