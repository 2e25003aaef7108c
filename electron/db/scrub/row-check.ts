import type { Damage } from '../../../shared/contract/damage.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../connection.ts';
import { foldedSlices, type FoldedSlice } from './folded-slices.ts';
import { NameCheck } from './name-check.ts';
import { differingColumns, type FoldedRow } from './row-model.ts';
import { rowDamage, unreadable } from './sentences.ts';

type Raw = Readonly<Record<string, unknown>> & { readonly id: string };

/** Rows that were there before the log knew them: the settings of a new file, and parts that format 40 made of serials. */
const UNLOGGED: ReadonlySet<string> = new Set(['setting', 'part']);

type RowsByNoun = ReadonlyMap<string, ReadonlyMap<string, FoldedRow>>;

/** Compares every row with what its change entries make of it, a slice of objects at a time. */
export class RowCheck {
  /** Objects some entry of which is damaged: their rows are judged by nothing. */
  readonly #doubtful: ReadonlySet<string>;
  readonly #database: ReadDatabase;
  readonly #within = new Map<string, { all(from: string, to: string): unknown[] }>();
  readonly #after = new Map<string, { all(from: string): unknown[] }>();
  readonly #names: NameCheck;
  rows = 0;

  constructor(database: ReadDatabase, doubtful: ReadonlySet<string>) {
    this.#database = database;
    this.#doubtful = doubtful;
    this.#names = new NameCheck(database);
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
    for (const slice of foldedSlices(this.#database)) yield this.#compare(slice);
  }

  #compare({ rows, from, to }: FoldedSlice): Damage[] {
    const expectedRows = byNoun(rows);
    const found: Damage[] = [];
    for (const definition of NOUN_LIST) {
      const expected = expectedRows.get(definition.noun) ?? NONE;
      try {
        const stored = new Map(this.#stored(definition.noun, from, to).map((row) => [row.id, row]));
        this.rows += stored.size;
        found.push(...this.#compareNoun(definition, expected, stored));
      } catch (error) {
        found.push(unreadable(definition, error));
      }
    }
    found.push(...this.#names.compare(expectedRows, from, to, this.#doubtful));
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

function byNoun(rows: readonly FoldedRow[]): RowsByNoun {
  const nouns = new Map<string, Map<string, FoldedRow>>();
  for (const row of rows) {
    let byId = nouns.get(row.noun);
    if (!byId) nouns.set(row.noun, (byId = new Map<string, FoldedRow>()));
    byId.set(row.id, row);
  }
  return nouns;
}
