import { beforeEach, describe, expect, test } from 'vitest';
import { aServer, hardwareWorkspace } from '../../testing/hardware.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: TemporaryWorkspace['client'];

beforeEach(() => {
  ({ client } = temporaryWorkspace());
});

async function found(text: string, nouns?: string[]): Promise<string[]> {
  const rows = await client.find.objects({ text, ...(nouns ? { nouns } : {}) });
  return rows.map(({ name }) => name);
}

describe('things are found', () => {
  test('by any part of name, number, tag, address and note, from three characters on', async () => {
    await client.compute.create({
      record: { name: 'web-1', serial: 'CZ-4711', notes: 'Under the stairs' },
      tags: { env: 'production' },
    });
    await client.ipAddress.create({ record: { address: '192.0.2.77', notes: 'loadbalancer' } });
    for (const text of ['eb-', 'Z-47', 'DUCT', 'env=pro', 'the stair']) expect(await found(text)).toEqual(['web-1']);
    expect(await found('.2.77')).toEqual(['192.0.2.77']);
    expect(await found('balance')).toEqual(['192.0.2.77']);
    expect(await found('4712')).toEqual([]);
  });

  test('by the beginning of a name, number or tag with one or two characters', async () => {
    await client.compute.create({ record: { name: 'web-1', serial: 'CZ-4711' }, tags: { env: 'production' } });
    for (const text of ['w', 'we', 'c', 'cz', 'e', 'pr']) expect(await found(text)).toEqual(['web-1']);
    for (const text of ['b', '-1', 'z', 'ro']) expect(await found(text)).toEqual([]);
  });

  test('by several words in any order', async () => {
    await client.compute.create({ record: { name: 'web-1', notes: 'blue door of hall 7' } });
    expect(await found('door web')).toEqual(['web-1']);
    expect(await found('door 7')).toEqual(['web-1']);
    expect(await found('door 8')).toEqual([]);
  });

  test('best first: the name, a number, a beginning, the name’s middle, then anything else', async () => {
    await client.compute.create({ record: { name: 'e-notes', notes: 'abc' } });
    await client.compute.create({ record: { name: 'd-abc' } });
    await client.compute.create({ record: { name: 'abc-2' } });
    await client.compute.create({ record: { name: 'b-serial', serial: 'ABC' } });
    await client.compute.create({ record: { name: 'abc' } });
    await client.compute.create({ record: { name: 'c-tag' }, tags: { zone: 'abcd' } });
    expect(await found('abc')).toEqual(['abc', 'b-serial', 'abc-2', 'c-tag', 'd-abc', 'e-notes']);
  });

  test('without regard to case or to how a letter is composed', async () => {
    await client.compute.create({ record: { name: 'Žižkov-Ümlaut' } });
    expect(await found('žižKOV-u\u0308ml')).toEqual(['Žižkov-Ümlaut']);
  });

  test('of the nouns asked for; without a text the first by name', async () => {
    await client.compute.create({ record: { name: 'abc' } });
    await client.site.create({ record: { name: 'abc-site' } });
    expect(await found('abc', ['site'])).toEqual(['abc-site']);
    expect(await found('', ['site', 'compute'])).toEqual(['abc', 'abc-site']);
  });

  test.each([
    '"',
    '""',
    '*',
    'a" OR "b',
    'name:x',
    '(',
    'NEAR(a b)',
    "'; DROP TABLE compute --",
    '\\',
    '%_%',
    '\u0000abc',
    '-a',
    '^ab',
  ])('and %j is only text', async (text) => {
    await client.compute.create({ record: { name: `x${text.replaceAll('\u0000', '')}y` } });
    const name = `x${text.replaceAll('\u0000', '')}y`;
    expect(await found(name)).toEqual([name]);
    expect((await found(text)).every((entry) => entry === name)).toBe(true);
  });
});

