import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

async function withFields(): Promise<TemporaryWorkspace['client']> {
  const { client } = temporaryWorkspace();
  for (const field of [
    { key: 'contact', kind: 'text' },
    { key: 'units', kind: 'number' },
    { key: 'seen', kind: 'date' },
    { key: 'tier', kind: 'choice', choices: ['gold', 'silver'] },
    { key: 'leased', kind: 'flag' },
  ])
    await plant(client, 'customField', { noun: 'site', label: field.key, ...field });
  return client;
}

test('custom values are checked by the kind of their field, all at once', async () => {
  const client = await withFields();
  const good = { contact: 'ada', units: '-3.5', seen: '2026-02-28', tier: 'gold', leased: 'yes' };
  await client.site.create({ record: { name: 'Berlin' }, custom: good });
  expect((await client.site.get({ ref: 'Berlin' })).custom).toEqual(good);

  const custom = { units: 'many', seen: '2026-02-30', tier: 'lead', leased: 'maybe', nothing: 'x' };
  const refusal = await refusalOf(client.site.create({ record: { name: 'Paris' }, custom }));
  expect(refusal.code).toBe('E_FORMAT');
  expect(refusal.fields?.map(({ message }) => message)).toEqual([
    'units must be a decimal number of at most 15 digits; "many" was given.',
    'seen must be a date as YYYY-MM-DD; "2026-02-30" was given.',
    'tier must be gold, silver; "lead" was given.',
    'leased must be yes or no; "maybe" was given.',
    'There is no custom field "nothing"; allowed: contact, leased, seen, tier, units.',
  ]);
});

test('null and empty text clear a custom value; a required one stays', async () => {
  const client = await withFields();
  await plant(client, 'customField', { noun: 'site', key: 'owner', label: 'Owner', kind: 'text', required: true });
  const missing = await refusalOf(client.site.create({ record: { name: 'Berlin' } }));
  expect(missing.fields).toEqual([{ path: 'custom.owner', message: 'Owner is required.', allowed: 'a value' }]);

  await client.site.create({ record: { name: 'Berlin' }, custom: { owner: 'ada', contact: 'bob' } });
  await client.site.bulkUpdate({ refs: ['Berlin'], patch: {}, custom: { contact: '' } });
  expect((await client.site.get({ ref: 'Berlin' })).custom).toEqual({ owner: 'ada' });
  const cleared = await refusalOf(client.site.bulkUpdate({ refs: ['Berlin'], patch: {}, custom: { owner: null } }));
  expect(cleared.message).toBe('Owner is required.');
});

test('a custom value written on its own is held to its field and to its noun', async () => {
  const client = await withFields();
  const site = await plant(client, 'site', {});
  const compute = await plant(client, 'compute');
  const wrong = await refusalOf(
    client.customValue.create({ record: { objectId: site, fieldId: 'units', value: 'x' } }),
  );
  expect(wrong.message).toBe('units must be a decimal number of at most 15 digits; "x" was given.');
  const other = await refusalOf(
    client.customValue.create({ record: { objectId: compute, fieldId: 'units', value: '1' } }),
  );
  expect(other.message).toBe('units is a custom field of site, not of compute.');
  const noun = await refusalOf(
    client.customField.create({ record: { noun: 'toaster', key: 'a', label: 'A', kind: 'text' } }),
  );
  expect(noun.message).toContain('"toaster" was given');
});

test('an edit gives all tags, a bulk edit adds to them, and reserved keys are refused', async () => {
  const { client } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1' });
  await client.compute.bulkUpdate({ refs: [id], patch: {}, tags: { env: 'test', tier: '1' } });
  await client.compute.bulkUpdate({ refs: [id], patch: {}, tags: { tier: '2' } });
  const { tags, version } = await client.compute.get({ ref: id });
  expect(tags).toEqual({ env: 'test', tier: '2' });
  await client.compute.update({ ref: id, version, patch: {}, tags: { env: 'live' } });
  expect((await client.compute.get({ ref: id })).tags).toEqual({ env: 'live' });

  const reserved = await refusalOf(client.compute.bulkUpdate({ refs: [id], patch: {}, tags: { '@site': 'Berlin' } }));
  expect(reserved).toMatchObject({ code: 'E_RESERVED_KEY', fields: [{ path: 'tags.@site' }] });
  const untagged = await refusalOf(
    client.customField.create({ record: { noun: 'site', key: 'a', label: 'A', kind: 'text' }, tags: { a: 'b' } }),
  );
  expect(untagged.message).toBe('Custom fields carry no tags.');
});

test('tags that somebody else changed meanwhile are a conflict with both sets', async () => {
  const { client } = temporaryWorkspace();
  const id = await plant(client, 'compute', { name: 'web-1' });
  const { version } = await client.compute.get({ ref: id });
  await client.compute.bulkUpdate({ refs: [id], patch: {}, tags: { env: 'test' } });
  const stale = await refusalOf(client.compute.update({ ref: id, version, patch: {}, tags: { env: 'live' } }));
  expect(stale).toMatchObject({
    code: 'E_CONFLICT',
    details: { conflicts: [{ key: 'tags', yours: { env: 'live' }, theirs: { env: 'test' } }] },
  });
  const read = await client.compute.get({ ref: id });
  await client.compute.bulkUpdate({ refs: [id], patch: {}, tags: { more: 'yes' } });
  const [removed] = await client.tag.list({ query: 'key = more' }).then(({ items }) => items);
  await client.tag.remove({ refs: [removed?.record.id ?? ''] });
  expect((await client.compute.get({ ref: id })).version).toBeGreaterThan(read.version);
});

test('the version answered is that of the caller’s own change, however many are waiting', async () => {
  const { client } = temporaryWorkspace();
  const id = await plant(client, 'site', { name: 'Berlin' });
  const { version } = await client.site.get({ ref: id });
  const [mine, other] = await Promise.all([
    client.site.update({ ref: id, version, patch: { region: 'EU' } }),
    client.site.bulkUpdate({ refs: [id], patch: { provider: 'Own' } }),
  ]);
  expect(other.updated).toBe(1);
  const stale = await refusalOf(client.site.update({ ref: id, version: mine.version, patch: { provider: 'Mine' } }));
  expect(stale.details).toMatchObject({ conflicts: [{ key: 'provider', yours: 'Mine', theirs: 'Own' }] });
});
