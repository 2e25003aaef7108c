import { existsSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { fail } from '../../shared/contract/failure.ts';
import { openNew } from './connection.ts';
import { publishNew, viaTemporary } from './durable-file.ts';
import { APPLICATION_ID } from './file-header.ts';
import { migrate } from './migrate.ts';
import { withStorageFailures } from './sqlite-failure.ts';

/**
 * Makes a new workspace: built under a temporary name, closed, synced, then named, then the folder synced, so that a
 * power cut leaves either no workspace or a whole one. Refuses with E_DUPLICATE when the file exists.
 */
export function createWorkspaceFile(file: string): void {
  if (existsSync(file)) refuseExisting(file);
  if (!existsSync(dirname(file)))
    fail('E_NOT_FOUND', `There is no folder "${basename(dirname(file))}" to put the workspace in.`);
  withStorageFailures(() =>
    viaTemporary(file, (temporary) => {
      build(temporary);
      try {
        publishNew(temporary, file);
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'EEXIST') refuseExisting(file);
        throw error;
      }
    }),
  );
}

function build(file: string): void {
  const database = openNew(file);
  try {
    database.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(database);
  } finally {
    database.close();
  }
}

function refuseExisting(file: string): never {
  return fail(
    'E_DUPLICATE',
    `There is already a file named "${basename(file)}" here; it is not replaced. Choose another name.`,
  );
}
