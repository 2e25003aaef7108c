import { rmSync } from 'node:fs';
import type { SalvageReport } from '../../../shared/contract/damage.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import { openNew, openReader, type ReadDatabase, type WriteDatabase } from '../connection.ts';
import { APPLICATION_ID } from '../file-header.ts';
import { migrate } from '../migrate.ts';
import { ObjectNames } from '../object-names.ts';
import { scrubbed, type DerivedCheck } from '../scrub/scrub.ts';
import { everyRecord } from '../statements.ts';
import { BestRows } from './best-rows.ts';
import { copyLog, logState } from './copy-log.ts';
import { dropDangling } from './references.ts';
import { cutLog, logDifference } from './rewrite-log.ts';

export interface SalvageParts {
  /** Makes what is kept beside the rows. */
  readonly derive: (database: WriteDatabase) => void;
  /** Copies what features keep outside the rows; answers how many rows were left without it and removed. */
  readonly carry: (source: ReadDatabase, target: WriteDatabase) => number;
  readonly checks: readonly DerivedCheck[];
}

/**
 * Builds a sound workspace at `target` from what is left of `file`, which keeps every byte. The history is kept up to its
 * first damaged group; what came after is written as one group. Refuses with E_WORKSPACE_CORRUPT when nothing can be read.
 */
export function salvage(file: string, target: string, parts: SalvageParts, actor: string): SalvageReport {
  const source = openReader(file);
  const database = openNew(target);
  try {
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma('synchronous = OFF');
    migrate(database);
    database.pragma('foreign_keys = OFF');
    return database.transaction(() => rebuild(source, database, parts, actor))();
  } catch (error) {
    rmSync(target, { force: true });
    throw error;
  } finally {
    source.close();
    database.close();
  }
}

function rebuild(source: ReadDatabase, database: WriteDatabase, parts: SalvageParts, actor: string): SalvageReport {
  const log = logState(database, copyLog(source, database));
  const best = new BestRows(source, database, log);
  best.write();
  const withoutBytes = parts.carry(source, database);
  const dangling = dropDangling(database);
  cutLog(database, log.soundTo);
  const rewritten = logDifference(database, labelOf(log.soundTo, log.entries), actor, new Date());
  nameAll(database);
  parts.derive(database);
  const report = scrubbed(database, parts.checks);
  if (report.damageCount > 0)
    fail('E_WORKSPACE_CORRUPT', `The workspace could not be salvaged: ${report.damage[0]?.message ?? ''}`);
  return {
    rows: report.rows,
    lostRows: best.lost.length + dangling.length + withoutBytes,
    changes: log.soundTo,
    lostChanges: log.entries - log.soundTo,
    rewritten,
  };
}

function labelOf(soundTo: number, entries: number): string {
  return soundTo === entries ? 'Salvage rows' : `Salvage what came after change ${soundTo}`;
}

function nameAll(database: WriteDatabase): void {
  const names = new ObjectNames(database);
  for (const definition of NOUN_LIST) {
    if (!definition.names) continue;
    for (const record of everyRecord(database, definition)) names.insert(definition, record);
  }
}
