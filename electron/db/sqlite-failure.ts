import { FailureError, type FailureCode } from '../../shared/contract/failure.ts';

interface SqliteLike {
  readonly code: string;
}

function hasCode(error: unknown): error is Error & SqliteLike {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

const TOO_MANY_FILES = 'The system allows no more open files. Nothing was written; close other programs and try again.';

const SENTENCES: readonly (readonly [prefix: string, code: FailureCode, sentence: string])[] = [
  ['SQLITE_FULL', 'E_WORKSPACE_FULL', 'The disk is full. Nothing was written; free some room and try again.'],
  ['ENOSPC', 'E_WORKSPACE_FULL', 'The disk is full. Nothing was written; free some room and try again.'],
  ['EDQUOT', 'E_WORKSPACE_FULL', 'The disk quota is used up. Nothing was written; free some room and try again.'],
  ['SQLITE_BUSY', 'E_WORKSPACE_BUSY', 'The workspace is being written by another program.'],
  ['SQLITE_READONLY', 'E_WORKSPACE_READONLY', 'The workspace cannot be written: the file or its folder is read-only.'],
  ['EROFS', 'E_WORKSPACE_READONLY', 'The workspace cannot be written: the disk is read-only.'],
  [
    'SQLITE_CANTOPEN',
    'E_WORKSPACE_READONLY',
    'The file cannot be opened for writing: it or its folder does not allow it.',
  ],
  ['EPERM', 'E_WORKSPACE_READONLY', 'The file cannot be written: the system does not allow it.'],
  ['EACCES', 'E_WORKSPACE_READONLY', 'The file cannot be written: access is denied.'],
  [
    'SQLITE_CORRUPT',
    'E_WORKSPACE_CORRUPT',
    'The workspace file is damaged. Restore a backup, or open it to read what is left.',
  ],
  ['SQLITE_NOTADB', 'E_WORKSPACE_FORMAT', 'The file is not a Rackwright workspace.'],
  ['SQLITE_IOERR', 'E_WORKSPACE_CORRUPT', 'The disk reported an error. Nothing was written; check the disk.'],
  ['EIO', 'E_WORKSPACE_CORRUPT', 'The disk reported an error. Nothing was written; check the disk.'],
  ['EMFILE', 'E_WORKSPACE_BUSY', TOO_MANY_FILES],
  ['ENFILE', 'E_WORKSPACE_BUSY', TOO_MANY_FILES],
];

/** The failure for an error of SQLite or the file system, or null for any other error. */
export function storageFailure(error: unknown): FailureError | null {
  if (error instanceof FailureError) return error;
  if (!hasCode(error)) return null;
  const entry = SENTENCES.find(([prefix]) => error.code.startsWith(prefix));
  return entry ? new FailureError({ code: entry[1], message: entry[2] }) : null;
}

/** Runs `action`; a storage error leaves as a sentence, any other error as it is. */
export function withStorageFailures<Result>(action: () => Result): Result {
  try {
    return action();
  } catch (error) {
    throw storageFailure(error) ?? error;
  }
}
