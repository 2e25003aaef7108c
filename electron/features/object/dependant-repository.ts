import type { Dependants } from '../../../shared/contract/noun.ts';
import type { FieldDefinition, NounDefinition } from '../../../shared/domain/noun.ts';
import { NOUN_LIST, referencedNouns } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { decodeRow, type StoredRecord } from '../../db/record-codec.ts';
import { statementOf } from '../../db/statements.ts';

export interface Dependant {
  readonly definition: NounDefinition;
  readonly field: FieldDefinition;
}

const NAMED_AT_MOST = 100;

/** The reference fields of other nouns that can point at a row of this one. */
export function dependantFields(definition: NounDefinition): Dependant[] {
  return NOUN_LIST.flatMap((other) =>
    other.fieldList
      .filter(
        (field) => field.meta.kind === 'reference' && referencedNouns(field.meta.references ?? '').includes(definition),
      )
      .map((field) => ({ definition: other, field })),
  );
}

/** Rows of a dependant noun that point at any of `ids`. */
export function dependantRows(database: ReadDatabase, dependant: Dependant, ids: readonly string[]): StoredRecord[] {
  const { definition, field } = dependant;
  return statementOf<[string], Record<string, unknown>>(
    database,
    `SELECT * FROM ${definition.table} WHERE ${field.column} IN (SELECT value FROM json_each(?)) ORDER BY id`,
  )
    .all(JSON.stringify(ids))
    .map((row) => decodeRow(definition, row));
}

/** What a deletion of `ids` would take with it, and what refuses it. */
export function previewDependants(
  database: ReadDatabase,
  definition: NounDefinition,
  ids: readonly string[],
  describe: (definition: NounDefinition, record: StoredRecord) => string,
): Dependants {
  const owned = new Map<string, number>();
  const blocking: Dependants['blocking'] = [];
  let blockingCount = 0;
  const going = new Set(ids);
  for (const dependant of dependantFields(definition)) {
    const { onDelete } = dependant.field.meta;
    if (onDelete === 'clear') continue;
    const rows = dependantRows(database, dependant, ids).filter((row) => !going.has(row.id));
    if (rows.length === 0) continue;
    if (onDelete === 'owned')
      owned.set(dependant.definition.noun, (owned.get(dependant.definition.noun) ?? 0) + rows.length);
    else {
      blockingCount += rows.length;
      const room = NAMED_AT_MOST - blocking.length;
      for (const row of rows.slice(0, room))
        blocking.push({ noun: dependant.definition.noun, id: row.id, name: describe(dependant.definition, row) });
    }
  }
  return { owned: [...owned].map(([noun, count]) => ({ noun, count })), blocking, blockingCount };
}
