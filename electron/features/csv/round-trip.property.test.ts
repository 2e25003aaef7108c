import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOUN_LIST, type NounName } from '../../../shared/domain/nouns.ts';
import type { FieldDefinition } from '../../../shared/domain/noun.ts';
import { dumpOf } from '../../db/testing/databases.ts';
import type { CliClient } from '../../engine/cli/session.ts';
import { anyNoun } from '../../testing/any-noun.ts';
import { failureIn } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { exported, imported } from './testing/files.ts';

/** What spreadsheets, quoting, line ends and other readers of CSV stumble over. */
const SIGNS = [
  'a',
  '"',
  "'",
  ',',
  ';',
  '|',
  '\n',
  '\r\n',
  '\t',
  '=',
  '+',
  '-',
  '@',
  ' ',
  'ü',
  '0',
  '1',
  'E',
  '\\',
  '#',
  '{',
];
const hazard = fc.string({ unit: fc.constantFrom(...SIGNS), minLength: 1, maxLength: 10 });
const line = fc
  .oneof(
    hazard.map((text) => text.replaceAll(/[\r\n\t]/g, '').trim()),
    fc.constantFrom('00123', '1E5', '=1+1', "'=1+1", '-5', 'true', '2026-01-31', '[]', 'null'),
  )
  .filter((text) => text !== '');

/** Some value for a field of a row, whatever kind it is; most are taken, some the noun's rules refuse. */
function valueFor({ meta }: FieldDefinition): fc.Arbitrary<unknown> | null {
  if (meta.readOnly || meta.form !== undefined) return null;
  switch (meta.kind) {
    case 'text':
      return line.map((text) => text.slice(0, meta.maximumLength));
    case 'multiline':
      return hazard;
    case 'integer':
      return fc.integer({ min: meta.minimum ?? 0, max: Math.min(meta.maximum ?? 100, (meta.minimum ?? 0) + 5000) });
    case 'money':
      return fc.tuple(fc.nat(99_999), fc.nat(99)).map(([whole, cents]) => `${whole}.${String(cents).padStart(2, '0')}`);
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...(meta.choices ?? []).map(({ value }) => value));
    case 'date':
      return fc.constantFrom('2024-02-29', '2026-12-31', '1999-01-01');
    default:
      return null;
  }
}

const fields = (noun: NounName) =>
  NOUN_LIST.find((definition) => definition.noun === noun)?.fieldList.flatMap((field) => {
    const value = valueFor(field);
    return value ? [[field.key, value] as const] : [];
  }) ?? [];

const PLANTED = NOUN_LIST.map(({ noun }) => noun as NounName).filter((noun) => noun !== 'setting');
const values = fc.record(
  Object.fromEntries(PLANTED.map((noun) => [noun, fc.record(Object.fromEntries(fields(noun)))])) as Record<
    string,
    fc.Arbitrary<Record<string, unknown>>
  >,
);

/** A row of every noun, each field with a value that its noun takes. */
async function everything(client: CliClient, wanted: Readonly<Record<string, Record<string, unknown>>>) {
  const planted: (readonly [NounName, string])[] = [];
  for (const noun of PLANTED) planted.push([noun, await plant(client, noun)]);
  for (const [noun, id] of planted) {
    for (const [key, value] of Object.entries(wanted[noun] ?? {}))
      // What a rule of the noun refuses stays as it is.
      await anyNoun(client, noun)
        .bulkUpdate({ refs: [id], patch: { [key]: value } })
        .catch((error: unknown) => failureIn(error));
  }
}

test('an export of any noun, imported again, changes nothing and exports to the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(values, fc.dictionary(line, line, { maxKeys: 3 }), async (wanted, tags) => {
      const workspace = temporaryWorkspace();
      const { client } = workspace;
      const compute = await plant(client, 'compute');
      await everything(client, wanted);
      await client.compute.bulkUpdate({ refs: [compute], patch: {}, tags }).catch((error: unknown) => failureIn(error));
      const before = dumpOf(workspace.session.read);
      for (const { noun } of NOUN_LIST) {
        const text = await exported(client, noun);
        const { counts, problems, rows } = await imported(client, { noun, text });
        expect([noun, problems.slice(0, 1), counts.unchanged]).toEqual([noun, [], rows]);
        expect([noun, rows > 0]).toEqual([noun, true]);
        expect(await exported(client, noun)).toBe(text);
      }
      expect(dumpOf(workspace.session.read)).toEqual(before);
    }),
    { numRuns: 4, endOnFailure: true },
  );
}, 240_000);
