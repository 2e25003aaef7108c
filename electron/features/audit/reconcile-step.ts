import { FailureError } from '../../../shared/contract/failure.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';
import { ENTRIES_OF_GROUP, revertStep } from '../../db/undo.ts';
import { firstOf, nextUndo, stepFrom, type UndoStep } from '../../db/undo-steps.ts';
import type { Session } from '../../session/session.ts';
import { triedOut } from '../../session/try-out.ts';
import { revertGuard } from '../history/service.ts';

const OF_AUDIT = `
  change.noun = 'auditResolution' AND EXISTS (SELECT 1 FROM change AS made
    WHERE made.object_id = change.object_id AND made.before IS NULL AND json_extract(made.after, '$.sessionId') = @audit)`;

const DECIDES = `
  SELECT 1 FROM change WHERE ${ENTRIES_OF_GROUP} AND ${OF_AUDIT}
    AND (SELECT kind FROM change_group WHERE id = @groupId) = 'edit' LIMIT 1`;

/** Back from the newest entry, and not past the start of the audit. */
const LAST_DECIDING = `
  SELECT change_group.id, kind, target FROM change JOIN change_group ON change_group.id = change.group_id
  WHERE change.seq > (SELECT min(seq) FROM change WHERE object_id = @audit) AND ${OF_AUDIT}
    AND kind = 'edit' AND status = 'done'
  ORDER BY change.seq DESC LIMIT 1`;

const NEWEST_GROUP = 'SELECT max(id) AS id FROM change_group';

/**
 * The header of a command that decides about an audit, or writes what was decided. It goes on with the step of the commands
 * before it, so that one undo takes all of them back; the log itself says which they are, also after a restart. What else was
 * done since may lie between, unless it holds to what was reconciled: then the step can no longer be taken back under it, and
 * a new one begins.
 */
export async function reconciling(session: Session, auditId: string, label: string) {
  const across = await stepBefore(session, auditId);
  return () =>
    headerOf(label, newestStep(session.read, auditId) ?? (isNewest(session.read, across) ? across.first : null));
}

/** The header of a command that belongs to the reconciliation of an audit only while nothing else was done since. */
export function besideReconciling({ read }: Session, auditId: string, label: string) {
  return () => headerOf(label, newestStep(read, auditId));
}

function headerOf(label: string, target: number | null) {
  return { kind: 'edit', label, ...(target === null ? {} : { target }) } as const;
}

/** The first group of the step that undo would take back, where it reconciles this audit. */
function newestStep(database: ReadDatabase, audit: string): number | null {
  const first = nextUndo(database)?.first;
  if (first === undefined) return null;
  return statementOf(database, DECIDES).get({ groupId: first, audit }) === undefined ? null : first;
}

interface StepBefore {
  readonly first: number;
  /** The newest group of the log when it was tried. */
  readonly newest: number;
}

/** The last step of this audit that stands, where others lie above it and it can be taken back from under them. */
async function stepBefore(session: Session, audit: string): Promise<StepBefore | null> {
  const { read } = session;
  if (newestStep(read, audit) !== null) return null;
  const last = statementOf<{ audit: string }, Parameters<typeof firstOf>[0]>(read, LAST_DECIDING).get({ audit });
  const step = last ? stepFrom(read, firstOf(last), 'done') : null;
  if (!step) return null;
  const newest = newestGroup(read);
  return (await canBeTakenBack(session, step)) ? { first: step.first, newest } : null;
}

/** Found out by doing it, with all that a revert is asked. */
async function canBeTakenBack(session: Session, step: UndoStep): Promise<boolean> {
  try {
    await triedOut(session, (write) => revertStep(write, step, revertGuard(session.rules)), 'revert');
    return true;
  } catch (error) {
    if (error instanceof FailureError) return false;
    throw error;
  }
}

function newestGroup(database: ReadDatabase): number {
  return (statementOf(database, NEWEST_GROUP).get() as { id: number }).id;
}

function isNewest(database: ReadDatabase, step: StepBefore | null): step is StepBefore {
  return step !== null && newestGroup(database) === step.newest;
}
