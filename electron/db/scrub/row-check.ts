import type { Damage } from '../../../shared/contract/damage.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../connection.ts';
import { NameCheck } from './name-check.ts';
import { onwards } from './order.ts';
import { differingColumns, folded, type FoldedRow, type FoldEntry } from './row-model.ts';
import { rowDamage, unreadable } from './sentences.ts';

const SLICE = 4000;

type Raw = Readonly<Record<string, unknown>> & { readonly id: string };

/** Rows that were there before the log knew them: the settings of a new file, and parts that format 40 made of serials. */
const UNLOGGED: ReadonlySet<string> = new Set(['setting', 'part']);

interface Slice {
  /** By noun, then id. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, FoldedRow>>;
  readonly to: string | null;
}

/** Compares every row with what its change entries make of it, a slice of objects at a time. */
export class RowCheck {
  /** Objects some entry of which is damaged: their rows are judged by nothing. */
  readonly #doubtful: ReadonlySet<string>;
  readonly #entries;
  readonly #within = new Map<string, { all(from: string, to: string): unknown[] }>();
  readonly #after = new Map<string, { all(from: string): unknown[] }>();
  readonly #names: NameCheck;
  rows = 0;

  constructor(database: ReadDatabase, doubtful: ReadonlySet<string>) {
    this.#doubtful = doubtful;
    this.#names = new NameCheck(database);
    this.#entries = database.prepare<[string, number], FoldEntry>(
      'SELECT noun, object_id, before, after FROM change WHERE object_id > ? ORDER BY object_id, seq LIMIT ?',
    );
    for (const { noun, table } of NOUN_LIST) {
      this.#within.set(
        noun,
        database.prepare<[string, string], Raw>(`SELECT * FROM ${table} WHERE id > ? AND id <= ?`),
      );
      this.#after.set(noun, database.prepare<[string], Raw>(`SELECT * FROM ${table} WHERE id > ?`));
    }
  }

  /** Yields after each slice what is wrong in it. */
  *run(): Generator<readonly Damage[]> {
    let from = '';
    for (;;) {
      const slice = this.#slice(from);
      yield this.#compare(slice, from);
      if (slice.to === null) return;
      from = onwards(from, slice.to);
    }
  }

  #slice(from: string): Slice {
    for (let limit = SLICE; ; limit *= 4) {
      const entries = this.#entries.all(from, limit);
      const last = entries.at(-1)?.object_id ?? null;
      const all = entries.length < limit;
      // The last object may have further entries: it belongs to the next slice.
      const whole = all ? entries : entries.filter((entry) => entry.object_id !== last);
      if (whole.length === 0 && !all) continue;
      return { rows: foldAll(whole), to: all ? null : (whole.at(-1)?.object_id ?? null) };
    }
  }

  #compare(slice: Slice, from: string): Damage[] {
    const found: Damage[] = [];
    for (const definition of NOUN_LIST) {
      const expected = slice.rows.get(definition.noun) ?? NONE;
      try {
        const stored = new Map(this.#stored(definition.noun, from, slice.to).map((row) => [row.id, row]));
        this.rows += stored.size;
        found.push(...this.#compareNoun(definition, expected, stored));
      } catch (error) {
        found.push(unreadable(definition, error));
      }
    }
    found.push(...this.#names.compare(slice.rows, from, slice.to, this.#doubtful));
    return found;
  }

  #stored(noun: string, from: string, to: string | null): Raw[] {
    const rows = to === null ? this.#after.get(noun)?.all(from) : this.#within.get(noun)?.all(from, to);
    return (rows ?? []) as Raw[];
  }

  #compareNoun(
    definition: NounDefinition,
    expected: ReadonlyMap<string, FoldedRow>,
    stored: ReadonlyMap<string, Raw>,
  ): Damage[] {
    const found: Damage[] = [];
    for (const row of expected.values()) {
      if (this.#doubtful.has(row.id)) continue;
      const present = stored.get(row.id);
      if (row.record === null) {
        if (present) found.push(rowDamage(definition, row.id, row.record, 'is there although it was deleted'));
      } else if (!present) found.push(rowDamage(definition, row.id, row.record, 'is missing'));
      else {
        const columns = differingColumns(definition, row, present);
        if (columns.length > 0) {
          const fields = columns.map(({ label }) => `"${label}"`).join(', ');
          found.push(rowDamage(definition, row.id, row.record, `does not hold in ${fields} what its history says`));
        }
      }
    }
    for (const id of stored.keys())
      if (!expected.has(id) && !UNLOGGED.has(definition.noun) && !this.#doubtful.has(id))
        found.push(rowDamage(definition, id, null, 'is there although nobody ever wrote it'));
    return found;
  }
}

const NONE: ReadonlyMap<string, FoldedRow> = new Map();

function foldAll(entries: readonly FoldEntry[]): ReadonlyMap<string, ReadonlyMap<string, FoldedRow>> {
  const rows = new Map<string, Map<string, FoldedRow>>();
  for (const entry of entries) {
    let byId = rows.get(entry.noun);
    if (!byId) rows.set(entry.noun, (byId = new Map<string, FoldedRow>()));
    byId.set(entry.object_id, folded(byId.get(entry.object_id), entry));
  }
  return rows;
}
