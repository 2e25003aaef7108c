import { expect, test } from 'vitest';
import { storageFailure } from './sqlite-failure.ts';

const errorOf = (code: string) => Object.assign(new Error('text of the system'), { code });

test.each([
  ['EIO', 'E_WORKSPACE_CORRUPT', 'The disk reported an error. Nothing was written; check the disk.'],
  ['SQLITE_IOERR_READ', 'E_WORKSPACE_CORRUPT', 'The disk reported an error. Nothing was written; check the disk.'],
  ['ENOSPC', 'E_WORKSPACE_FULL', 'The disk is full. Nothing was written; free some room and try again.'],
  [
    'EMFILE',
    'E_WORKSPACE_BUSY',
    'The system allows no more open files. Nothing was written; close other programs and try again.',
  ],
])('%s of the system or of SQLite becomes a sentence', (code, failureCode, sentence) => {
  expect(storageFailure(errorOf(code))?.failure).toEqual({ code: failureCode, message: sentence });
});

test("an error that is not of the disk is nobody's to name", () => {
  expect(storageFailure(errorOf('ERR_INVALID_ARG_TYPE'))).toBeNull();
  expect(storageFailure(new Error('no code'))).toBeNull();
});
