import { expect, test } from 'vitest';
import { checkSpecs } from '../../../shared/domain/component-specs.ts';
import { customValueProblem } from '../../../shared/domain/custom-field.ts';
import { findNoun, NOUNS, referencedNouns } from '../../../shared/domain/nouns.ts';
import { nameOf } from '../../../shared/domain/noun.ts';
import { tagKeyProblem, tagMapSchema } from '../../../shared/domain/tag.ts';
import { sampleDatacenter } from './sample-datacenter.ts';
import type { SampleRow } from './sample-row.ts';
import { SampleView } from './testing/sample-view.ts';

const rows = sampleDatacenter();
const view = new SampleView(rows);

test('two runs give the same rows', () => {
  expect(sampleDatacenter()).toEqual(rows);
});

test('the counts are those of the issue', () => {
  const counts = Object.fromEntries(
    [...Map.groupBy(rows, ({ noun }) => noun)].map(([noun, own]) => [noun, own.length]),
  );
  expect(counts).toMatchObject({
    site: 2,
    room: 3,
    rack: 24,
    compute: 400,
    equipment: 60,
    service: 42,
    customField: 2,
    rackReservation: 3,
    journalEntry: 7,
  });
  const computes = view.all('compute');
  const serverTypes = new Set(computes.flatMap(({ deviceTypeId }) => deviceTypeId ?? []));
  expect(serverTypes.size).toBe(8);
  const vps = computes.filter(({ type }) => type === 'vps');
  expect(vps).toHaveLength(36);
  expect(new Set(vps.map(({ provider }) => provider)).size).toBe(2);
  expect(computes.filter(({ type }) => type === 'vm')).toHaveLength(60);
  expect(computes.filter(({ state }) => state === 'maintenance')).toHaveLength(9);
  expect(computes.filter(({ state }) => state === 'inactive')).toHaveLength(6);
  expect(new Set(view.all('component').map(({ type }) => type)).size).toBe(8);
});

test('every record is a valid draft of its noun', () => {
  const problems = rows.flatMap((row) => {
    const definition = NOUNS[row.noun];
    const parsed = definition.schema.safeParse(row.record);
    if (!parsed.success) return [`${row.key}: ${parsed.error.message}`];
    const wrong = findNoun(row.noun)?.check?.(parsed.data) ?? [];
    return wrong.map(({ message }) => `${row.key}: ${message}`);
  });
  expect(problems).toEqual([]);
});

test('specs and custom values are valid for their kind', () => {
  const specProblems = view.all('component').flatMap(({ type, specs }) => checkSpecs(type, specs));
  const valueProblems = view
    .all('customValue')
    .flatMap(({ fieldId, value }) => customValueProblem(view.one('customField', fieldId), value ?? '') ?? []);
  expect([...specProblems, ...valueProblems]).toEqual([]);
});

test('every reference names an earlier row of an allowed noun, and keys are unique', () => {
  const families: Record<string, readonly string[]> = {
    machine: ['compute', 'equipment'],
    object: Object.keys(NOUNS),
    journalled: referencedNouns('journalled').map(({ noun }) => noun),
  };
  const nounOf = new Map<string, string>();
  const problems: string[] = [];
  for (const row of rows) {
    if (nounOf.has(row.key)) problems.push(`${row.key} twice`);
    for (const { key, meta } of findNoun(row.noun)?.fieldList ?? []) {
      const value = row.record[key];
      if (meta.kind !== 'reference' || typeof value !== 'string') continue;
      const target = nounOf.get(value) ?? 'nothing';
      const allowed = families[meta.references ?? ''] ?? [meta.references];
      if (!allowed.includes(target)) problems.push(`${row.key}.${key} → ${value}`);
    }
    nounOf.set(row.key, row.noun);
  }
  expect(problems).toEqual([]);
});

function scopedName(row: SampleRow): string | null {
  const definition = findNoun(row.noun);
  if (!definition?.names) return null;
  const record = definition.schema.parse(row.record);
  const name = nameOf(definition, record);
  const scope = (definition.names.within ?? []).map((key) => String(record[key]));
  return name === null ? null : JSON.stringify([definition.names.family, ...scope, name]).toLowerCase();
}

test('names are unique in their scope, serials and asset tags everywhere', () => {
  const names = rows.flatMap((row) => scopedName(row) ?? []);
  expect(new Set(names).size).toBe(names.length);
  for (const field of ['serial', 'assetTag']) {
    const values = rows.flatMap(({ record }) => record[field] ?? []);
    expect(new Set(values).size).toBe(values.length);
  }
});

test('one assignment per service and compute', () => {
  const pairs = view.all('assignment').map(({ serviceId, computeId }) => `${serviceId} ${computeId}`);
  expect(new Set(pairs).size).toBe(pairs.length);
});

test('tags are on nouns that carry them, under keys that users may set', () => {
  const problems = rows.flatMap(({ key, noun, tags }) => {
    if (!tags) return [];
    const allowed = findNoun(noun)?.tagged === true && tagMapSchema.safeParse(tags).success;
    return allowed && Object.keys(tags).every((name) => tagKeyProblem(name) === null) ? [] : [key];
  });
  expect(problems).toEqual([]);
});
