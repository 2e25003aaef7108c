import { accessSync, chmodSync, constants, copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { openReader, rollBackJournal, type ReadDatabase } from './connection.ts';
import { userVersion } from './migrate.ts';
import { storageFailure } from './sqlite-failure.ts';

export interface Readable {
  readonly reader: Database.Database & ReadDatabase;
  readonly remove: () => void;
}

/** A file with a write-ahead log cannot be opened where nothing can be written beside it: then a copy of both is read. */
export function openReadable(file: string): Readable {
  try {
    return { reader: openProven(file), remove: () => undefined };
  } catch (error) {
    if (storageFailure(error)?.failure.code !== 'E_WORKSPACE_READONLY') throw error;
    const copy = copyAside(file);
    try {
      rollBackJournal(copy.file);
      return { reader: openProven(copy.file), remove: copy.remove };
    } catch (failure) {
      copy.remove();
      throw failure;
    }
  }
}

/** Opening alone reads nothing; the first page shows whether reading works here. */
function openProven(file: string): Database.Database & ReadDatabase {
  const reader = openReader(file);
  try {
    userVersion(reader);
    return reader;
  } catch (error) {
    reader.close();
    throw error;
  }
}

function copyAside(file: string): { file: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'rackwright-'));
  const copy = join(folder, basename(file));
  for (const ending of ['', '-wal', '-journal']) {
    if (!existsSync(file + ending)) continue;
    copyFileSync(file + ending, copy + ending);
    // A copy keeps its read-only mark, which is what stood in the way.
    chmodSync(copy + ending, 0o600);
  }
  return { file: copy, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Why `file` cannot be written, as far as its marks tell; null when nothing speaks against trying. */
export function writeRefusal(file: string): string | null {
  try {
    accessSync(file, constants.W_OK);
    accessSync(dirname(file), constants.W_OK);
    return statSync(file).mode & 0o222 ? null : 'The file is marked read-only.';
  } catch {
    return 'The file or its folder is read-only: it can be read and copied, not changed.';
  }
}
