import type { RowOf } from '../../shared/domain/noun.ts';
import { definitionOf, type NounName, type NOUNS } from '../../shared/domain/nouns.ts';
import type { ReadDatabase } from './connection.ts';
import { decodeRow, type StoredRecord } from './record-codec.ts';
import { findRecord } from './statements.ts';

export type RowOfNoun<Name extends NounName> = RowOf<(typeof NOUNS)[Name]>;

/** A stored row with the types of its noun: what is stored was validated by the definition when it was written. */
export function typedRow<Name extends NounName>(_noun: Name, record: StoredRecord): RowOfNoun<Name> {
  return record as unknown as RowOfNoun<Name>;
}

export function findRow<Name extends NounName>(
  database: ReadDatabase,
  noun: Name,
  id: string,
): RowOfNoun<Name> | undefined {
  const record = findRecord(database, definitionOf(noun), id);
  return record && typedRow(noun, record);
}

export function decodeRows<Name extends NounName>(
  noun: Name,
  rows: readonly Record<string, unknown>[],
): RowOfNoun<Name>[] {
  return rows.map((row) => typedRow(noun, decodeRow(definitionOf(noun), row)));
}
