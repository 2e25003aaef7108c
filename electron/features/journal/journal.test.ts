import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { aServer, hardwareWorkspace } from '../../testing/hardware.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

let workspace: TemporaryWorkspace;

beforeEach(async () => {
  workspace = temporaryWorkspace();
  await workspace.client.compute.create({ record: { name: 'web-1' } });
});

async function write(content: string, more: Record<string, unknown> = {}): Promise<string> {
  const { client } = workspace;
  return (await client.journalEntry.upsert({ record: { objectId: 'web-1', content, ...more } })).id;
}

async function contents(filter: Parameters<TemporaryWorkspace['client']['journal']['feed']>[0]): Promise<string[]> {
  return (await workspace.client.journal.feed(filter)).items.map(({ content }) => content);
}

describe('an entry', () => {
  test('has its time and its author from the program', async () => {
    const before = new Date().toISOString();
    await write('# New disk\n\n* bay 2');
    const { items } = await workspace.client.journal.feed({});
    expect(items).toMatchObject([
      { content: '# New disk\n\n* bay 2', createdBy: 'tester', name: 'web-1', noun: 'compute', category: 'other' },
    ]);
    expect((items[0]?.at ?? '') >= before).toBe(true);
  });

  test('cannot be signed with another name, not even later', async () => {
    const forged = await refusalOf(write('A', { createdBy: 'somebody', changeGroupId: 7 }));
    expect(forged.fields?.map(({ path }) => path)).toEqual(['createdBy', 'changeGroupId']);
    const id = await write('A');
    const { version, record } = await workspace.client.journalEntry.get({ ref: id });
    expect(record).toMatchObject({ createdBy: 'tester', changeGroupId: null });
    const change = (patch: Record<string, string>) => workspace.client.journalEntry.update({ ref: id, version, patch });
    expect((await refusalOf(change({ content: 'B', createdBy: 'nobody' }))).fields?.[0]?.path).toBe('createdBy');
    await change({ content: 'B' });
    expect((await workspace.client.journalEntry.get({ ref: id })).record).toMatchObject({ createdBy: 'tester' });
    const changes = await workspace.client.history.object({ id });
    expect(changes[0]).toMatchObject({ before: { content: 'A' }, after: { content: 'B' } });
  });

  test('of a file says so', async () => {
    const events = await workspace.client.csv.import({
      noun: 'journalEntry',
      text: 'About,Content,Time,Category\nweb-1,Moved,2024-05-01T10:00:00Z,Hardware\n',
    });
    for await (const event of events) expect(event.kind).toBe('report');
    const { items } = await workspace.client.journal.feed({});
    expect(items).toMatchObject([
      { createdBy: 'tester (import)', at: '2024-05-01T10:00:00.000Z', category: 'hardware' },
    ]);
  });

  test('is about a compute, rack, equipment or service, and not empty', async () => {
    await workspace.client.site.create({ record: { name: 'fra1' } });
    expect((await refusalOf(write(' '))).message).toBe('Content must not be empty.');
    expect((await refusalOf(write('x', { objectId: 'fra1' }))).code).toBe('E_NOT_FOUND');
  });

  test('goes with its compute and comes back with it', async () => {
    await write('A');
    await workspace.client.compute.remove({ refs: ['web-1'] });
    expect(await contents({})).toEqual([]);
    await workspace.client.history.undo();
    expect(await contents({})).toEqual(['A']);
  });

  test('is not copied by a clone', async () => {
    await write('A');
    await workspace.client.compute.clone({ ref: 'web-1', names: ['web-2'] });
    expect(await contents({ objects: ['web-2'] })).toEqual([]);
  });
});

