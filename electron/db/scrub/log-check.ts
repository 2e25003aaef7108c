import type { Damage } from '../../../shared/contract/damage.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../connection.ts';
import { badGroup, checkedEntries } from '../verify.ts';
import { because, historyDamage } from './sentences.ts';

const STEP = 5000;

/** Recomputes every hash of the log and notes which objects have a damaged entry. */
export class LogCheck {
  readonly #database: ReadDatabase;
  readonly doubtful = new Set<string>();
  changes = 0;
  head = '';
  /** The number of the first bad entry; null: all are good. */
  firstBad: number | null = null;

  constructor(database: ReadDatabase) {
    this.#database = database;
  }

  *run(): Generator<readonly Damage[]> {
    let found: Damage[] = [];
    let newestGroup = 0;
    try {
      for (const entry of checkedEntries(this.#database)) {
        this.changes += 1;
        newestGroup = entry.groupId;
        this.head = entry.hash.toString('hex');
        if (entry.problem !== null) found.push(this.#note(entry.seq, entry.noun, entry.objectId, entry.problem));
        if (this.changes % STEP !== 0) continue;
        yield found;
        found = [];
      }
      const group = this.firstBad === null ? badGroup(this.#database, newestGroup) : undefined;
      if (group) {
        this.firstBad = group.first_seq;
        found.push(historyDamage(`Group ${group.id} of the history does not stand as the changes after it say.`));
      }
    } catch (error) {
      this.firstBad ??= this.changes + 1;
      found.push(historyDamage(`The history cannot be read after entry ${this.changes}${because(error)}.`));
    }
    yield found;
  }

  #note(seq: number, noun: string, objectId: string, problem: string): Damage {
    this.firstBad ??= seq;
    this.doubtful.add(objectId);
    return historyDamage(`History: ${problem}`, findNoun(noun) ? noun : null, objectId);
  }
}
