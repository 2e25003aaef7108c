import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type Database from 'better-sqlite3';
import { fail, type Failure, type FailureCode } from '../../shared/contract/failure.ts';
import { writeBackup } from './backup/store.ts';
import {
  closeWriter,
  openReader,
  openWriter,
  rollBackJournal,
  type ReadDatabase,
  type WriteDatabase,
} from './connection.ts';
import { findDamage } from './damage.ts';
import { sweepLeftovers } from './durable-file.ts';
import { readFileHeader } from './file-header.ts';
import { isHeldHere, takeWriterLock, type WriterLock } from './lock.ts';
import { migrate, refuseForeignSchema, refuseNewer, userVersion } from './migrate.ts';
import { NEWEST_VERSION } from './migrations/list.ts';
import { openReadable, writeRefusal } from './readable.ts';
import { storageFailure, withStorageFailures } from './sqlite-failure.ts';

export type WorkspaceMode = 'writable' | 'readonly' | 'corrupt';

/** An open workspace file: its connections and its lock. Commands run through a Writer on `writer`. */
export interface OpenWorkspace {
  readonly file: string;
  readonly mode: WorkspaceMode;
  /** Why it cannot be written; null when it can. */
  readonly refusal: Failure | null;
  readonly reader: Database.Database & ReadDatabase;
  readonly writer: WriteDatabase | null;
  close(): void;
}

export interface OpenOptions {
  /** Where the verified copy goes that precedes a migration. */
  readonly backupFolder: string;
  /** false: never takes the lock, only reads. */
  readonly write: boolean;
}

/** Failures that leave a workspace readable: it opens and says why it cannot be written. */
const STILL_READABLE: ReadonlySet<FailureCode> = new Set([
  'E_WORKSPACE_BUSY',
  'E_WORKSPACE_READONLY',
  'E_WORKSPACE_FULL',
]);

/**
 * Opens a workspace. Read-only places, a full disk, another writer and damage do not refuse it: it opens for reading and
 * says why. Refuses with E_NOT_FOUND, E_WORKSPACE_FORMAT, E_WORKSPACE_NEWER, E_WORKSPACE_CORRUPT, the file untouched.
 */
export function openWorkspace(path: string, options: OpenOptions): OpenWorkspace {
  return withStorageFailures(() => {
    if (!isHeldHere(realPath(path))) refuseNewer(readFileHeader(path).userVersion);
    const file = realPath(path);
    if (!options.write) return openForReading(file, 'readonly', readOnly('It was opened for reading only.'));
    const refusal = writeRefusal(file);
    return refusal === null ? openLocked(file, options) : openForReading(file, 'readonly', readOnly(refusal));
  });
}

/** However many links lead to it: one file, one log, one lock. */
function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function readOnly(message: string): Failure {
  return { code: 'E_WORKSPACE_READONLY', message };
}

function openLocked(file: string, options: OpenOptions): OpenWorkspace {
  let lock: WriterLock;
  try {
    lock = takeWriterLock(file);
  } catch (error) {
    const failure = storageFailure(error)?.failure;
    if (!failure || !STILL_READABLE.has(failure.code)) throw error;
    return openForReading(file, 'readonly', failure);
  }
  let damage: string | null;
  try {
    sweepLeftovers(dirname(file), basename(file));
    rollBackJournal(file);
    damage = findDamage(file);
    if (damage === null) return openForWriting(file, lock, options);
  } catch (error) {
    lock.release();
    throw error;
  }
  lock.release();
  return openForReading(file, 'corrupt', { code: 'E_WORKSPACE_CORRUPT', message: damage });
}

/** Without a verified copy to go back to, an older file is left as it is. */
function keepOlderFormat(file: string, backupFolder: string): void {
  const reader = openReader(file);
  try {
    if (userVersion(reader) < NEWEST_VERSION)
      writeBackup(reader, backupFolder, `before format ${NEWEST_VERSION}`, new Date());
  } finally {
    reader.close();
  }
}

function openForWriting(file: string, lock: WriterLock, options: OpenOptions): OpenWorkspace {
  keepOlderFormat(file, options.backupFolder);
  const writer = openWriter(file);
  try {
    migrate(writer);
    refuseForeignSchema(writer);
    const reader = openReader(file);
    const close = () => {
      try {
        reader.close();
        closeWriter(writer);
      } finally {
        lock.release();
      }
    };
    return { file, mode: 'writable', refusal: null, reader, writer, close };
  } catch (error) {
    closeWriter(writer);
    throw error;
  }
}

function openForReading(file: string, mode: WorkspaceMode, refusal: Failure): OpenWorkspace {
  const { reader, remove } = openReadable(file);
  const close = () => {
    reader.close();
    remove();
  };
  try {
    if (mode !== 'corrupt') {
      refuseNewer(userVersion(reader));
      refuseOlder(userVersion(reader));
      refuseForeignSchema(reader);
    }
  } catch (error) {
    close();
    throw error;
  }
  return { file, mode, refusal, reader, writer: null, close };
}

function refuseOlder(version: number): void {
  if (version >= NEWEST_VERSION) return;
  fail(
    'E_WORKSPACE_READONLY',
    'The workspace has an older format and must be migrated first, but it cannot be written here. Copy it to a disk that can be written.',
  );
}
