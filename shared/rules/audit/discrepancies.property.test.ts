import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDiscrepancies } from './discrepancies.ts';
import { aDevice, aRack, Auditing, type Step } from './testing/audit-builders.ts';

const RACKS = ['A', 'B', 'C'].map((name, rack) =>
  aRack(
    name,
    rack,
    [0, 1, 2, 3].map((index) =>
      aDevice(`${name}${index}`, 1 + index * 4, index === 3 && rack < 2 ? { serial: 'TWIN-1' } : {}),
    ),
  ),
);

const text = fc.constantFrom(
  ...RACKS.flatMap(({ expected }) =>
    expected.flatMap(({ serial, assetTag, name }) => [serial ?? '', assetTag ?? '', name]),
  ),
  'STRANGER-1',
  'stranger-1 ',
  'STRANGER-2',
  'Default string',
);

const step: fc.Arbitrary<Step> = fc.record({
  text,
  rack: fc.constantFrom('A', 'B', 'C', 'Z', null),
  unit: fc.option(fc.integer({ min: 1, max: 18 }), { nil: undefined }),
});

/** A walk and the same steps in another order. */
const walks = fc
  .array(step, { maxLength: 14 })
  .chain((steps) => fc.tuple(fc.constant(steps), fc.shuffledSubarray(steps, { minLength: steps.length })));

function walked(steps: readonly Step[]) {
  const auditing = new Auditing(RACKS);
  const classes = new Map<string, Set<string>>();
  for (const one of steps) {
    const key = JSON.stringify(one);
    classes.set(key, (classes.get(key) ?? new Set()).add(auditing.take(one).class ?? ''));
  }
  auditing.finish('A', 'B');
  const found = findDiscrepancies(auditing.state).map(({ observations, key, ...rest }) => {
    const readings = observations.map(({ raw }) => raw.trim().toLowerCase()).toSorted();
    // Placeholders are numbered by their reading; names of what is unknown are as they were first read.
    return {
      ...rest,
      key: key.replace(/@.*/, ''),
      readings,
      name: rest.name.toLowerCase(),
      observed: lower(rest.observed),
    };
  });
  return { classes, found: found.map((entry) => JSON.stringify(entry)).toSorted() };
}

function lower<Value extends { serial: string | null }>(value: Value): Value {
  return { ...value, serial: value.serial?.toLowerCase() ?? null };
}

test('the order of scans changes nothing but which of equal ones is already seen', () => {
  fc.assert(
    fc.property(walks, ([steps, shuffled]) => {
      const [one, other] = [walked(steps), walked(shuffled)];
      expect(other.found).toEqual(one.found);
      for (const [key, classes] of one.classes) {
        const either = new Set([...classes, ...(other.classes.get(key) ?? [])]);
        either.delete('already-seen');
        expect(either.size).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1000 },
  );
});

test('every expected device of a finished rack is seen, missing, or explained', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      const auditing = new Auditing(RACKS);
      for (const one of steps) auditing.take(one);
      auditing.finish('A', 'B', 'C');
      const { expected, seen, unseen, missing } = auditing.state.tally.ofAll(auditing.state.finished);
      expect([expected, unseen]).toEqual([12, 0]);
      expect(seen + missing).toBe(12);
      const explained = findDiscrepancies(auditing.state).filter(
        ({ kind, objectId }) => kind === 'changed-serial' && !auditing.state.sightings.has(objectId ?? ''),
      );
      const told = findDiscrepancies(auditing.state).filter(({ kind }) => kind === 'missing');
      expect(told.length + explained.length).toBe(missing);
    }),
    { numRuns: 500 },
  );
});
