import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { backupFactsSchema, type BackupFacts } from '../../../shared/contract/backup.ts';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import { openReader, type ReadDatabase } from '../connection.ts';
import { userVersion } from '../migrate.ts';
import { NEWEST_VERSION } from '../migrations/list.ts';
import { scrubbed, type DerivedCheck } from '../scrub/scrub.ts';
import { storageFailure } from '../sqlite-failure.ts';
import { verifyChangeLog } from '../verify.ts';

const storedSchema = z.object({ bytes: z.int(), facts: backupFactsSchema });

function factsFile(backup: string): string {
  return backup.replace(/\.rackwright$/, '.json');
}

/** What a backup holds, as noted beside it; looked up in the backup itself where the note is missing or of another file. */
export function factsOf(backup: string): BackupFacts {
  try {
    const { bytes, facts } = storedSchema.parse(JSON.parse(readFileSync(factsFile(backup), 'utf8')));
    if (bytes === statSync(backup).size) return facts;
  } catch {
    // Without its note a backup is as good as with it.
  }
  return noteFacts(backup, []);
}

/** Opens the backup, checks it whole, and notes beside it what it holds and what is wrong with it. */
export function noteFacts(backup: string, derived: readonly DerivedCheck[]): BackupFacts {
  const facts = factsWithin(backup, derived);
  try {
    writeFileSync(factsFile(backup), JSON.stringify({ bytes: statSync(backup).size, facts }));
  } catch {
    // A note that cannot be kept is made again next time.
  }
  return facts;
}

export function removeWithFacts(backup: string): void {
  rmSync(backup, { force: true });
  rmSync(factsFile(backup), { force: true });
}

const NOTHING: Omit<BackupFacts, 'problem'> = { counts: {}, changes: 0, lastChange: null, head: '' };

/** What a backup holds and what is wrong with it, by opening it and checking it whole. */
export function factsWithin(backup: string, derived: readonly DerivedCheck[]): BackupFacts {
  try {
    const reader = openReader(backup);
    try {
      return { ...contentOf(reader), problem: problemOf(reader, derived) };
    } finally {
      reader.close();
    }
  } catch (error) {
    const failure = storageFailure(error)?.failure;
    return { ...NOTHING, problem: failure?.message ?? 'The backup cannot be read.' };
  }
}

function contentOf(database: ReadDatabase): Omit<BackupFacts, 'problem'> {
  const tables = new Set(database.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all());
  const counts = NOUN_LIST.filter(({ table }) => tables.has(table)).map(({ noun, table }) => {
    const count = Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
    return [noun, count] as const;
  });
  const last = database
    .prepare<[], { seq: number; at: string; actor: string; label: string; head: string }>(
      `SELECT seq, at, actor, label, lower(hex(hash)) AS head
       FROM change JOIN change_group ON change_group.id = change.group_id ORDER BY seq DESC LIMIT 1`,
    )
    .get();
  return {
    counts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
    changes: last?.seq ?? 0,
    lastChange: last ? { at: last.at, actor: last.actor, label: last.label } : null,
    head: last?.head ?? '',
  };
}

function problemOf(database: ReadDatabase, derived: readonly DerivedCheck[]): string | null {
  if (userVersion(database) === NEWEST_VERSION) {
    const { sound, damage, damageCount } = scrubbed(database, derived);
    const more = damageCount > 1 ? ` (and ${damageCount - 1} more)` : '';
    return sound ? null : `${damage.find(({ part }) => part !== 'derived')?.message ?? ''}${more}`;
  }
  if (database.pragma('integrity_check(1)', { simple: true }) !== 'ok') return 'The backup is damaged.';
  const { firstBad } = verifyChangeLog(database);
  return firstBad?.reason ?? null;
}
