import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import { listBackups } from '../db/backup/store.ts';
import { openReader, type ReadDatabase } from '../db/connection.ts';
import { scrubbed } from '../db/scrub/scrub.ts';
import { openSession } from '../engine/compose.ts';
import { WORKSPACE_CHECKS } from '../engine/workspace-checks.ts';
import { importedNames, namesPromised, type CrashLine } from './crash-phase.ts';

export interface Remains {
  readonly file: string;
  readonly backupFolder: string;
  readonly said: readonly CrashLine[];
}

/**
 * Opens what a killed program left: it can be written at once, holds the `kept` names, is sound, and leaves nothing over.
 * Answers the names of its computes and sites.
 */
export function checkSound({ file, backupFolder }: Remains, kept: readonly string[]): ReadonlySet<string> {
  const session = openSession(file, { backupFolder, write: true }, 'tester');
  expect(session.state.mode).toBe('writable');
  const names = namesIn(session.read);
  expect(kept.filter((name) => !names.has(name))).toEqual([]);
  expect(scrubbed(session.read, WORKSPACE_CHECKS).damage).toEqual([]);
  session.workspace.close();
  expect(readdirSync(dirname(file)).filter((name) => /\.new|-wal$|-shm$|-journal$|-lock/.test(name))).toEqual([]);
  for (const { facts } of listBackups(backupFolder)) expect(facts.problem).toBeNull();
  return names;
}

/** Everything acknowledged is there, and each import whole or not at all. Answers how many imports are there. */
export function checkWork(remains: Remains, keptBefore: readonly string[]): number {
  const { said } = remains;
  const names = checkSound(remains, [...keptBefore, ...said.flatMap(namesPromised)]);
  const imports = said.filter(({ begun }) => begun === 'import');
  return imports.filter(({ name = '', rows = 0 }) => {
    const there = importedNames(name, rows).filter((entry) => names.has(entry)).length;
    expect([0, rows]).toContain(there);
    return there === rows;
  }).length;
}

/** The workspace is as before the restore or as the backup; and where it is as the backup, what it was is a backup too. */
export function checkRestored(remains: Remains): void {
  const { said, backupFolder } = remains;
  const lastRestore = said.findLastIndex(({ acknowledged }) => acknowledged === 'restore');
  const since = said.slice(lastRestore + 1).flatMap(namesPromised);
  const names = checkSound(remains, ['base']);
  const isUnderWay = said.at(-1)?.begun === 'restore';
  const wasRestored = isUnderWay && names.size === 1;
  if (!wasRestored) expect([...names]).toEqual(expect.arrayContaining(since));
  // Nothing of before a restore that was answered is there any more; one compute may be there whose answer was not said.
  if (!wasRestored) expect(names.size - new Set(['base', ...since]).size).toBeLessThanOrEqual(isUnderWay ? 0 : 1);
  if (wasRestored) expect(namesInBackup(backupFolder)).toEqual(new Set(['base', ...since]));
}

/** What the newest backup that was made before a restore holds. */
function namesInBackup(backupFolder: string): ReadonlySet<string> {
  const backup = listBackups(backupFolder).find(({ reason }) => reason === 'before restore');
  if (!backup) throw new Error('No backup was made before the restore.');
  const reader = openReader(backup.file);
  try {
    return namesIn(reader);
  } finally {
    reader.close();
  }
}

function namesIn(database: ReadDatabase): ReadonlySet<string> {
  const sql = 'SELECT name FROM compute UNION ALL SELECT name FROM site';
  return new Set(database.prepare<[], string>(sql).pluck().all());
}
