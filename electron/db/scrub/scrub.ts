import type { Damage, ScrubReport } from '../../../shared/contract/damage.ts';
import type { ReadDatabase } from '../connection.ts';
import { CHAIN_START } from '../hash-chain.ts';
import { LogCheck } from './log-check.ts';
import { RowCheck } from './row-check.ts';
import { because, tableDamage } from './sentences.ts';

/** What a feature keeps beside the rows and can compare with them: yields what is wrong, a slice at a time. */
export type DerivedCheck = (database: ReadDatabase) => Iterable<readonly Damage[]>;

const LISTED_AT_MOST = 500;
const MESSAGES_PER_TABLE = 20;

/**
 * Compares a whole workspace with its change log: every entry with its hash, every row with its entries, every index with
 * its table, and what is derived with the rows. Yields between slices, so that a caller may stop it or do something else.
 */
export function* scrub(database: ReadDatabase, derived: readonly DerivedCheck[]): Generator<undefined, ScrubReport> {
  // One state of the file from the first entry to the last row: what is written meanwhile is no damage.
  if (database.inTransaction) return yield* compared(database, derived);
  database.prepare('BEGIN').run();
  try {
    return yield* compared(database, derived);
  } finally {
    database.prepare('ROLLBACK').run();
  }
}

function* compared(database: ReadDatabase, derived: readonly DerivedCheck[]): Generator<undefined, ScrubReport> {
  const damage: Damage[] = [];
  let damageCount = 0;
  let sound = true;
  const note = (found: readonly Damage[]) => {
    damageCount += found.length;
    sound &&= found.every(({ part }) => part === 'derived');
    damage.push(...found.slice(0, LISTED_AT_MOST - damage.length));
  };
  const log = new LogCheck(database);
  const rows = new RowCheck(database, log.doubtful);
  const steps = [log.run(), rows.run(), tables(database), ...derived.map((check) => check(database))];
  for (const step of steps) {
    try {
      for (const found of step) {
        note(found);
        yield;
      }
    } catch (error) {
      note([tableDamage('file', '', `A part of the file cannot be read${because(error)}.`)]);
    }
  }
  const head = log.head === '' ? CHAIN_START.toString('hex') : log.head;
  return { sound, changes: log.changes, rows: rows.rows, head, damageCount, damage };
}

/** Runs a scrub to its end. */
export function scrubbed(database: ReadDatabase, derived: readonly DerivedCheck[]): ScrubReport {
  const steps = scrub(database, derived);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Whether every index leads to the rows of its table, and to all of them. */
function* tables(database: ReadDatabase): Generator<readonly Damage[]> {
  const names = database
    .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all();
  for (const name of names) {
    const messages = database.pragma(`integrity_check('${name}')`) as readonly { readonly integrity_check: string }[];
    yield messages
      .map((row) => row.integrity_check)
      .filter((message) => message !== 'ok')
      .slice(0, MESSAGES_PER_TABLE)
      .map((message) => tableDamage('index', name, `An index or page of "${name}" is damaged: ${message}.`));
  }
}