describe('the feed', () => {
  beforeEach(async () => {
    await write('first', { at: '2026-03-01T09:30:00Z', category: 'incident' });
    await write('second', { at: '2026-03-01T09:30:00.500Z' });
    await write('THIRD', { at: '2026-03-02T00:00:00Z' });
  });

  test('is newest first and filtered by category and text', async () => {
    expect(await contents({})).toEqual(['THIRD', 'second', 'first']);
    expect(await contents({ categories: ['incident'] })).toEqual(['first']);
    expect(await contents({ text: 'ir' })).toEqual(['THIRD', 'first']);
    expect(await contents({ objects: ['web-1'], text: 'third' })).toEqual(['THIRD']);
  });

  test.each([
    ['2026-03-01T09:30:00Z', '2026-03-01T09:30:00.001Z'],
    ['2026-03-01T15:00:00+05:30', '2026-03-01T15:00:00.001+05:30'],
    ['2026-03-01T04:30:00-05:00', '2026-03-01T04:30:00.001-05:00'],
    ['2026-03-01T23:30:00+14:00', '2026-03-01T23:30:00.001+14:00'],
  ])('by time is right in every zone: from %s up to %s is the first entry', async (from, to) => {
    expect(await contents({ from, to })).toEqual(['first']);
    expect(await contents({ to: from })).toEqual([]);
    expect(await contents({ from: to })).toEqual(['THIRD', 'second']);
  });

  test('comes in pages', async () => {
    const first = await workspace.client.journal.feed({ limit: 2 });
    expect(first.items.map(({ content }) => content)).toEqual(['THIRD', 'second']);
    expect(await contents({ limit: 2, cursor: first.cursor ?? '' })).toEqual(['first']);
  });
});

describe('an entry with its files', () => {
  const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0]).toString('base64');

  test('is written at once and undone at once; photos of one name are told apart', async () => {
    const { client } = workspace;
    const files = [1, 2, 3].map(() => ({ fileName: 'image.jpg', base64: photo }));
    const at = '2026-03-01T15:00:00+05:30';
    const { label } = await client.journal.write({
      objectId: 'web-1',
      content: 'Burnt',
      category: 'incident',
      at,
      files,
    });
    expect(label).toBe('Write in the journal of web-1');
    const { items } = await client.journal.feed({});
    expect(items).toMatchObject([{ category: 'incident', at: '2026-03-01T09:30:00.000Z', createdBy: 'tester' }]);
    expect(items[0]?.attachments.map(({ fileName }) => fileName)).toEqual([
      'image (2).jpg',
      'image (3).jpg',
      'image.jpg',
    ]);
    await client.history.undo();
    expect(await contents({})).toEqual([]);
  });

  test('is not written at all when one of them is refused', async () => {
    const files = [
      { fileName: 'good.jpg', base64: photo },
      { fileName: 'bad.jpg', base64: Buffer.from('text').toString('base64') },
    ];
    const refusal = await refusalOf(workspace.client.journal.write({ objectId: 'web-1', content: 'Burnt', files }));
    expect(refusal.message).toBe('The file is none of: JPEG photo, PNG picture, WebP picture, PDF.');
    expect(await contents({})).toEqual([]);
  });
});

test('a correction is a new entry that the old one knows; an edit shows', async () => {
  const { client } = workspace;
  const wrong = await write('Bay 2');
  const { id: right } = await client.journal.write({ objectId: 'web-1', content: 'Bay 3', correctsId: wrong });
  const flags = async () =>
    (await client.journal.feed({})).items.map(({ content, correctsId, correctedById, edited }) => ({
      content,
      correctsId,
      correctedById,
      edited,
    }));
  expect(await flags()).toEqual([
    { content: 'Bay 3', correctsId: wrong, correctedById: null, edited: false },
    { content: 'Bay 2', correctsId: null, correctedById: right, edited: false },
  ]);
  await client.journalEntry.bulkUpdate({ refs: [right], patch: { content: 'Bay 4' } });
  expect((await flags())[0]).toMatchObject({ content: 'Bay 4', edited: true });
});

test('a swap writes a hardware entry that leads to its change and is undone with it', async () => {
  const client = await hardwareWorkspace();
  await aServer(client, 'db-1');
  await client.component.assign({ computes: ['db-1'], component: 'Samsung PM9A3', slot: 'Bay 0', serials: ['S1'] });
  const { groupId } = await client.part.swap({
    compute: 'db-1',
    slot: 'Bay 0',
    newSerial: 'S9',
    oldGoesTo: { kind: 'rma' },
  });
  const { items } = await client.journal.feed({ objects: ['db-1'], automatic: true });
  const fitted = 'Fitted 1 × Samsung PM9A3 in Bay 0.';
  expect(items).toMatchObject([
    {
      category: 'hardware',
      changeGroupId: groupId,
      content: 'Swapped Samsung PM9A3 in Bay 0: S1 out (RMA), S9 in.',
      createdBy: 'tester',
    },
    { content: fitted },
  ]);
  await client.history.undo();
  expect((await client.journal.feed({ objects: ['db-1'] })).items).toMatchObject([{ content: fitted }]);
});
