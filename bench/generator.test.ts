import { expect, test } from 'vitest';
import { componentContribution } from '../shared/rules/contribution.ts';
import { findNoun } from '../shared/domain/nouns.ts';
import { COMPUTES_PER_RACK, generateFleet } from './generator.ts';

const OPTIONS = { computes: 1000, componentAssignments: 4, serviceAssignments: 3, seed: 1 };
const rows = [...generateFleet(OPTIONS)].flat();

test('a fleet of 1,000 has the rows it should', () => {
  const counts = Object.fromEntries(
    [...Map.groupBy(rows, ({ noun }) => noun)].map(([noun, own]) => [noun, own.length]),
  );
  expect(counts).toEqual({
    site: 1,
    room: 1,
    rack: 1000 / 40,
    deviceType: 5,
    compute: 1000,
    placement: 1000,
    component: 20,
    componentAssignment: 1000 * 4,
    service: 60,
    assignment: 1000 * 3,
  });
  const computes = rows.filter(({ noun }) => noun === 'compute');
  expect(computes.every(({ tags }) => Object.keys(tags ?? {}).length === 3)).toBe(true);
});

test('every record is valid and refers to earlier rows only', () => {
  const seen = new Set<string>();
  const problems: string[] = [];
  for (const { noun, key = '', record } of rows) {
    const definition = findNoun(noun);
    if (definition?.schema.safeParse(record).success !== true || (key !== '' && seen.has(key))) problems.push(key);
    for (const field of definition?.fieldList ?? []) {
      const value = record[field.key];
      if (field.meta.kind === 'reference' && !seen.has(String(value)) && value !== undefined) problems.push(key);
    }
    seen.add(key);
  }
  expect(problems).toEqual([]);
});

test('the same seed makes the same rows, another seed others', () => {
  const few = { ...OPTIONS, computes: 50 };
  expect([...generateFleet(few)]).toEqual([...generateFleet(few)]);
  expect([...generateFleet(few)]).not.toEqual([...generateFleet({ ...few, seed: 2 })]);
});

test('a large fleet is made rack by rack', () => {
  const batches = generateFleet({ ...OPTIONS, computes: 100_000 });
  batches.next();
  const first = batches.next().value ?? [];
  expect(first.filter(({ noun }) => noun === 'compute')).toHaveLength(COMPUTES_PER_RACK);
  // Site, room and rack once, then compute, placement, 4 parts and 3 services for each of 40.
  expect(first).toHaveLength(3 + 40 * (2 + 4 + 3));
});

test('the services of a compute take no more cores than it has', () => {
  const parts = new Map(rows.filter(({ noun }) => noun === 'component').map(({ key, record }) => [key, record]));
  const free = new Map<string, number>();
  for (const { noun, record } of rows) {
    const compute = String(record['computeId']);
    if (noun === 'componentAssignment') {
      const part = parts.get(String(record['componentId'])) ?? {};
      const { physicalCores } = componentContribution({
        type: String(part['type']),
        specs: part['specs'] as Record<string, unknown>,
      });
      free.set(compute, (free.get(compute) ?? 0) + physicalCores * Number(record['quantity']));
    }
    if (noun === 'assignment') {
      const { cores } = record['allocated'] as { cores: number };
      free.set(compute, (free.get(compute) ?? 0) - cores * Number(record['quantity']));
    }
  }
  expect(Math.min(...free.values())).toBeGreaterThanOrEqual(0);
});

test('more services per compute than there are is refused', () => {
  const tooMany = generateFleet({ ...OPTIONS, serviceAssignments: 61 });
  expect(() => tooMany.next()).toThrow('at most 60');
});
