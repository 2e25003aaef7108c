import { accessSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { FailureError, fail, type Failure } from '../../shared/contract/failure.ts';
import { writeBackup } from './backup.ts';
import { closeWriter, openReader, openWriter, type ReadDatabase, type WriteDatabase } from './connection.ts';
import { readFileHeader } from './file-header.ts';
import { takeWriterLock, type WriterLock } from './lock.ts';
import { migrate, refuseForeignSchema, refuseNewer, userVersion } from './migrate.ts';
import { NEWEST_VERSION } from './migrations/list.ts';
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

/**
 * Opens a workspace. Read-only places, another writer and damage do not refuse it: it opens for reading and says why.
 * Refuses with E_NOT_FOUND, E_WORKSPACE_FORMAT, E_WORKSPACE_NEWER, E_WORKSPACE_CORRUPT, the file untouched.
 */
export function openWorkspace(file: string, options: OpenOptions): OpenWorkspace {
  return withStorageFailures(() => {
    const header = readFileHeader(file);
    refuseNewer(header.userVersion);
    if (!options.write)
      return openForReading(file, header.writeAheadLog, 'readonly', readOnly('It was opened for reading only.'));
    const refusal = writeRefusal(file);
    if (refusal !== null) return openForReading(file, header.writeAheadLog, 'readonly', readOnly(refusal));
    return openLocked(file, header.writeAheadLog, options);
  });
}

function readOnly(message: string): Failure {
  return { code: 'E_WORKSPACE_READONLY', message };
}

function openLocked(file: string, writeAheadLog: boolean, options: OpenOptions): OpenWorkspace {
  let lock: WriterLock;
  try {
    lock = takeWriterLock(file);
  } catch (error) {
    const failure = storageFailure(error)?.failure;
    if (failure?.code !== 'E_WORKSPACE_BUSY') throw error;
    return openForReading(file, writeAheadLog, 'readonly', failure);
  }
  try {
    const damage = findDamage(file);
    if (!damage) return openForWriting(file, lock, options);
    lock.release();
    return openForReading(file, writeAheadLog, 'corrupt', { code: 'E_WORKSPACE_CORRUPT', message: damage });
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** Checks through a connection that cannot write, so that a damaged file keeps its bytes. */
function findDamage(file: string): string | null {
  let reader: Database.Database & ReadDatabase;
  try {
    reader = openReader(file);
  } catch (error) {
    const failure = storageFailure(error);
    if (failure?.failure.code === 'E_WORKSPACE_CORRUPT') throw failure;
    throw error;
  }
  try {
    refuseNewer(userVersion(reader));
    if (userVersion(reader) === NEWEST_VERSION) refuseForeignSchema(reader);
    const check = reader.pragma('quick_check(1)', { simple: true });
    return check === 'ok' ? null : 'The workspace file is damaged. Restore a backup; until then it can only be read.';
  } catch (error) {
    const failure = storageFailure(error) ?? error;
    if (failure instanceof FailureError && failure.failure.code === 'E_WORKSPACE_CORRUPT')
      return failure.failure.message;
    throw failure;
  } finally {
    reader.close();
  }
}

function openForWriting(file: string, lock: WriterLock, options: OpenOptions): OpenWorkspace {
  const writer = openWriter(file);
  try {
    if (userVersion(writer) < NEWEST_VERSION) {
      writeBackup(writer, options.backupFolder, `before format ${NEWEST_VERSION}`, new Date());
      migrate(writer);
    }
    refuseForeignSchema(writer);
    const reader = openReader(file);
    const close = () => {
      reader.close();
      closeWriter(writer);
      lock.release();
    };
    return { file, mode: 'writable', refusal: null, reader, writer, close };
  } catch (error) {
    closeWriter(writer);
    throw error;
  }
}

function openForReading(file: string, writeAheadLog: boolean, mode: WorkspaceMode, refusal: Failure): OpenWorkspace {
  const copy = writeAheadLog && writeRefusal(file) !== null ? copyAside(file) : null;
  const reader = openReader(copy?.file ?? file);
  try {
    if (mode !== 'corrupt') {
      refuseNewer(userVersion(reader));
      refuseOlder(userVersion(reader));
      refuseForeignSchema(reader);
    }
  } catch (error) {
    reader.close();
    copy?.remove();
    throw error;
  }
  const close = () => {
    reader.close();
    copy?.remove();
  };
  return { file, mode, refusal, reader, writer: null, close };
}

function refuseOlder(version: number): void {
  if (version >= NEWEST_VERSION) return;
  fail(
    'E_WORKSPACE_READONLY',
    'The workspace has an older format and must be migrated first, but it cannot be written here. Copy it to a disk that can be written.',
  );
}

/** A write-ahead-log file cannot be opened where nothing can be written beside it: read a copy instead. */
function copyAside(file: string): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rackwright-'));
  const copy = join(folder, basename(file));
  copyFileSync(file, copy);
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
  return { file: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function writeRefusal(file: string): string | null {
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return statSync(file).mode & 0o222 ? null : 'The file is marked read-only.';
  } catch {
    return 'The file or its folder is read-only: it can be read and copied, not changed.';
  }
}
