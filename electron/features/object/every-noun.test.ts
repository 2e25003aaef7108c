import { describe, expect, test } from 'vitest';
import type { FieldDefinition, NounDefinition } from '../../../shared/domain/noun.ts';
import { NOUN_LIST, type NounName } from '../../../shared/domain/nouns.ts';
import { namingField } from '../../db/object-names.ts';
import { dumpOf } from '../../db/testing/databases.ts';
import { anyNoun } from '../../testing/any-noun.ts';
import { refusalOf } from '../../testing/failures.ts';
import { draftOf, plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

/** Nouns whose rows the program makes itself. */
const MADE_BY_THE_PROGRAM: ReadonlySet<string> = new Set(['setting', 'auditRack', 'observation', 'auditResolution']);

const CASES = NOUN_LIST.filter(({ noun }) => !MADE_BY_THE_PROGRAM.has(noun)).map(
  (definition) => [definition.noun as NounName, definition] as const,
);

function writable(fields: readonly FieldDefinition[]): readonly FieldDefinition[] {
  return fields.filter(({ meta }) => !meta.readOnly);
}

/** Nouns that people change; of the others everything but what they belong to is set by the program. */
const CHANGED_BY_PEOPLE = CASES.filter(([, { fieldList }]) =>
  writable(fieldList).some(({ meta }) => meta.kind !== 'reference'),
);

/** A field that can be changed alone, with two values for it; `placement` has only its position. */
function edit({ noun, fieldList, naturalKey }: NounDefinition): { field: FieldDefinition; one: unknown; two: unknown } {
  const free = writable(fieldList).filter(
    ({ key }) => !naturalKey.includes(key) && (noun !== 'placement' || key !== 'bay'),
  );
  const written = free.find(({ meta }) => meta.kind === 'multiline') ?? free.find(({ meta }) => meta.kind === 'text');
  if (written) return { field: written, one: 'one', two: 'two' };
  const counted = free.find(({ meta }) => meta.kind === 'integer');
  // Stored as true: the one to whoever saw it, the other back again.
  const flagged = free.find(({ meta }) => meta.kind === 'flag');
  if (!counted && flagged) return { field: flagged, one: false, two: true };
  if (!counted) throw new Error(`${noun} has no field that can be changed alone.`);
  const least = counted.meta.minimum ?? 0;
  return { field: counted, one: least + 2, two: least + 4 };
}

/** A value that a field of the kind could have. */
const OTHER: Readonly<Record<string, unknown>> = {
  text: 'other',
  multiline: 'other',
  integer: 77,
  timestamp: '2031-01-01T00:00:00.000Z',
  json: { other: true },
};

describe.each(CHANGED_BY_PEOPLE)('%s', (noun, definition) => {
  test('is updated by whoever saw its version; a stale update is refused with both values', async () => {
    const { client } = temporaryWorkspace();
    const channels = anyNoun(client, noun);
    const { field, one, two } = edit(definition);
    const ref = await plant(client, noun);
    const { version } = await channels.get({ ref });
    const updated = await channels.update({ ref, version, patch: { [field.key]: one } });
    expect(updated.version).toBeGreaterThan(version);
    expect((await channels.get({ ref })).record[field.key]).toBe(one);

    const refusal = await refusalOf(channels.update({ ref, version, patch: { [field.key]: two } }));
    expect(refusal.code).toBe('E_CONFLICT');
    expect(refusal.message).toContain(`was changed since you opened it: ${field.meta.label}.`);
    expect(refusal.details).toMatchObject({
      version: updated.version,
      conflicts: [{ key: field.key, label: field.meta.label, yours: two, theirs: one }],
    });
    await channels.update({ ref, version: updated.version, patch: { [field.key]: two } });
    expect((await channels.get({ ref })).record[field.key]).toBe(two);
  });
});

describe.each(CASES)('%s', (noun, definition) => {
  test('a field that the program sets is refused by its name, and taken as it is', async () => {
    const { client } = temporaryWorkspace();
    const channels = anyNoun(client, noun);
    const draft = await draftOf(client, noun);
    const { id } = await channels.create({ record: draft });
    const { record, version } = await channels.get({ ref: id });
    for (const { key, meta, patchSchema } of definition.fieldList.filter((field) => field.meta.readOnly)) {
      const other = OTHER[meta.kind] ?? meta.choices?.find(({ value }) => value !== record[key])?.value;
      // What has a form of its own is refused for that first.
      if (!patchSchema.safeParse(other).success) continue;
      const refusals = [
        ...(meta.required
          ? []
          : [
              await refusalOf(channels.create({ record: { ...draft, [key]: other } })),
              await refusalOf(channels.upsert({ record: { ...draft, [key]: other } })),
            ]),
        await refusalOf(channels.update({ ref: id, version, patch: { [key]: other } })),
        await refusalOf(channels.bulkUpdate({ refs: [id], patch: { [key]: other } })),
      ];
      for (const refusal of refusals) {
        expect(refusal.message).toBe(`${meta.label} is set by the program and cannot be written; leave ${key} out.`);
      }
      await channels.update({ ref: id, version, patch: { [key]: record[key] } });
    }
    expect((await channels.get({ ref: id })).record).toEqual(record);
  });

  test('is created, got by its id, listed and counted', async () => {
    const { client } = temporaryWorkspace();
    const channels = anyNoun(client, noun);
    const draft = await draftOf(client, noun);
    const created = await channels.create({ record: draft });
    expect(created.label).toMatch(/^[A-Z]\w+ \w/);
    expect(created.groupId).toBeGreaterThan(0);

    const got = await channels.get({ ref: created.id });
    expect(got.record).toMatchObject({ ...draft, id: created.id });
    expect(got).toMatchObject({ name: created.name, version: created.version });
    expect(Object.keys(got.record).toSorted()).toEqual(
      ['id', ...definition.fieldList.map(({ key }) => key)].toSorted(),
    );
    const page = await channels.list({});
    expect(page.items.map(({ record }) => record.id)).toContain(created.id);
    expect(page).toMatchObject({ total: page.items.length, cursor: null });
  });

  test('is deleted after a preview, and comes back with the undo', async () => {
    const { client, session } = temporaryWorkspace();
    const channels = anyNoun(client, noun);
    const ref = await plant(client, noun);
    const before = dumpOf(session.read);
    expect(await channels.previewRemove({ refs: [ref] })).toMatchObject({ blocking: [], blockingCount: 0 });
    expect(await channels.remove({ refs: [ref, ref] })).toMatchObject({ removed: 1 });
    expect((await refusalOf(channels.get({ ref }))).code).toBe('E_NOT_FOUND');
    await client.history.undo();
    expect(dumpOf(session.read)).toEqual(before);
  });

  test('is cloned under new names, or says why not', async () => {
    const { client } = temporaryWorkspace();
    const channels = anyNoun(client, noun);
    const ref = await plant(client, noun);
    const drafts = [await draftOf(client, noun), await draftOf(client, noun)];
    const names = drafts.map((draft) => {
      const name = draft[namingField(definition)];
      return typeof name === 'string' ? name : 'Clone';
    });
    const { total } = await channels.list({});
    if (definition.names) {
      const { ids } = await channels.clone({ ref, names });
      const clones = await Promise.all(ids.map((id) => channels.get({ ref: id })));
      for (const [index, clone] of clones.entries()) expect(clone.name).toContain(names[index]);
      expect(await channels.list({})).toMatchObject({ total: total + 2 });
      await client.history.undo();
    } else if (definition.naturalKey.length > 0) {
      const refusal = await refusalOf(channels.clone({ ref, names }));
      expect(refusal.message).toMatch(/^There can only be one .* for the same .*, so it has no clones\.$/);
    }
    expect(await channels.list({})).toMatchObject({ total });
  });
});

test('the settings of a workspace are changed, never made, cloned or deleted', async () => {
  const { client } = temporaryWorkspace();
  const { version, record } = await client.setting.get({ ref: 'workspace' });
  expect(record).toMatchObject({ coresCount: 'cores', currency: 'EUR' });
  await client.setting.update({ ref: 'workspace', version, patch: { currency: 'USD' } });
  const refusals = await Promise.all([
    refusalOf(client.setting.create({ record: {} })),
    refusalOf(client.setting.clone({ ref: 'workspace', names: ['other'] })),
    refusalOf(client.setting.remove({ refs: ['workspace'] })),
  ]);
  expect(refusals.map(({ code }) => code)).toEqual(['E_READONLY', 'E_READONLY', 'E_READONLY']);
  expect(await client.setting.list({})).toMatchObject({ total: 1, items: [{ record: { currency: 'USD' } }] });
});
