import type { Found } from '../../../shared/contract/workspace.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { fieldOf } from '../../../shared/domain/noun.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { nameKey } from '../../db/object-names.ts';

interface FoundRow {
  readonly id: string;
  readonly noun: string;
  readonly name: string;
}

const NAMED = `
  SELECT id, noun, name FROM object
  WHERE instr(name_key, :key) > 0 AND (:nouns = '[]' OR noun IN (SELECT value FROM json_each(:nouns)))
  ORDER BY name_key <> :key, instr(name_key, :key) <> 1, length(name_key), name_key, id LIMIT :limit`;

const IDENTIFIED = `
  SELECT object.id, object.noun, ifnull(object.name, object.noun) AS name FROM (
    SELECT id FROM compute WHERE lower(serial) = :key OR lower(asset_tag) = :key
    UNION SELECT id FROM equipment WHERE lower(serial) = :key OR lower(asset_tag) = :key
    UNION SELECT id FROM rack WHERE lower(serial) = :key OR lower(asset_tag) = :key
    UNION SELECT component_assignment.compute_id FROM part
      JOIN component_assignment ON component_assignment.id = part.component_assignment_id
      WHERE part.serial = :key COLLATE NOCASE OR part.asset_tag = :key COLLATE NOCASE
    UNION SELECT spare_shelf_id FROM part WHERE part.serial = :key COLLATE NOCASE OR part.asset_tag = :key COLLATE NOCASE
  ) AS hit JOIN object ON object.id = hit.id LIMIT :limit`;

/** Named objects for the palette: exact names first, then leading matches, then any part; serials and asset tags whole. */
export function findObjects(database: ReadDatabase, text: string, nouns: readonly string[], limit: number): Found[] {
  const key = nameKey(text.trim());
  if (key === '' && nouns.length === 0) return [];
  const named = database
    .prepare<{ key: string; nouns: string; limit: number }, FoundRow>(NAMED)
    .all({ key, nouns: JSON.stringify(nouns), limit });
  const identified =
    nouns.length > 0 ? [] : database.prepare<{ key: string; limit: number }, FoundRow>(IDENTIFIED).all({ key, limit });
  const seen = new Set<string>();
  return [...identified, ...named]
    .filter((row) => !seen.has(row.id) && Boolean(seen.add(row.id)))
    .slice(0, limit)
    .map((row) => ({ ...row, hint: hintOf(database, row) }));
}

/** The place of a device or rack, and the noun of everything else. */
function hintOf(database: ReadDatabase, row: FoundRow): string {
  const place = database
    .prepare<{ id: string }, string>(
      `SELECT site.name || ' / ' || room.name || ' / ' || rack.name FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id
       WHERE rack.id = (SELECT rack_id FROM placement WHERE object_id = :id) OR rack.id = :id LIMIT 1`,
    )
    .pluck()
    .get({ id: row.id });
  return place ?? findNoun(row.noun)?.label ?? row.noun;
}

/** Values in use in a free-text field, most used first; for completion. */
export function valuesInUse(database: ReadDatabase, noun: string, key: string, text: string, limit: number): string[] {
  const definition = findNoun(noun) ?? fail('E_NOT_FOUND', `There is no noun "${noun}".`);
  const known = definition.fieldList.find((entry) => entry.key === key && entry.meta.completed);
  if (!known) fail('E_FORMAT', `${definition.label} has no completed field "${key}".`);
  const { column } = fieldOf(definition, key);
  return database
    .prepare<[string, number], string>(
      `SELECT ${column} FROM ${definition.table} WHERE ${column} IS NOT NULL AND instr(lower(${column}), lower(?)) > 0
       GROUP BY ${column} ORDER BY count(*) DESC, ${column} LIMIT ?`,
    )
    .pluck()
    .all(text, limit);
}
