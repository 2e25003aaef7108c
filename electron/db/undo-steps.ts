import type { ReadDatabase } from './connection.ts';
import { statementOf } from './statements.ts';

/** One or more groups that undo and redo take at once. What others did may lie between them, where it bears to stand alone. */
export interface UndoStep {
  /** The newest group of the step. */
  readonly id: number;
  readonly label: string;
  /** The oldest group of the step: what the undo of it names as its target. */
  readonly first: number;
  /** All groups of the step, oldest first. */
  readonly groups: readonly number[];
}

interface StepGroup {
  readonly id: number;
  readonly kind: string;
  readonly label: string;
  readonly target: number | null;
}

/** The first group of the step that a group belongs to: an edit with a target goes on with the step that began there. */
export function firstOf({ id, kind, target }: Pick<StepGroup, 'id' | 'kind' | 'target'>): number {
  return kind === 'edit' && target !== null ? target : id;
}

const REVERSIBLE = "kind IN ('edit', 'import', 'revert')";

/** `firstOf` in SQL. */
const FIRST = "CASE WHEN kind = 'edit' THEN ifnull(target, id) ELSE id END";

const NEXT_UNDO = `SELECT ${FIRST} AS first FROM change_group WHERE ${REVERSIBLE} AND status = 'done' ORDER BY id DESC LIMIT 1`;
const NEXT_REDO = `SELECT ${FIRST} AS first FROM change_group WHERE ${REVERSIBLE} AND status = 'undone' GROUP BY first ORDER BY max(id) LIMIT 1`;

/** The step that undo would take back: the one whose newest group is the newest that still stands. */
export function nextUndo(database: ReadDatabase): UndoStep | null {
  return nextStep(database, NEXT_UNDO, 'done');
}

/** The step that redo would bring back: the one that was undone last, which is the one that ended first. */
export function nextRedo(database: ReadDatabase): UndoStep | null {
  return nextStep(database, NEXT_REDO, 'undone');
}

function nextStep(database: ReadDatabase, next: string, status: 'done' | 'undone'): UndoStep | null {
  const found = statementOf<[], Pick<UndoStep, 'first'>>(database, next).get();
  return found ? stepFrom(database, found.first, status) : null;
}

const GROUPS = `
  SELECT id, label FROM change_group
  WHERE id >= @first AND status = @status AND (id = @first OR (kind = 'edit' AND target = @first)) ORDER BY id`;

/** The step that began with a group, as far as it stands (or is undone); null: nothing of it does. */
export function stepFrom(database: ReadDatabase, first: number, status: 'done' | 'undone'): UndoStep | null {
  const groups = statementOf(database, GROUPS).all({ first, status }) as Pick<StepGroup, 'id' | 'label'>[];
  const last = groups.at(-1);
  if (!last) return null;
  const before = groups.length - 1;
  const more = before > 0 ? ` and ${before === 1 ? 'the change' : `the ${before} changes`} before it` : '';
  return { id: last.id, label: `${last.label}${more}`, first, groups: groups.map(({ id }) => id) };
}
