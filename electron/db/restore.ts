import { copyFileSync, existsSync, linkSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { FailureError, fail } from '../../shared/contract/failure.ts';
import { closeWriter, openReader, openWriter, rollBackJournal } from './connection.ts';
import { factsWithin, noteFacts } from './backup/facts.ts';
import { writeBackup } from './backup/store.ts';
import { findDamage } from './damage.ts';
import { publishOver, syncFile, syncFolder, viaTemporary } from './durable-file.ts';
import { readFileHeader } from './file-header.ts';
import { userVersion } from './migrate.ts';
import { NEWEST_VERSION } from './migrations/list.ts';
import { scrubbed } from './scrub/scrub.ts';
import { storageFailure } from './sqlite-failure.ts';
import { whileLocked } from './lock.ts';

export interface Replacement {
  /** Where what was there is now: among the backups, or beside the workspace where it was damaged. Null: nothing was there. */
  readonly kept: string | null;
}

export interface ReplaceOptions {
  readonly file: string;
  readonly backupFolder: string;
  /** Why, as the reason of the backup of what was there. */
  readonly reason: string;
  /** Builds the file that takes the place; must be closed when it returns. */
  readonly build: (temporary: string) => void;
}

/**
 * Puts another file in a workspace's place, whole or not at all, at whatever moment the power goes. What was there is kept:
 * as a backup, which undoes this by being restored, or under another name beside it where it is damaged.
 */
export function replaceWorkspace({ file, backupFolder, reason, build }: ReplaceOptions): Replacement {
  return whileLocked(file, () => {
    let kept: string | null = null;
    viaTemporary(file, (temporary) => {
      build(temporary);
      syncFile(temporary);
      if (existsSync(file)) kept = isWhole(file) ? backUpWhole(file, backupFolder, reason) : keepBeside(file);
      publishOver(temporary, file);
    });
    return { kept };
  });
}

/** Puts a backup in the place of a workspace. Refuses a file that is no workspace, or damaged. */
export function restoreBackup(backup: string, file: string, backupFolder: string): Replacement {
  readFileHeader(backup);
  // It was whole when it was made, and may have rotted since.
  if (findDamage(backup) !== null || factsWithin(backup, []).problem !== null) {
    noteFacts(backup, []);
    fail('E_WORKSPACE_CORRUPT', 'This backup is damaged itself and was not restored. Choose another.');
  }
  return replaceWorkspace({
    file,
    backupFolder,
    reason: 'before restore',
    build: (temporary) => copyFileSync(backup, temporary),
  });
}

function isWhole(file: string): boolean {
  try {
    rollBackJournal(file);
    return findDamage(file) === null && rowsAreWhole(file);
  } catch (error) {
    if (error instanceof FailureError || isUnreadable(error)) return false;
    throw error;
  }
}

/** A file whose head is damaged is no database any more. */
function isUnreadable(error: unknown): boolean {
  const code = storageFailure(error)?.failure.code;
  return code === 'E_WORKSPACE_FORMAT' || code === 'E_WORKSPACE_CORRUPT';
}

function backUpWhole(file: string, backupFolder: string, reason: string): string {
  // What a crash left in the log beside the file is brought into it first: a log must never meet another file.
  closeWriter(openWriter(file));
  const reader = openReader(file);
  try {
    return writeBackup(reader, backupFolder, reason, new Date());
  } finally {
    reader.close();
  }
}

function rowsAreWhole(file: string): boolean {
  const reader = openReader(file);
  try {
    return userVersion(reader) < NEWEST_VERSION || scrubbed(reader, []).sound;
  } finally {
    reader.close();
  }
}

/** A damaged workspace keeps its unwritten pages: they belong to it, and to no backup. */
function keepBeside(file: string): string {
  const aside = `${file.replace(/\.rackwright$/, '')} damaged ${Date.now().toString(36)}.rackwright`;
  try {
    linkSync(file, aside);
  } catch {
    copyFileSync(file, aside);
    syncFile(aside);
  }
  if (existsSync(`${file}-wal`)) {
    copyFileSync(`${file}-wal`, `${aside}-wal`);
    syncFile(`${aside}-wal`);
  }
  syncFolder(dirname(file));
  // Gone before the other file gets the name: SQLite would write these pages into it.
  for (const ending of ['-wal', '-shm']) rmSync(file + ending, { force: true });
  return basename(aside);
}
