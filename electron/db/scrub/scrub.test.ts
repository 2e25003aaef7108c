import { expect, test } from 'vitest';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import { WORKSPACE_CHECKS } from '../../engine/workspace-checks.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { openReader } from '../connection.ts';
import { scrub, scrubbed } from './scrub.ts';

async function sample(): Promise<TemporaryWorkspace> {
  const workspace = temporaryWorkspace();
  await workspace.client.workspace.addSample();
  await workspace.session.settled();
  return workspace;
}

/** Writes past the change log, as a failing disk or another program would. */
function tamper({ session }: TemporaryWorkspace, sql: string): void {
  const { writer } = session.workspace;
  writer?.pragma('foreign_keys = OFF');
  expect(writer?.prepare(sql).run().changes).toBe(1);
}

function damageOf({ session }: TemporaryWorkspace): string[] {
  return scrubbed(session.read, WORKSPACE_CHECKS).damage.map(({ part, message }) => `${part}: ${message}`);
}

test('the sample datacenter is sound, and every row and change was looked at', async () => {
  const { session } = await sample();
  const report = scrubbed(session.read, WORKSPACE_CHECKS);
  expect(report.damage).toEqual([]);
  expect(report.sound).toBe(true);
  expect(report.changes).toBe(session.read.prepare('SELECT count(*) FROM change').pluck().get());
  expect(report.rows).toBeGreaterThan(1000);
});

test('what is written while it compares is no damage', async () => {
  const workspace = await sample();
  const reader = openReader(workspace.file);
  const steps = scrub(reader, WORKSPACE_CHECKS);
  let step = steps.next();
  for (let written = 0; !step.done; written += 1) {
    if (written < 40) await workspace.client.compute.create({ record: { name: `later-${written}` } });
    step = steps.next();
  }
  reader.close();
  expect(step.value.damage).toEqual([]);
  expect(step.value.sound).toBe(true);
});

test('an empty workspace is sound', () => {
  const { session } = temporaryWorkspace();
  expect(scrubbed(session.read, WORKSPACE_CHECKS)).toMatchObject({ sound: true, changes: 0, rows: 1 });
});

test.each([
  [
    'a changed field',
    "UPDATE compute SET notes = 'x' WHERE id = (SELECT id FROM object WHERE name = 'ams1-app-01')",
    'row: Compute "ams1-app-01" does not hold in "Notes" what its history says.',
  ],
  [
    'a row that is gone',
    "DELETE FROM compute WHERE id = (SELECT id FROM object WHERE name = 'ams1-app-01')",
    'row: Compute "ams1-app-01" is missing.',
  ],
  [
    'a row that nobody wrote',
    "INSERT INTO site (id, name) VALUES ('zzz', 'Nowhere')",
    'row: Site zzz is there although nobody ever wrote it.',
  ],
  [
    'a name that is not the one in the row',
    "UPDATE object SET name_key = 'other' WHERE name = 'ams1-app-01'",
    /^index: The name of .+ is not the one in its row\.$/,
  ],
  [
    'a capacity that nothing adds up to',
    "UPDATE capacity SET cores = cores + 1 WHERE compute_id = (SELECT id FROM object WHERE name = 'ams1-app-01')",
    /^derived: The capacity of .+ is not what its parts add up to\.$/,
  ],
  [
    'a word that the row does not hold',
    "UPDATE search_entry SET rest = 'nonsense' WHERE name = 'ams1-app-01'",
    /^derived: What .+ is found by is not what its row says\.$/,
  ],
  [
    'a changed entry of the history',
    "UPDATE change SET object_id = 'x' WHERE seq = 7",
    /^history: .*Entry 7 was changed/,
  ],
  ['a missing entry of the history', 'DELETE FROM change WHERE seq = 7', /^history: .*Entry 7 is missing/],
])('%s is found and named', async (_, sql, sentence) => {
  const workspace = await sample();
  tamper(workspace, sql);
  const damage = damageOf(workspace);
  expect(damage).toContainEqual(typeof sentence === 'string' ? sentence : expect.stringMatching(sentence));
  expect(damage.length).toBeLessThan(6);
});

test('every table is compared: with the history, with its rows, or by its index', () => {
  const { session } = temporaryWorkspace();
  const tables = session.read
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search_text*'")
    .pluck()
    .all();
  const compared = ['attachment_content', 'capacity', 'change', 'change_group', 'object'];
  const search = ['search_entry', 'search_key', 'search_state'];
  expect(tables.toSorted()).toEqual([...NOUN_LIST.map(({ table }) => table), ...compared, ...search].toSorted());
});
