import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { listBackups } from '../../db/backup/store.ts';
import { createWorkspaceFile } from '../../db/create.ts';
import { SessionHolder } from '../../session/session.ts';
import { refusalOf } from '../../testing/failures.ts';
import { ended } from '../../testing/streams.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { clientOf, type CliClient } from '../cli/session.ts';
import { runCommand, type Surroundings } from '../control.ts';
import { tasksInline, type TaskRunner } from './task-runner.ts';
import type { EngineNews } from '../../../shared/contract/engine-control.ts';

afterEach(() => {
  vi.useRealTimers();
});

async function opened(runner = tasksInline) {
  const folder = temporaryFolder();
  const holder = new SessionHolder();
  const file = join(folder, 'Hall.rackwright');
  const backupFolder = join(folder, 'backups');
  const news: EngineNews[] = [];
  const lines: string[] = [];
  createWorkspaceFile(file);
  const surroundings: Surroundings = { runner, news: (told) => news.push(told), log: (line) => lines.push(line) };
  const run = (command: Parameters<typeof runCommand>[1]) => runCommand(holder, command, surroundings);
  onTestFinished(async () => run({ kind: 'close' }) as Promise<void>);
  await run({ kind: 'open', file, backupFolder, operator: 'ada', write: true });
  const client = clientOf(holder.require());
  return { holder, file, backupFolder, folder, news, lines, run, client };
}

async function importParis(client: CliClient): Promise<void> {
  const events = await client.csv.import({ noun: 'site', text: 'Name\nParis\n', existing: 'update' });
  for await (const event of events) if (event.kind === 'report') expect(event.report.problems).toEqual([]);
}

const inMinutes = (minutes: number) => vi.advanceTimersByTimeAsync(minutes * 60_000);

test('a change is in a backup within five minutes; without a change there is no further one', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { client, backupFolder } = await opened();
  await inMinutes(5);
  expect(listBackups(backupFolder)).toMatchObject([{ ordinal: 1, facts: { changes: 0 } }]);
  await client.site.create({ record: { name: 'Berlin' } });
  await inMinutes(5);
  // The one before is of the same hour and gave way.
  const automatic = { ordinal: 2, reason: 'automatic', facts: { counts: { site: 1 }, changes: 1, problem: null } };
  expect(listBackups(backupFolder)).toMatchObject([automatic]);
  await inMinutes(60);
  expect(listBackups(backupFolder)).toMatchObject([automatic]);
});

test('what was written last is in a backup when the workspace is closed', async () => {
  const { client, backupFolder, run } = await opened();
  await client.site.create({ record: { name: 'Berlin' } });
  await run({ kind: 'close' });
  expect(listBackups(backupFolder)[0]?.facts).toMatchObject({ counts: { site: 1 }, changes: 1 });
});

test('an import begins with a backup of what was there before', async () => {
  const { client, backupFolder } = await opened();
  await client.site.create({ record: { name: 'Berlin' } });
  await importParis(client);
  const [newest] = listBackups(backupFolder);
  expect(newest).toMatchObject({ reason: 'before import', facts: { counts: { site: 1 } } });
  expect(await client.site.list({})).toMatchObject({ total: 2 });
});

/** Every way in for many rows at once. */
const IMPORTS: readonly (readonly [what: string, run: (client: CliClient, folder: string) => Promise<unknown>])[] = [
  ['a CSV file', (client) => importParis(client)],
  ['a zone file', (client) => ended(client.dns.importZone({ text: '@ 60 A 192.0.2.1\n', zone: 'example.com' }))],
  [
    'NetBox device types',
    (client, folder) => {
      const file = join(folder, 'box.yaml');
      writeFileSync(file, 'manufacturer: Acme\nmodel: Box\nslug: acme-box\nu_height: 1\n');
      return ended(client.import.deviceTypes({ paths: [file] }));
    },
  ],
  [
    'a NetBox data set',
    (client, folder) => {
      const file = join(folder, 'data.json');
      writeFileSync(file, JSON.stringify([{ model: 'dcim.site', pk: 1, fields: { name: 'Rome' } }]));
      return ended(client.import.netboxData({ path: file }));
    },
  ],
  [
    'rows pasted from a spreadsheet',
    (client) => client.grid.apply({ noun: 'site', columns: ['name'], rows: [{ cells: ['Rome'] }] }),
  ],
];

