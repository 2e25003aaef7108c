import type { FieldDefinition, NounDefinition } from '../../shared/domain/noun.ts';

export type SqlValue = string | number | null;

/** A stored row of any noun: its id and its fields. */
export type StoredRecord = Record<string, unknown> & { id: string };

/** The one place where flags become 0 or 1 and structured values become JSON text. */
export function toSql(field: FieldDefinition, value: unknown): SqlValue {
  if (value === null || value === undefined) return null;
  if (field.meta.kind === 'flag') return value === true ? 1 : 0;
  if (field.meta.kind === 'json') return JSON.stringify(value);
  return value as SqlValue;
}

export function fromSql(field: FieldDefinition, value: unknown): unknown {
  if (value === null) return null;
  if (field.meta.kind === 'flag') return value === 1;
  if (field.meta.kind === 'json') return JSON.parse(value as string);
  return value;
}

/** The values of a record in the order of `columnsOf`. */
export function sqlValues(definition: NounDefinition, record: StoredRecord): SqlValue[] {
  const values: SqlValue[] = [record.id];
  for (const field of definition.fieldList) values.push(toSql(field, record[field.key]));
  return values;
}

export function columnsOf(definition: NounDefinition): string[] {
  return ['id', ...definition.fieldList.map((field) => field.column)];
}

export function decodeRow(definition: NounDefinition, row: Record<string, unknown>): StoredRecord {
  const record: StoredRecord = { id: row['id'] as string };
  for (const field of definition.fieldList) record[field.key] = fromSql(field, row[field.column]);
  return record;
}

/** What a field that a change entry does not know holds: null, or its default where it came with a later format. */
export function emptyValue(field: FieldDefinition): unknown {
  const filled = field.schema.safeParse(undefined);
  return filled.success ? filled.data : null;
}
