import Database from 'better-sqlite3';
import { closeSync, existsSync, fstatSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fail } from '../../shared/contract/failure.ts';
import { systemUser } from '../system-user.ts';

/** Held while a workspace is open for writing. */
export interface WriterLock {
  release(): void;
}

const ATTEMPTS = 5;

/**
 * Takes the single-writer lock of `file`: an operating-system lock on a small file beside it, so that it is gone with the
 * process, however that ends. Refuses with E_WORKSPACE_BUSY naming the holder.
 */
export function takeWriterLock(file: string): WriterLock {
  const lockFile = `${file}-lock`;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Kept open as long as the lock: closing any descriptor of a file drops this process's POSIX locks on it.
    const descriptor = openSync(lockFile, 'a');
    const database = openLock(lockFile);
    if (!database) {
      closeSync(descriptor);
      refuseBusy(lockFile);
    }
    // The previous holder may have removed the file between our opening and our locking it: then we hold a ghost.
    if (stillNamed(lockFile, descriptor)) {
      writeFileSync(holderFile(lockFile), holder());
      return { release: () => release(lockFile, database, descriptor) };
    }
    database.close();
    closeSync(descriptor);
  }
  return refuseBusy(lockFile);
}

function openLock(lockFile: string): Database.Database | null {
  const database = new Database(lockFile, { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}

function stillNamed(lockFile: string, descriptor: number): boolean {
  return existsSync(lockFile) && statSync(lockFile).ino === fstatSync(descriptor).ino;
}

function holderFile(lockFile: string): string {
  return `${lockFile}-holder`;
}

function holder(): string {
  return `${systemUser()} on ${hostname()} (process ${process.pid})`;
}

function refuseBusy(lockFile: string): never {
  let who = 'another Rackwright';
  try {
    who = readFileSync(holderFile(lockFile), 'utf8').slice(0, 200) || who;
  } catch {
    // The holder's note is a courtesy; the lock itself has answered.
  }
  return fail('E_WORKSPACE_BUSY', `The workspace is open for writing by ${who}. It can be read, but not changed.`, {
    details: { holder: who },
  });
}

function release(lockFile: string, database: Database.Database, descriptor: number): void {
  // Names first, lock last: a newcomer that finds no file makes its own and cannot meet us.
  rmSync(holderFile(lockFile), { force: true });
  rmSync(lockFile, { force: true });
  database.close();
  closeSync(descriptor);
}
