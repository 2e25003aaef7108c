import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, afterAll, describe, expect, test } from 'vitest';
import { NEWEST_VERSION } from '../db/migrations/list.ts';
import { runScript } from './child-process.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** docs/adding-a-noun.md, step 1. */
const DEFINITION = `import { defineNoun, type RowOf } from './noun.ts';
import { defaulting, integer, multiline, optional, reference, text } from './field.ts';

export const keyCabinet = defineNoun({
  noun: 'keyCabinet',
  label: 'Key cabinet',
  plural: 'Key cabinets',
  help: 'Where the keys of cages and racks hang.',
  table: 'key_cabinet',
  names: { family: 'keyCabinet', within: ['roomId'] },
  naturalKey: ['roomId', 'name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    roomId: reference('room', { label: 'Room', onDelete: 'refuse', columnWidth: 180, columnShown: true }),
    hooks: defaulting(integer({ label: 'Hooks', unit: 'count', max: 1000, bulkEditable: true, columnWidth: 90 }), 10),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type KeyCabinet = RowOf<typeof keyCabinet>;
`;

const VERSION = NEWEST_VERSION + 1;

/** Step 3. */
const MIGRATION = `import type { Migration } from './migration.ts';

/** Keys of cages and racks. */
export const keyCabinets: Migration = {
  version: ${VERSION},
  name: 'key-cabinets',
  up: (database) => {
    database.exec(\`
      CREATE TABLE key_cabinet (
        id TEXT NOT NULL PRIMARY KEY REFERENCES object (id) DEFERRABLE INITIALLY DEFERRED,
        name TEXT NOT NULL,
        room_id TEXT NOT NULL REFERENCES room (id) DEFERRABLE INITIALLY DEFERRED,
        hooks INTEGER NOT NULL,
        notes TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX key_cabinet_room ON key_cabinet (room_id);
    \`);
  },
};
`;

/** What steps 2 and 3 change in files that are there. */
const CHANGES: readonly (readonly [file: string, what: RegExp, by: string])[] = [
  ['shared/domain/nouns.ts', /(?=import \{ flavor \})/, "import { keyCabinet } from './key-cabinet.ts';\n"],
  ['shared/domain/nouns.ts', /(?<=\n {2}rack,\n)/, '  keyCabinet,\n'],
  [
    'electron/db/migrations/list.ts',
    /(?=import \{ changeLog \})/,
    "import { keyCabinets } from './key-cabinets.ts';\n",
  ],
  ['electron/db/migrations/list.ts', /,?\n?\](?=;\n\nexport const NEWEST)/, ', keyCabinets]'],
];

const ROOT = join(import.meta.dirname, '..', '..');

/** Copies the source, follows the recipe in the copy, and answers how many lines that took. */
function followRecipe(folder: string): number {
  for (const part of ['shared', 'electron', 'package.json'])
    cpSync(join(ROOT, part), join(folder, part), { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'shared/domain/key-cabinet.ts'), DEFINITION);
  writeFileSync(join(folder, 'electron/db/migrations/key-cabinets.ts'), MIGRATION);
  for (const [file, what, by] of CHANGES) {
    const text = readFileSync(join(folder, file), 'utf8');
    const changed = text.replace(what, by);
    if (changed === text) throw new Error(`${file} has no place for ${by}.`);
    writeFileSync(join(folder, file), changed);
  }
  const lines = [DEFINITION, MIGRATION].flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  return lines.length + CHANGES.length;
}

const ends: (() => void | Promise<void>)[] = [];
let folder = '';
let lines = 0;

beforeAll(() => {
  folder = temporaryFolder((end) => ends.push(end));
  lines = followRecipe(folder);
});

afterAll(async () => {
  for (const end of ends) await end();
});

function rw(...words: string[]) {
  return runScript('electron/engine/cli.ts', [...words, '--workspace', join(folder, 'Toy.rackwright')], {
    cwd: folder,
  });
}

interface Answer {
  readonly value?: Record<string, unknown>;
  readonly failure?: { readonly code: string; readonly message: string; readonly details?: unknown };
}

/** Calls channels one after another in the copy's engine. */
async function calls(...requests: readonly (readonly [channel: string, input?: unknown])[]): Promise<Answer[]> {
  const input = requests.map(([channel, given]) => JSON.stringify({ channel, input: given })).join('\n');
  const { stdout, stderr } = await runScript(
    'electron/testing/call-channels.ts',
    [join(folder, 'Toy.rackwright'), join(folder, 'backups')],
    { cwd: folder, input },
  );
  expect(stderr).toBe('');
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Answer);
}

test('the recipe takes under 60 lines', () => {
  expect(lines).toBeLessThan(60);
});

