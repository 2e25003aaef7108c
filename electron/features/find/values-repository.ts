import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { nameKey } from '../../db/object-names.ts';
import { statementOf } from '../../db/statements.ts';

/** No character of Unicode sorts after it, so it ends every range of texts with one beginning. */
const LAST = '\u{10ffff}';

function texts(database: ReadDatabase, sql: string, values: Record<string, string | number | null>): string[] {
  return (statementOf(database, sql).all(values) as { value: string }[]).map(({ value }) => value);
}

/** Values in use in a text column that hold `text`: those that begin with it first, then the most used ones. */
export function valuesLike(
  database: ReadDatabase,
  { table }: NounDefinition,
  column: string,
  text: string,
  limit: number,
): string[] {
  const sql = `SELECT ${column} AS value FROM ${table} WHERE ${column} <> '' AND instr(lower(${column}), lower(:text)) > 0
    GROUP BY ${column} ORDER BY instr(lower(${column}), lower(:text)) > 1, count(*) DESC, ${column} LIMIT :limit`;
  return texts(database, sql, { text, limit });
}

/** Names of things of some nouns that begin with `text`, in order. */
export function namesLike(database: ReadDatabase, nouns: readonly string[], text: string, limit: number): string[] {
  const beginning = nameKey(text);
  const found = nouns.flatMap((noun) =>
    texts(
      database,
      `SELECT DISTINCT name AS value FROM object WHERE noun = :noun AND name_key >= :beginning AND name_key < :end
       ORDER BY name_key LIMIT :limit`,
      { noun, beginning, end: beginning + LAST, limit },
    ),
  );
  return [...new Set(found)].slice(0, limit);
}

/** Tag keys that begin with `text`, or the values of one key that do. */
export function tagsLike(database: ReadDatabase, key: string | null, text: string, limit: number): string[] {
  const values = { text, end: text + LAST, limit };
  if (key === null)
    return texts(
      database,
      'SELECT DISTINCT key AS value FROM tag WHERE key >= :text AND key < :end ORDER BY key LIMIT :limit',
      values,
    );
  return texts(
    database,
    `SELECT DISTINCT value FROM tag WHERE key = :key AND value > '' AND value >= :text AND value < :end
     ORDER BY value LIMIT :limit`,
    { ...values, key },
  );
}

/** Values in use in a custom field of a noun. */
export function customValuesLike(
  database: ReadDatabase,
  noun: string,
  key: string,
  text: string,
  limit: number,
): string[] {
  const sql = `SELECT custom_value.value AS value FROM custom_value JOIN custom_field ON custom_field.id = custom_value.field_id
    WHERE custom_field.noun = :noun AND custom_field.key = :key AND instr(lower(custom_value.value), lower(:text)) > 0
    GROUP BY custom_value.value ORDER BY count(*) DESC, custom_value.value LIMIT :limit`;
  return texts(database, sql, { noun, key, text, limit });
}

/** Addresses that begin with `text`, in the order of addresses. */
export function addressesLike(database: ReadDatabase, text: string, limit: number): string[] {
  const sql = `SELECT address AS value FROM ip_address WHERE substr(address, 1, length(:text)) = lower(:text)
    ORDER BY sort_key, id LIMIT :limit`;
  return texts(database, sql, { text, limit });
}

/** MAC addresses that hold `text` as they are written. */
export function macsLike(database: ReadDatabase, text: string, limit: number): string[] {
  const sql = `SELECT DISTINCT mac AS value FROM port WHERE mac IS NOT NULL AND instr(lower(mac), lower(:text)) > 0
    ORDER BY mac LIMIT :limit`;
  return texts(database, sql, { text, limit });
}
