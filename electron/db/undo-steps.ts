import type { ReadDatabase } from './connection.ts';
import { statementOf } from './statements.ts';

/** One or more groups that stand together and that undo and redo take at once. */
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

const NEXT_UNDO = `SELECT id, kind, label, target FROM change_group WHERE ${REVERSIBLE} AND status = 'done' ORDER BY id DESC LIMIT 1`;
const NEXT_REDO = `SELECT id, kind, label, target FROM change_group WHERE ${REVERSIBLE} AND status = 'undone' ORDER BY id LIMIT 1`;

/** The step that undo would take back: the newest that still stands. */
export function nextUndo(database: ReadDatabase): UndoStep | null {
  return stepWith(database, NEXT_UNDO, 'done');
}

/** The step that redo would bring back: the oldest undone one. */
export function nextRedo(database: ReadDatabase): UndoStep | null {
  return stepWith(database, NEXT_REDO, 'undone');
}

const GROUPS = `
  SELECT id, kind, label, target FROM change_group
  WHERE id >= @first AND status = @status AND (id = @first OR (kind = 'edit' AND target = @first)) ORDER BY id`;

function stepWith(database: ReadDatabase, next: string, status: 'done' | 'undone'): UndoStep | null {
  const group = statementOf(database, next).get() as StepGroup | undefined;
  if (!group) return null;
  const first = firstOf(group);
  const groups = statementOf(database, GROUPS).all({ first, status }) as StepGroup[];
  const { id, label } = groups.at(-1) ?? group;
  const before = groups.length - 1;
  const more = before > 0 ? ` and ${before === 1 ? 'the change' : `the ${before} changes`} before it` : '';
  return { id, label: `${label}${more}`, first, groups: groups.map((one) => one.id) };
}
