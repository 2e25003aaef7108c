import { existsSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { fail } from '../../shared/contract/failure.ts';
import { regexpMatcher } from '../../shared/rules/query/compile.ts';
import { foldText } from '../../shared/rules/query/text-match.ts';
import { PatternBudget } from './pattern-budget.ts';

/** A connection that only reads. Repository functions take the weakest handle that serves. */
export interface ReadDatabase {
  readonly inTransaction: boolean;
  prepare<Parameters extends unknown[] | object = unknown[], Result = unknown>(
    sql: string,
  ): Database.Statement<Parameters extends unknown[] ? Parameters : [Parameters], Result>;
  pragma(source: string, options?: Database.PragmaOptions): unknown;
}

declare const writable: unique symbol;

/** The one connection that writes; only electron/db makes it. */
export type WriteDatabase = Database.Database & ReadDatabase & { readonly [writable]: true };

const COMMON_PRAGMAS = [
  'trusted_schema = OFF',
  'cell_size_check = ON',
  'foreign_keys = ON',
  'temp_store = MEMORY',
  // KiB. Further pages come from the system's own cache; a larger one here only grows with the length of a session.
  'cache_size = -16384',
];

const EDIT_CACHE_KIB = 8192;

/** An import comes back to the same pages of every index: what is not kept is written twice and read again. */
const IMPORT_CACHE_KIB = 65_536;

/** What SQLite hands to our functions: columns hold text, numbers or nothing. */
type SqlText = string | number | null;

function configure(database: Database.Database): void {
  for (const pragma of COMMON_PRAGMAS) database.pragma(pragma);
  database.pragma('synchronous = FULL');
  assertPragma(database, 'synchronous', 2);
  assertPragma(database, 'trusted_schema', 0);
  assertPragma(database, 'cell_size_check', 1);
  assertPragma(database, 'foreign_keys', 1);
  const regexpMatch = regexpMatcher(new PatternBudget());
  database.function('regexp_match', { deterministic: true }, (pattern: string, flags: string, value: SqlText) =>
    regexpMatch(pattern, flags, value),
  );
  database.function('fold_text', { deterministic: true }, (value: SqlText) =>
    value === null ? null : foldText(String(value)),
  );
}

function assertPragma(database: Database.Database, name: string, expected: number): void {
  const actual = database.pragma(name, { simple: true });
  if (actual !== expected) throw new Error(`PRAGMA ${name} is ${String(actual)}, not ${expected}.`);
}

/** Opens the writer: WAL with synchronous=FULL, so that a commit is on the disk before it is acknowledged. */
export function openWriter(file: string): WriteDatabase {
  const database = new Database(file, { fileMustExist: true, timeout: 5000 });
  try {
    configure(database);
    const mode = database.pragma('journal_mode = WAL', { simple: true });
    if (mode !== 'wal') throw new Error(`The journal mode is ${String(mode)}, not wal.`);
    // The session empties the log when nobody waits for it (Session), never in the middle of a command.
    database.pragma('wal_autocheckpoint = 0');
    database.pragma(`cache_size = -${EDIT_CACHE_KIB}`);
    // Switching to WAL resets nothing else, but the compiled default of WAL is NORMAL: ask again.
    assertPragma(database, 'synchronous', 2);
    return asWriter(database);
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Lets the writer keep as many pages as an import needs while `action` runs, and gives the memory back after it. */
export async function withImportCache<Result>(database: WriteDatabase, action: () => Promise<Result>): Promise<Result> {
  database.pragma(`cache_size = -${IMPORT_CACHE_KIB}`);
  try {
    return await action();
  } finally {
    database.pragma(`cache_size = -${EDIT_CACHE_KIB}`);
  }
}

/** Opens a connection that cannot write. */
export function openReader(file: string): Database.Database & ReadDatabase {
  const database = new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  try {
    configure(database);
    return database;
  } catch (error) {
    database.close();
    // The first statements of all cannot be wrong in themselves: the head of the file is.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_ERROR')
      fail(
        'E_WORKSPACE_CORRUPT',
        'The head of the workspace file is damaged. Restore a backup, or salvage what is left.',
      );
    throw error;
  }
}

/**
 * Takes back what a crash left half done while the file was not in WAL mode: opening it, migrating it and closing it pass
 * through that. A connection that only reads cannot, and refuses the file.
 */
export function rollBackJournal(file: string): void {
  if (!existsSync(`${file}-journal`)) return;
  const database = new Database(file, { fileMustExist: true, timeout: 5000 });
  try {
    database.pragma('synchronous = FULL');
    database.prepare('SELECT count(*) FROM sqlite_schema').get();
  } finally {
    database.close();
  }
}

/** Only what this file opened for writing is marked as such. */
function asWriter(database: Database.Database): WriteDatabase {
  return database as unknown as WriteDatabase;
}

/** A new, empty database at `file` in rollback-journal mode, for building a workspace before it gets its name. */
export function openNew(file: string): WriteDatabase {
  const database = new Database(file, { timeout: 5000 });
  configure(database);
  return asWriter(database);
}

/** A database in memory, for comparing schemas and for tests. */
export function openMemory(): WriteDatabase {
  return openNew(':memory:');
}

/** How large the write-ahead log is on the disk. */
export function logBytes(database: WriteDatabase): number {
  return statSync(`${database.name}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}

/** Moves the write-ahead log into the file and empties it. Answers false where somebody is reading from it: it stays. */
export function emptyLog(database: WriteDatabase): boolean {
  database.pragma('busy_timeout = 0');
  try {
    const [outcome] = database.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    return outcome?.busy === 0;
  } finally {
    database.pragma('busy_timeout = 5000');
  }
}

/** Empties the write-ahead log and leaves exactly one file behind that also opens from a read-only disk. */
export function closeWriter(database: WriteDatabase): void {
  try {
    // A reader beside us may hold the log; the person who closes does not wait for it.
    database.pragma('busy_timeout = 500');
    database.pragma('wal_checkpoint(TRUNCATE)');
    database.pragma('journal_mode = DELETE');
  } catch {
    // Read by another program, or a full disk: everything acknowledged is safe in the log that then stays beside the file.
  } finally {
    database.close();
  }
}
