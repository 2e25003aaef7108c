import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export interface LoggedChange {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly label: string;
  readonly groupId: number;
  readonly objectId: string;
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
}

type LoggedRow = Omit<LoggedChange, 'before' | 'after'> & { before: string | null; after: string | null };

/** The changes of a row that still stand, oldest first: what was undone never happened to the part. */
export function changesOf(database: ReadDatabase, objectId: string): LoggedChange[] {
  const rows = statementOf<[string], LoggedRow>(
    database,
    `SELECT change.seq, change_group.at, change_group.actor, change_group.label, change.group_id AS groupId,
         change.object_id AS objectId, change.before, change.after
       FROM change JOIN change_group ON change_group.id = change.group_id
       WHERE change.object_id = ? AND change_group.status = 'done' AND change_group.kind IN ('edit', 'import', 'revert')
       ORDER BY change.seq`,
  ).all(objectId);
  return rows.map((row) => ({ ...row, before: parsed(row.before), after: parsed(row.after) }));
}

function parsed(text: string | null): Record<string, unknown> | null {
  return text === null ? null : (JSON.parse(text) as Record<string, unknown>);
}

/** The last known name of an object, deleted ones included. */
export function lastNameOf(database: ReadDatabase, id: string): string | null {
  const present = database.prepare<[string], string | null>('SELECT name FROM object WHERE id = ?').pluck().get(id);
  if (present) return present;
  const rows = statementOf<[string], { before: string | null; after: string | null }>(
    database,
    'SELECT before, after FROM change WHERE object_id = ? ORDER BY seq DESC',
  ).all(id);
  for (const row of rows) {
    const name = parsed(row.before)?.['name'] ?? parsed(row.after)?.['name'];
    if (typeof name === 'string') return name;
  }
  return null;
}

/** The compute, slot and state of an assignment as stored now; undefined when it is gone. */
export function assignmentNow(database: ReadDatabase, id: string): Record<string, unknown> | undefined {
  return statementOf<[string], Record<string, unknown>>(
    database,
    'SELECT compute_id AS computeId, slot, quantity, failed FROM component_assignment WHERE id = ?',
  ).get(id);
}
