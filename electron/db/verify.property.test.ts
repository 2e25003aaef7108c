import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryFolder, type AtTheEnd } from '../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { openNew, type WriteDatabase } from './connection.ts';
import { verifyChangeLog } from './verify.ts';

interface Entry {
  readonly seq: number;
  readonly group_id: number;
  readonly noun: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface Group {
  readonly id: number;
  readonly kind: string;
  readonly first_seq: number;
  readonly status: string;
}

/** Tampers with the log and answers the number of the first entry that must be found bad. */
type Tamper = (database: WriteDatabase, entries: readonly Entry[], groups: readonly Group[], pick: number) => number;

function at<Item>(items: readonly Item[], pick: number): Item {
  const item = items[pick % items.length];
  if (!item) throw new Error('There is nothing to pick from.');
  return item;
}

function entryField(column: string, changed: (entry: Entry) => unknown): Tamper {
  return (database, entries, _groups, pick) => {
    const entry = at(entries, pick);
    database.prepare(`UPDATE change SET ${column} = ? WHERE seq = ?`).run(changed(entry), entry.seq);
    return entry.seq;
  };
}

function groupField(column: string, changed: (group: Group) => unknown): Tamper {
  return (database, _entries, groups, pick) => {
    const group = at(groups, pick);
    database.prepare(`UPDATE change_group SET ${column} = ? WHERE id = ?`).run(changed(group), group.id);
    return group.first_seq;
  };
}

const TAMPERS: Readonly<Record<string, Tamper>> = {
  'noun of an entry': entryField('noun', ({ noun }) => `${noun}s`),
  'object of an entry': entryField('object_id', () => 'another'),
  'before of an entry': entryField('before', ({ before }) => (before === null ? '' : before.replace('{', '{ '))),
  'after of an entry': entryField('after', ({ after }) => (after === null ? '' : after.replace('{', '{ '))),
  'hash of an entry': entryField('hash', () => Buffer.alloc(32, 7)),
  'group of an entry': entryField('group_id', ({ group_id }) => (group_id === 1 ? 2 : 1)),
  'moment of a group': groupField('at', () => '2020-01-01T00:00:00.000Z'),
  'actor of a group': groupField('actor', () => 'somebody else'),
  'kind of a group': groupField('kind', ({ kind }) => (kind === 'import' ? 'edit' : 'import')),
  'label of a group': groupField('label', () => 'Nothing to see here'),
  'target of a group': groupField('target', ({ id }) => id),
  'start of a group': groupField('first_seq', ({ first_seq }) => first_seq + 1),
  'state of a group': groupField('status', ({ status }) => (status === 'done' ? 'discarded' : 'done')),
  'removal of an entry': (database, entries, _groups, pick) => {
    const { seq } = at(entries, pick);
    database.prepare('DELETE FROM change WHERE seq = ?').run(seq);
    return seq;
  },
  'removal of a group': (database, _entries, groups, pick) => {
    const { id, first_seq } = at(groups, pick);
    database.prepare('DELETE FROM change_group WHERE id = ?').run(id);
    return first_seq;
  },
  'a group without entries': (database, entries, groups) => {
    const next = entries.length + 1;
    database
      .prepare("INSERT INTO change_group VALUES (?, '2026-01-01T00:00:00.000Z', 'eve', 'edit', 'x', NULL, ?, 'done')")
      .run(groups.length + 1, next);
    return next;
  },
  'an entry put in between': (database, entries, _groups, pick) => {
    const { seq, group_id } = at(entries, pick);
    database.prepare('UPDATE change SET seq = -seq - 1 WHERE seq >= ?').run(seq);
    database.exec('UPDATE change SET seq = -seq WHERE seq < 0');
    database
      .prepare("INSERT INTO change VALUES (?, ?, 'site', 'forged', NULL, '{}', ?)")
      .run(seq, group_id, Buffer.alloc(32));
    return seq;
  },
  'two entries exchanged': (database, entries, _groups, pick) => {
    const { seq } = at(entries.slice(0, -1), pick);
    database.prepare('UPDATE change SET seq = -1 WHERE seq = ?').run(seq);
    database.prepare('UPDATE change SET seq = ? WHERE seq = ?').run(seq, seq + 1);
    database.prepare('UPDATE change SET seq = ? WHERE seq = -1').run(seq + 1);
    return seq;
  },
  'the newest entries cut off': (database, entries, _groups, pick) => {
    const { seq } = at(entries, pick);
    database.prepare('DELETE FROM change WHERE seq >= ?').run(seq);
    database.prepare('DELETE FROM change_group WHERE first_seq >= ?').run(seq);
    return seq;
  },
};

/** A closed workspace whose log holds edits, an import, an undo, a redo and an undone edit, with its head. */
async function writtenLog(atTheEnd: AtTheEnd): Promise<{ file: string; head: string }> {
  const workspace = temporaryWorkspace(atTheEnd);
  const { client } = workspace;
  for (const name of ['Berlin', 'Paris', 'Rome']) await client.site.create({ record: { name, region: 'EU' } });
  await client.site.bulkUpdate({ refs: ['Berlin', 'Paris', 'Rome'], patch: { region: 'Europe' } });
  await client.history.undo();
  await client.history.redo();
  await client.room.create({ record: { name: 'Hall 1', siteId: 'Berlin' }, tags: { cage: 'yes', floor: '2' } });
  await client.site.remove({ refs: ['Rome'] });
  await client.history.undo();
  const { head } = verifyChangeLog(workspace.session.read);
  await workspace.session.close();
  return { file: workspace.file, head };
}

const ends: (() => void | Promise<void>)[] = [];
let written = { file: '', head: '' };

beforeAll(async () => {
  written = await writtenLog((end) => ends.push(end));
});

afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

test.each(Object.entries(TAMPERS))('%s is found at the first entry it makes wrong', (_, tamper) => {
  const { file, head } = written;
  const folder = temporaryFolder();
  fc.assert(
    fc.property(fc.nat(1000), (pick) => {
      const copy = join(folder, 'Copy.rackwright');
      copyFileSync(file, copy);
      const database = openNew(copy);
      database.pragma('foreign_keys = OFF');
      database.pragma('synchronous = OFF');
      const entries = database.prepare<[], Entry>('SELECT * FROM change ORDER BY seq').all();
      const groups = database.prepare<[], Group>('SELECT * FROM change_group ORDER BY id').all();
      expect(verifyChangeLog(database, head)).toMatchObject({ ok: true, checked: entries.length });
      const wrong = tamper(database, entries, groups, pick);
      const verification = verifyChangeLog(database, head);
      database.close();
      expect(verification).toMatchObject({ ok: false, firstBad: { seq: wrong } });
    }),
    { numRuns: 20 },
  );
});
