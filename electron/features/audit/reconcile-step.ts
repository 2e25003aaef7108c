import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';
import { ENTRIES_OF_GROUP } from '../../db/undo.ts';
import { nextUndo } from '../../db/undo-steps.ts';
import type { Session } from '../../session/session.ts';

const DECIDES = `
  SELECT 1 FROM change WHERE ${ENTRIES_OF_GROUP} AND noun = 'auditResolution'
    AND (SELECT kind FROM change_group WHERE id = @groupId) = 'edit'
    AND EXISTS (SELECT 1 FROM change AS made WHERE made.object_id = change.object_id AND made.before IS NULL
      AND json_extract(made.after, '$.sessionId') = @audit) LIMIT 1`;

/**
 * The header of a command that reconciles an audit. While nothing else was done in between it goes on with the step of the
 * commands before it, so that one undo takes all of them back; the log itself says which they are, also after a restart.
 */
export function reconciling({ read }: Session, auditId: string, label: string) {
  return () => {
    const first = nextUndo(read)?.first;
    const further = first !== undefined && decides(read, first, auditId);
    return { kind: 'edit', label, ...(further ? { target: first } : {}) } as const;
  };
}

/** Whether a group decided, or took back, something of this audit. */
function decides(database: ReadDatabase, groupId: number, audit: string): boolean {
  return statementOf(database, DECIDES).get({ groupId, audit }) !== undefined;
}