test.each(IMPORTS)('%s is imported after a backup of what was there before', async (_what, run) => {
  const { client, backupFolder, folder } = await opened();
  await client.site.create({ record: { name: 'Berlin' } });
  await run(client, folder);
  expect((await client.history.groups({}))[0]?.kind).toBe('import');
  const [newest] = listBackups(backupFolder);
  expect(newest).toMatchObject({ reason: 'before import', facts: { changes: 1, problem: null } });
});

test('without a backup nothing is imported, and the sentence names the cause', async () => {
  const failing = { ...tasksInline, run: () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOSPC' })) };
  const { client } = await opened(failing);
  const refusal = await refusalOf(importParis(client));
  expect(refusal.code).toBe('E_WORKSPACE_FULL');
  expect(refusal.message).toMatch(
    /^Nothing was imported, because there is no backup to go back to\. The disk is full\./,
  );
  expect(await client.site.list({})).toMatchObject({ total: 0 });
});

test('damage found beside the work makes the workspace read-only, tells main, and is never backed up', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const { client, holder, news, lines, backupFolder, run } = await opened();
  await client.site.create({ record: { name: 'Berlin' } });
  await inMinutes(5);
  const before = listBackups(backupFolder).length;
  holder.require().workspace.writer?.exec("UPDATE site SET region = 'X'");
  await inMinutes(24 * 60 + 1);
  expect(news).toEqual([
    {
      state: {
        mode: 'corrupt',
        failure: {
          code: 'E_WORKSPACE_CORRUPT',
          message:
            'The workspace file is damaged, so nothing more is written into it. Site "Berlin" does not hold in "Region" what its history says.',
        },
      },
    },
  ]);
  expect((await refusalOf(client.site.create({ record: { name: 'Paris' } }))).code).toBe('E_WORKSPACE_CORRUPT');
  expect(await client.site.list({})).toMatchObject({ total: 1 });
  expect((await client.workspace.info()).mode).toBe('corrupt');
  await run({ kind: 'close' });
  expect(listBackups(backupFolder)).toHaveLength(before);
  expect(lines.join('\n')).not.toMatch(/Berlin|Hall/);
});

test('a salvaged workspace takes the place of the damaged one, which is kept', async () => {
  const { client, holder, file, backupFolder, run } = await opened();
  await client.site.create({ record: { name: 'Berlin' } });
  holder.require().workspace.writer?.exec("UPDATE site SET region = 'X'");
  const answer = await run({ kind: 'salvage', file, backupFolder, operator: 'ada' });
  expect(answer).toMatchObject({ lostRows: 0, lostChanges: 0, rewritten: 0 });
  await run({ kind: 'open', file, backupFolder, operator: 'ada', write: true });
  const again = clientOf(holder.require());
  expect((await again.site.list({})).items[0]?.record).toMatchObject({ name: 'Berlin', region: null });
  expect(await again.workspace.damage({ again: true })).toMatchObject({ sound: true, changes: 1 });
});

test('a comparison that gives way to much writing begins again a minute later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const ended = Promise.withResolvers<null>();
  const comparisons: string[] = [];
  const runner: TaskRunner = {
    run: (name, input) => {
      if (name === 'scrub') comparisons.push(name);
      return comparisons.length === 1 && name === 'scrub' ? (ended.promise as never) : tasksInline.run(name, input);
    },
    stop: async (name) => {
      if (name === 'scrub') ended.resolve(null);
    },
  };
  const { holder, lines } = await opened(runner);
  await vi.advanceTimersByTimeAsync(3000);
  expect(comparisons).toHaveLength(1);
  holder.require().upkeep?.giveWay();
  await vi.advanceTimersByTimeAsync(59_000);
  expect(comparisons).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(1000);
  expect(comparisons).toHaveLength(2);
  expect(lines).toEqual(['scrub: 0 changes and 1 rows compared, 0 damaged']);
});
