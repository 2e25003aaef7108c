import { fail } from '../../../shared/contract/failure.ts';
import { openReader, type ReadDatabase } from '../connection.ts';
import { publishOver, viaTemporary } from '../durable-file.ts';
import { userVersion } from '../migrate.ts';
import { changeAt, newestChange } from '../verify.ts';

/** A consistent copy of an open workspace, verified by opening it before it gets its name. */
export function saveCopy(database: ReadDatabase, target: string): void {
  viaTemporary(target, (temporary) => {
    const before = newestChange(database);
    database.prepare('VACUUM INTO ?').run(temporary);
    if (!isCopy(temporary, database, before.seq))
      fail('E_WORKSPACE_CORRUPT', 'The copy could not be verified, and was not kept.');
    publishOver(temporary, target);
  });
}

/** Whether `file` opens, is sound, and ends in a change of the original no older than `leastSeq`. */
function isCopy(file: string, original: ReadDatabase, leastSeq: number): boolean {
  const copy = openReader(file);
  try {
    const newest = newestChange(copy);
    return (
      copy.pragma('integrity_check(1)', { simple: true }) === 'ok' &&
      userVersion(copy) === userVersion(original) &&
      newest.seq >= leastSeq &&
      newest.hash === changeAt(original, newest.seq).hash
    );
  } finally {
    copy.close();
  }
}
