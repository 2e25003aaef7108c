import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSession } from '../../engine/compose.ts';
import { clientOf } from '../../engine/cli/session.ts';
import { salvageParts, WORKSPACE_CHECKS } from '../../engine/workspace-checks.ts';
import { dumpOfFile, fillEveryTable } from '../../testing/bit-flips.ts';
import { sha256Of } from '../../testing/file-facts.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { openNew, openReader, type WriteDatabase } from '../connection.ts';
import { scrubbed } from '../scrub/scrub.ts';
import { dumpOf } from '../testing/databases.ts';
import { verifyChangeLog } from '../verify.ts';
import { salvage } from './salvage.ts';

/** A closed workspace with rows of every noun, harmed by `harm`, and what was salvaged of it. */
async function salvaged(harm: (database: WriteDatabase) => void) {
  const workspace = temporaryWorkspace();
  await fillEveryTable(workspace);
  const before = dumpOf(workspace.session.read);
  await workspace.session.close();
  const folder = temporaryFolder();
  const damaged = join(folder, 'Damaged.rackwright');
  copyFileSync(workspace.file, damaged);
  const database = openNew(damaged);
  database.pragma('foreign_keys = OFF');
  harm(database);
  database.close();
  const bytes = sha256Of(damaged);
  const target = join(folder, 'Salvaged.rackwright');
  const report = salvage(damaged, target, salvageParts(), 'ada');
  expect(sha256Of(damaged)).toBe(bytes);
  const reader = openReader(target);
  const after = dumpOf(reader);
  const verification = verifyChangeLog(reader);
  expect(scrubbed(reader, WORKSPACE_CHECKS).damage).toEqual([]);
  reader.close();
  return { report, before, after, verification, target, folder, original: workspace.file };
}

test('a sound workspace is salvaged to the last byte of every row and change', async () => {
  const { report, target, original } = await salvaged(() => undefined);
  expect(report).toMatchObject({ lostRows: 0, lostChanges: 0, rewritten: 0 });
  const withoutSearch = (dump: string) =>
    JSON.stringify((JSON.parse(dump) as [string, unknown][]).filter(([table]) => !table.startsWith('search_')));
  expect(withoutSearch(dumpOfFile(target))).toBe(withoutSearch(dumpOfFile(original)));
});

test('rows that were changed, removed or put in are as the history says, and nothing is lost', async () => {
  const { report, before, after, verification } = await salvaged((database) => {
    database.exec("UPDATE compute SET notes = 'x' WHERE serial = 'SN1'");
    database.exec("DELETE FROM compute WHERE serial = 'SN2'");
    database.exec("INSERT INTO site (id, name) VALUES ('zzz', 'Nowhere')");
    database.exec('UPDATE capacity SET cores = 99');
    database.exec("UPDATE object SET name_key = id WHERE noun = 'compute'");
  });
  expect(report).toMatchObject({ lostRows: 0, lostChanges: 0, rewritten: 0 });
  expect(after).toEqual(before);
  expect(verification.ok).toBe(true);
});

test('where the history is damaged the rows are kept as stored, and it begins anew after its last sound group', async () => {
  const { report, before, after, verification } = await salvaged((database) => {
    database.exec("UPDATE change SET after = replace(after, 'web-7', 'web-8') WHERE after LIKE '%web-7%'");
  });
  expect(report.lostRows).toBe(0);
  expect(report.lostChanges).toBeGreaterThan(0);
  expect(report.rewritten).toBeGreaterThan(0);
  expect(after).toEqual(before);
  expect(verification).toMatchObject({ ok: true, checked: report.changes + report.rewritten });
});

test('history and a row of it damaged together: only that row suffers', async () => {
  const { before, after } = await salvaged((database) => {
    database.exec("DELETE FROM change WHERE seq = (SELECT max(seq) FROM change WHERE after LIKE '%web-7%')");
    database.exec("UPDATE compute SET notes = 'x' WHERE serial = 'SN7'");
  });
  const others = (rows: unknown[] | undefined) =>
    (rows as { serial: string }[]).filter(({ serial }) => serial !== 'SN7');
  expect(others(after['compute'])).toEqual(others(before['compute']));
  expect(Object.keys(after).filter((table) => JSON.stringify(after[table]) !== JSON.stringify(before[table]))).toEqual([
    'compute',
  ]);
});

test('a salvaged workspace opens, finds things and is written as any other', async () => {
  const { target, folder } = await salvaged((database) =>
    database.exec("UPDATE compute SET notes = 'x' WHERE serial = 'SN1'"),
  );
  const session = openSession(target, { backupFolder: join(folder, 'backups'), write: true }, 'ada');
  const client = clientOf(session);
  expect((await client.find.objects({ text: 'SN1' })).map(({ name }) => name)).toContain('web-1');
  await client.compute.create({ record: { name: 'new-1' } });
  await client.history.undo();
  expect(scrubbed(session.read, WORKSPACE_CHECKS).damage).toEqual([]);
  await session.close();
});
