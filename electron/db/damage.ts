import { FailureError } from '../../shared/contract/failure.ts';
import { openReader } from './connection.ts';
import { refuseForeignSchema, refuseNewer, userVersion } from './migrate.ts';
import { storageFailure } from './sqlite-failure.ts';

/**
 * What is wrong with a workspace file, as a sentence, or null. Looks through a connection that cannot write, so that a
 * damaged file keeps its bytes. Refuses what is not damage but another's file: E_WORKSPACE_NEWER, E_WORKSPACE_FORMAT.
 */
export function findDamage(file: string): string | null {
  const reader = openReader(file);
  try {
    refuseNewer(userVersion(reader));
    refuseForeignSchema(reader);
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
