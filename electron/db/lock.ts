import Database from 'better-sqlite3';
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { fail } from '../../shared/contract/failure.ts';
import { systemUser } from '../system-user.ts';

/** Held while a workspace is open for writing. */
export interface WriterLock {
  release(): void;
}

const ATTEMPTS = 5;

/**
 * Locks of this process by the file they guard. POSIX locks belong to the process: merely opening and closing a guarded
 * file here, the lock's or the workspace's own, would drop them.
 */
const held = new Map<string, Database.Database>();

/** Whether this process itself has the workspace open for writing. */
export function isHeldHere(file: string): boolean {
  return held.has(lockFileOf(file));
}

function lockFileOf(file: string): string {
  return `${file}-lock`;
}

/**
 * Takes the single-writer lock of `file`: an operating-system lock on a small file beside it, so that it is gone with the
 * process, however that ends. Refuses with E_WORKSPACE_BUSY naming the holder.
 */
export function takeWriterLock(file: string): WriterLock {
  const lockFile = lockFileOf(file);
  if (held.has(lockFile)) refuseBusy(lockFile);
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    // Kept open as long as the lock: closing any descriptor of a file drops this process's POSIX locks on it.
    const descriptor = openSync(lockFile, 'a');
    const lock = lockHolding(lockFile, descriptor);
    if (lock) return lock;
    closeSync(descriptor);
  }
  return refuseBusy(lockFile);
}

/** The lock, or null where the file that was locked has lost its name in between. */
function lockHolding(lockFile: string, descriptor: number): WriterLock | null {
  let database: Database.Database | undefined;
  try {
    database = openLock(lockFile);
    // The previous holder may have removed the file between our opening and our locking it: then we hold a ghost.
    if (stillNamed(lockFile, descriptor)) {
      writeFileSync(holderFile(lockFile), holder());
      held.set(lockFile, database);
      const locked = database;
      return { release: () => release(lockFile, locked, descriptor) };
    }
    database.close();
    return null;
  } catch (error) {
    database?.close();
    closeSync(descriptor);
    throw error;
  }
}

function openLock(lockFile: string): Database.Database {
  const database = new Database(lockFile, { timeout: 0 });
  try {
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
    database.exec('BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')) refuseBusy(lockFile);
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
  // Released before; the number of its descriptor may by now be that of another file.
  if (held.get(lockFile) !== database) return;
  const forget = () => {
    rmSync(holderFile(lockFile), { force: true });
    rmSync(lockFile, { force: true });
  };
  const unlock = () => {
    database.close();
    closeSync(descriptor);
  };
  held.delete(lockFile);
  // Names first, lock last: a newcomer that finds no file makes its own and cannot meet us. Windows removes no open file.
  const order = process.platform === 'win32' ? [unlock, forget] : [forget, unlock];
  for (const step of order) step();
}

/** Runs `action` while nobody else can write `file`, whether it is there or not. */
export function whileLocked<Result>(file: string, action: () => Result): Result {
  const lock = takeWriterLock(existsSync(file) ? realpathSync(file) : file);
  try {
    return action();
  } finally {
    lock.release();
  }
}
