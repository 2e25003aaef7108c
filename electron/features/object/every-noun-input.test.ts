import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../shared/contract/failure.ts';
import { NOUN_LIST, type NounName } from '../../../shared/domain/nouns.ts';
import { dumpOf } from '../../db/testing/databases.ts';
import { anyNoun } from '../../testing/any-noun.ts';
import { refusalOf } from '../../testing/failures.ts';
import { draftOf } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

const CASES = NOUN_LIST.filter(({ noun }) => noun !== 'setting').map(
  (definition) => [definition.noun as NounName, definition] as const,
);

/** A value that no field of the kind takes. */
const WRONG: Readonly<Record<string, unknown>> = {
  text: 7,
  multiline: ['several'],
  integer: 'twelve',
  money: '-3 €',
  flag: 'yes',
  choice: 'none of them',
  reference: 12,
  date: '31.12.2026',
  timestamp: 'yesterday',
  json: 'not structured',
};

/** What may never reach a person. */
const INSIDES = /SELECT|INSERT|UPDATE |sqlite|constraint|node_modules|\.ts:|\bat [A-Z]\w+\./;

function proper(failure: Failure): void {
  expect(failure.message).toMatch(/^[A-Z"“].*\.$/s);
  expect(JSON.stringify(failure)).not.toMatch(INSIDES);
}

describe.each(CASES)('bad input for %s', (noun, definition) => {
  test('a wrong value names the field, the value and what is allowed; nothing is written', async () => {
    const { client, session } = temporaryWorkspace();
    const channels = anyNoun(client, noun);
    const draft = await draftOf(client, noun);
    const before = dumpOf(session.read);
    for (const { key, meta } of definition.fieldList) {
      const wrong = WRONG[meta.kind];
      const refusal = await refusalOf(channels.create({ record: { ...draft, [key]: wrong } }));
      expect(refusal.code).toBe('E_FORMAT');
      const problem = refusal.fields?.find(({ path }) => path === key);
      expect(problem).toMatchObject({ value: wrong });
      expect(problem?.message).toContain(`${meta.label} must be ${problem?.allowed}; `);
      expect(problem?.message).toContain('was given.');
      proper(refusal);
    }
    expect(dumpOf(session.read)).toEqual(before);
  });

  test('all problems are told at once; required fields are named', async () => {
    const { client } = temporaryWorkspace();
    const required = definition.fieldList.filter(({ meta }) => meta.required).map(({ key }) => key);
    const refusal = await refusalOf(anyNoun(client, noun).create({ record: {} }));
    proper(refusal);
    if (required.length > 0) expect(refusal.fields?.map(({ path }) => path)).toEqual(expect.arrayContaining(required));
    for (const { message } of refusal.fields ?? []) expect(message).toMatch(/\.$/);
  });

  test('a field that is not there is named with those that are', async () => {
    const { client } = temporaryWorkspace();
    const channels = anyNoun(client, noun);
    const draft = await draftOf(client, noun);
    const refusal = await refusalOf(channels.create({ record: { ...draft, nonsense: 1 } }));
    proper(refusal);
    const keys = definition.fieldList.map(({ key }) => key).join(', ');
    expect(refusal.fields).toEqual([
      {
        path: 'nonsense',
        message: `${definition.label} has no field "nonsense"; its fields are ${keys}.`,
        allowed: keys,
      },
    ]);
  });

  test('a hostile key changes nothing but its own row', async () => {
    const { client } = temporaryWorkspace();
    const channels = anyNoun(client, noun);
    const draft = await draftOf(client, noun);
    const hostile = JSON.parse(
      '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}',
    ) as object;
    const record: unknown = Object.assign(Object.create(null) as object, draft, {
      constructor: { prototype: { polluted: true } },
    });
    proper(await refusalOf(channels.create({ record })));
    proper(await refusalOf(channels.create({ record: { ...draft, ...hostile } })));
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
