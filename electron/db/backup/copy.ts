import { fail } from '../../../shared/contract/failure.ts';
import { openReader, type ReadDatabase } from '../connection.ts';
import { publishOver, viaTemporary } from '../durable-file.ts';
import { userVersion } from '../migrate.ts';

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

interface ChangeMark {
  readonly seq: number;
  readonly hash: string;
}

const NO_CHANGE: ChangeMark = { seq: 0, hash: '' };

function newestChange(database: ReadDatabase): ChangeMark {
  const newest = database.prepare<[], ChangeMark>(
    'SELECT seq, hex(hash) AS hash FROM change ORDER BY seq DESC LIMIT 1',
  );
  return newest.get() ?? NO_CHANGE;
}

function changeAt(database: ReadDatabase, seq: number): ChangeMark {
  const found = database.prepare<[number], ChangeMark>('SELECT seq, hex(hash) AS hash FROM change WHERE seq = ?');
  return found.get(seq) ?? NO_CHANGE;
}