describe('a noun added by the recipe', { timeout: 120_000 }, () => {
  test('has every channel, described by JSON Schema', async () => {
    const { stdout } = await rw('channels');
    const { channels } = JSON.parse(stdout) as { channels: { name: string; input: object }[] };
    const own = channels.filter(({ name }) => name.startsWith('keyCabinet.'));
    expect(own.map(({ name }) => name.slice('keyCabinet.'.length))).toEqual(
      'list get existing create update upsert bulkUpdate clone previewRemove remove'.split(' '),
    );
    expect(own.find(({ name }) => name.endsWith('.create'))?.input).toMatchObject({
      type: 'object',
      properties: { record: { required: ['name', 'roomId'], properties: { hooks: { maximum: 1000 } } } },
    });
  });

  test('is created, listed, filtered, sorted, edited, refused when stale, cloned, deleted, undone and exported', async () => {
    await rw('workspace', 'create', join(folder, 'Toy.rackwright'));
    const answers = await calls(
      ['site.create', { record: { name: 'Berlin' } }],
      ['room.create', { record: { name: 'Hall 1', siteId: 'Berlin' } }],
      ['keyCabinet.create', { record: { name: 'K1', roomId: 'hall 1' }, tags: { floor: '2' } }],
      ['keyCabinet.create', { record: { name: 'K2', roomId: 'Hall 1', hooks: 50 } }],
      ['keyCabinet.create', { record: { name: 'k1', roomId: 'Hall 1' } }],
      ['keyCabinet.create', { record: { name: 'K3', roomId: 'Hall 1', hooks: 5000, colour: 'red' } }],
      [
        'keyCabinet.list',
        { query: 'hooks>=10 and (tag:floor=2 or room="Hall 1")', sort: [{ key: 'hooks', descending: true }] },
      ],
      ['keyCabinet.get', { ref: 'K1' }],
    );
    expect(answers[3]?.value).toMatchObject({ label: 'Create key cabinet K2', name: 'K2' });
    expect(answers[4]?.failure).toMatchObject({ code: 'E_DUPLICATE' });
    expect(answers[5]?.failure?.message).toBe(
      'Hooks must be a whole number from 0 to 1000; 5000 was given. 1 more to mend.',
    );
    expect(answers[6]?.value).toMatchObject({
      total: 2,
      items: [{ name: 'K2' }, { name: 'K1', tags: { floor: '2' } }],
    });
    const version = answers[7]?.value?.['version'];

    const edits = await calls(
      ['keyCabinet.update', { ref: 'K1', version, patch: { hooks: 20 } }],
      ['keyCabinet.update', { ref: 'K1', version, patch: { hooks: 30 } }],
      ['keyCabinet.clone', { ref: 'K1', names: ['K3'] }],
      ['keyCabinet.previewRemove', { refs: ['K1'] }],
      ['room.remove', { refs: ['Hall 1'] }],
      ['keyCabinet.remove', { refs: ['K1'] }],
      ['history.undo'],
      ['keyCabinet.list', { query: 'k' }],
      ['find.objects', { text: 'k3' }],
      ['history.verify', {}],
    );
    expect(edits[0]?.value).toMatchObject({ label: 'Change key cabinet K1' });
    expect(edits[1]?.failure).toMatchObject({
      code: 'E_CONFLICT',
      details: { conflicts: [{ key: 'hooks', label: 'Hooks', yours: 30, theirs: 20 }] },
    });
    expect(edits[3]?.value).toEqual({ owned: [{ noun: 'tag', count: 1 }], blocking: [], blockingCount: 0 });
    expect(edits[4]?.failure?.message).toBe('This room is in use by K1, K2, K3; remove or move those first.');
    expect(edits[6]?.value).toMatchObject({ label: 'Undo: Delete key cabinet K1' });
    expect(edits[7]?.value).toMatchObject({
      items: [{ name: 'K1', record: { hooks: 20 } }, { name: 'K2' }, { name: 'K3', record: { hooks: 20 } }],
    });
    expect(edits[8]?.value).toMatchObject([{ noun: 'keyCabinet', name: 'K3', hint: 'Key cabinet' }]);
    expect(edits[9]?.value).toMatchObject({ ok: true });

    const { stdout } = await rw('export', 'keyCabinet', '--query', 'hooks<50');
    const [header, ...rows] = stdout.trim().split('\n');
    expect(header).toBe('id,name,roomId,hooks,notes,tags');
    expect(rows.map((row) => row.slice(row.indexOf(',') + 1))).toEqual([
      'K1,Hall 1,20,,floor=2',
      'K3,Hall 1,20,,floor=2',
    ]);
  });
});
