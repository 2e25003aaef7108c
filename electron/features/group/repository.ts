import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** Ids of the groups that this one is part of, nearest first. A circle, if a file brought one, ends where it began. */
export function ancestorsOf(database: ReadDatabase, groupId: string): string[] {
  const rows = statementOf(
    database,
    `WITH RECURSIVE above (id) AS (
       SELECT parent_id FROM resource_group WHERE id = ?
       UNION SELECT resource_group.parent_id FROM resource_group JOIN above ON resource_group.id = above.id
     ) SELECT id FROM above WHERE id IS NOT NULL`,
  ).all(groupId) as { id: string }[];
  return rows.map(({ id }) => id);
}
