import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { emptyValue, toSql, type SqlValue } from '../record-codec.ts';

/** A row as its change entries leave it. */
export interface FoldedRow {
  readonly noun: string;
  readonly id: string;
  /** Null: removed. */
  record: Readonly<Record<string, unknown>> | null;
  /** Whether the entries begin with its creation; else only the fields they name are known. */
  whole: boolean;
}

export interface FoldEntry {
  readonly noun: string;
  readonly object_id: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Applies one entry to what the entries before made of the row. */
export function folded(present: FoldedRow | undefined, entry: FoldEntry): FoldedRow {
  const row = present ?? { noun: entry.noun, id: entry.object_id, record: null, whole: false };
  if (entry.after === null) row.record = null;
  else {
    const after = JSON.parse(entry.after) as Record<string, unknown>;
    row.record = entry.before === null ? after : { ...row.record, ...after };
  }
  if (entry.before === null || entry.after === null) row.whole = true;
  return row;
}

/** What a column must hold; undefined: the entries do not say. */
type Expectation = (row: FoldedRow) => SqlValue | undefined;

interface ColumnModel {
  readonly key: string;
  readonly label: string;
  readonly column: string;
  readonly expected: Expectation;
}

const models = new Map<string, readonly ColumnModel[]>();

/** The columns of a noun, each with what it must hold by its entries. */
export function columnModels(definition: NounDefinition): readonly ColumnModel[] {
  const known = models.get(definition.noun);
  if (known) return known;
  const made = definition.fieldList.map((field): ColumnModel => {
    const empty = toSql(field, emptyValue(field));
    const expected: Expectation = ({ record, whole }) => {
      if (record && Object.hasOwn(record, field.key)) {
        const value = toSql(field, record[field.key]);
        // SQLite keeps half a surrogate pair as another character.
        return typeof value === 'string' ? value.toWellFormed() : value;
      }
      return whole ? empty : undefined;
    };
    return { key: field.key, label: field.meta.label, column: field.column, expected };
  });
  models.set(definition.noun, made);
  return made;
}

/** The columns of `stored` that are not what the entries say. */
export function differingColumns(
  definition: NounDefinition,
  row: FoldedRow,
  stored: Readonly<Record<string, unknown>>,
): readonly ColumnModel[] {
  return columnModels(definition).filter((model) => {
    const expected = model.expected(row);
    return expected !== undefined && expected !== stored[model.column];
  });
}
