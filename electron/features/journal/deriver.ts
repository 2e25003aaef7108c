import type { NounName } from '../../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { Deriver, WriteContext } from '../../db/write-context.ts';
import { AUTOMATIC_LINES, type AutomaticLine } from './automatic-lines.ts';
import { noteInJournal } from './service.ts';

interface Note {
  readonly noun: NounName;
  readonly before: StoredRecord | null;
  readonly after: StoredRecord | null;
}

const LINES_OF_AN_ENTRY = 100;

/**
 * Tells the journal of a thing what a command of a person changed about it. Imports are left out: they bring a state, and
 * their history says what came with them. Undo, redo and revert bring the entries of their target with them.
 */
export class JournalDeriver implements Deriver {
  /** By id: what each row was before the command, and is now. */
  readonly #notes = new Map<string, Note>();
  /** Things that came or went in this command: their own history says so. */
  readonly #cameOrWent = new Set<string>();
  /** Things that the command itself told the journal about: `object hardware`. */
  readonly #told = new Set<string>();

  changed(
    definition: NounDefinition,
    before: StoredRecord | null,
    after: StoredRecord | null,
    context: WriteContext,
  ): void {
    const noun = definition.noun as NounName;
    if (noun === 'journalEntry' && after) this.#told.add(keyOf(String(after['objectId']), String(after['category'])));
    else if (context.group.kind === 'edit' && AUTOMATIC_LINES[noun]) {
      const whole = after ?? before;
      if (definition.names && (before === null) !== (after === null) && whole) this.#cameOrWent.add(whole.id);
      if (whole) this.#notes.set(whole.id, { noun, before: this.#before(whole.id, before), after });
    }
  }

  flush(context: WriteContext): void {
    const entries = this.#entries(context);
    this.forget();
    for (const [first, ...more] of entries) {
      if (!first) continue;
      const lines = [first, ...more].map(({ text }) => text);
      const left = lines.length - LINES_OF_AN_ENTRY;
      const shown = left > 0 ? [...lines.slice(0, LINES_OF_AN_ENTRY), `And ${left} more.`] : lines;
      noteInJournal(context, { objectId: first.objectId, category: first.category, content: shown.join('\n') });
    }
    this.forget();
  }

  forget(): void {
    this.#notes.clear();
    this.#cameOrWent.clear();
    this.#told.clear();
  }

  #before(id: string, before: StoredRecord | null): StoredRecord | null {
    const noted = this.#notes.get(id);
    return noted ? noted.before : before;
  }

  #entries({ database }: WriteContext): readonly (readonly AutomaticLine[])[] {
    const lines = [...this.#notes.values()].flatMap(
      ({ noun, before, after }) => AUTOMATIC_LINES[noun]?.(database, before, after) ?? [],
    );
    const untold = lines.filter(
      ({ objectId, category }) => !this.#cameOrWent.has(objectId) && !this.#told.has(keyOf(objectId, category)),
    );
    return [...Map.groupBy(untold, ({ objectId, category }) => keyOf(objectId, category)).values()];
  }
}

function keyOf(objectId: string, category: string): string {
  return `${objectId} ${category}`;
}
