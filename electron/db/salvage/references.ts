import { NOUN_LIST, referencedNouns } from '../../../shared/domain/nouns.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { WriteDatabase } from '../connection.ts';

interface Removed {
  readonly noun: string;
  readonly id: string;
}

/**
 * Takes away what refers to a row that is lost: the reference where it may be empty, else the row itself, until nothing
 * refers to nothing. Answers the rows removed.
 */
export function dropDangling(database: WriteDatabase): Removed[] {
  const removed: Removed[] = [];
  for (let found = true; found;) {
    found = false;
    for (const definition of NOUN_LIST)
      for (const id of danglingIn(database, definition)) {
        database.prepare(`DELETE FROM ${definition.table} WHERE id = ?`).run(id);
        removed.push({ noun: definition.noun, id });
        found = true;
      }
  }
  return removed;
}

function danglingIn(database: WriteDatabase, definition: NounDefinition): string[] {
  return definition.fieldList.flatMap((field) => {
    const targets = referencedNouns(field.meta.references ?? '');
    if (targets.length === 0) return [];
    const there = targets.map(({ table }) => `SELECT id FROM ${table}`).join(' UNION ALL ');
    const dangling = `${field.column} IS NOT NULL AND ${field.column} NOT IN (${there})`;
    if (field.nullable) {
      database.prepare(`UPDATE ${definition.table} SET ${field.column} = NULL WHERE ${dangling}`).run();
      return [];
    }
    return database.prepare<[], string>(`SELECT id FROM ${definition.table} WHERE ${dangling}`).pluck().all();
  });
}