describe('what leads elsewhere', () => {
  test('a part is shown as the compute it is in, with its number and slot', async () => {
    client = await hardwareWorkspace();
    await aServer(client, 'db-1');
    await client.component.assign({
      computes: ['db-1'],
      component: 'Samsung PM9A3',
      slot: 'Bay 0',
      serials: ['S4KX9'],
    });
    expect(await client.find.objects({ text: 's4kx' })).toMatchObject([
      { name: 'db-1', noun: 'compute', hint: 'S4KX9, Bay 0' },
    ]);
    await client.spareShelf.create({ record: { name: 'Shelf' } });
    await client.part.move({ part: 'S4KX9', to: { kind: 'spare', shelf: 'Shelf' } });
    expect(await client.find.objects({ text: 'S4KX9' })).toMatchObject([{ name: 'Shelf', noun: 'spareShelf' }]);
  });

  test('a MAC address leads to its device, an address to who has it, a DNS name to its record', async () => {
    const { id } = await client.compute.create({ record: { name: 'web-1' } });
    await client.port.create({ record: { objectId: id, kind: 'interface', name: 'eth0', mac: '3c:fd:fe:a1:b2:c3' } });
    for (const text of ['3c:fd:fe', 'fea1b2'])
      expect(await client.find.objects({ text })).toMatchObject([{ name: 'web-1', hint: 'eth0 3c:fd:fe:a1:b2:c3' }]);
    await client.ipAddress.create({ record: { address: '192.0.2.1' } });
    await client.ipAssignment.create({ record: { computeId: id, ipAddressId: '192.0.2.1' } });
    expect(await client.find.objects({ text: '192.0.2' })).toMatchObject([
      { noun: 'ipAddress', hint: 'web-1' },
      { noun: 'journalEntry', name: 'Address 192.0.2.1 assigned.' },
    ]);
    await client.dns.upsert({ name: 'www.example.com', type: 'A', zone: 'example.com', value: '192.0.2.1' });
    expect(await client.find.objects({ text: 'example' })).toMatchObject([
      { noun: 'dnsRecord', name: 'www.example.com', hint: 'A 192.0.2.1' },
    ]);
  });
});

describe('finding keeps up', () => {
  test('with renames, tags, deletions and undo', async () => {
    const { id, version } = await client.compute.create({ record: { name: 'first' } });
    const renamed = await client.compute.update({ ref: id, version, patch: { name: 'second' }, tags: { env: 'prod' } });
    expect([await found('first'), await found('second'), await found('env=prod')]).toEqual([
      [],
      ['second'],
      ['second'],
    ]);
    await client.compute.update({ ref: id, version: renamed.version, patch: {}, tags: {} });
    expect(await found('env=prod')).toEqual([]);
    await client.compute.remove({ refs: [id] });
    expect(await found('second')).toEqual([]);
    await client.history.undo();
    expect(await found('second')).toEqual(['second']);
  });

  test('makes its entries anew for a file of an older format', async () => {
    const workspace = temporaryWorkspace();
    await workspace.client.compute.create({ record: { name: 'web-1', notes: 'attic' } });
    await workspace.session.settled();
    workspace.session.workspace.writer?.exec(`
      DELETE FROM search_entry; DELETE FROM search_key; UPDATE search_state SET pending_after = 0;
      INSERT INTO search_text (search_text) VALUES ('delete-all');
      INSERT INTO search_text_journal (search_text_journal) VALUES ('delete-all');
    `);
    expect(await workspace.client.find.objects({ text: 'attic' })).toEqual([]);
    await workspace.reopen();
    expect(await workspace.client.find.objects({ text: 'attic' })).toMatchObject([{ name: 'web-1' }]);
  });
});

describe('the journal is found', () => {
  test('by any part of an entry, behind the things themselves, the newest entry first', async () => {
    const { id } = await client.compute.create({ record: { name: 'web-1', notes: 'noisy fan' } });
    for (const content of ['Replaced the fan of **web-1**\nNoise is gone', 'The fan is noisy again'])
      await client.journal.write({ objectId: id, content });
    const rows = await client.find.objects({ text: 'fan' });
    expect(rows.map(({ noun, name }) => [noun, name])).toEqual([
      ['compute', 'web-1'],
      ['journalEntry', 'The fan is noisy again'],
      ['journalEntry', 'Replaced the fan of **web-1** Noise is gone'],
    ]);
    expect(rows[1]?.hint).toMatch(/^web-1, \d{4}-\d\d-\d\d$/);
    expect(await found('web-1')).toEqual(['web-1', 'Replaced the fan of **web-1** Noise is gone']);
    expect(await found('fan', ['compute'])).toEqual(['web-1']);
    expect(await found('noise', ['journalEntry'])).toHaveLength(1);
    expect((await client.journal.entry({ ref: rows[1]?.id ?? '' })).content).toBe('The fan is noisy again');
  });

  test('and keeps up with corrections, deletions and undo', async () => {
    const { id } = await client.compute.create({ record: { name: 'web-1' } });
    const entry = await client.journal.write({ objectId: id, content: 'Replaced the psu' });
    await client.journalEntry.bulkUpdate({ refs: [entry.id], patch: { content: 'Replaced the battery' } });
    expect([await found('psu'), await found('battery')]).toEqual([[], ['Replaced the battery']]);
    await client.compute.remove({ refs: [id] });
    expect(await found('battery')).toEqual([]);
    await client.history.undo();
    expect(await found('battery')).toEqual(['Replaced the battery']);
  });
});
