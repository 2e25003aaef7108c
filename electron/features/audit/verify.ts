import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';
import { newestChange, verifyChangeLog } from '../../db/verify.ts';
import type { Walk } from './walk.ts';

export interface LogHead {
  /** Hexadecimal hash of an entry. */
  readonly head: string;
  readonly entry: number;
}

const START = { head: '0'.repeat(64), entry: 0 };

/** The newest entry of the change log. */
function newest(database: ReadDatabase): LogHead {
  const { seq, hash } = newestChange(database);
  return seq === 0 ? START : { head: hash, entry: seq };
}

const SIGNED = `
  SELECT seq AS entry, lower(hex(hash)) AS head FROM change WHERE group_id = (
    SELECT group_id FROM change WHERE object_id = ? AND noun = 'auditSession'
      AND json_extract(after, '$.status') = 'signed' ORDER BY seq DESC LIMIT 1)
  ORDER BY seq DESC LIMIT 1`;

/** The last entry of the sign-off, which stays what it is; of an audit that is not signed, the newest entry of all. */
export function headOf({ database, audit }: Pick<Walk, 'database' | 'audit'>): LogHead {
  const signed = audit.status === 'signed' ? statementOf(database, SIGNED).get(audit.id) : undefined;
  return (signed as LogHead | undefined) ?? newest(database);
}

const TOUCHED_SINCE = `
  SELECT count(*) AS changes FROM change WHERE seq > @entry AND (object_id = @id
    OR noun IN ('auditRack', 'observation', 'auditResolution') AND object_id IN (
      SELECT id FROM audit_rack WHERE session_id = @id UNION ALL SELECT id FROM observation WHERE session_id = @id
      UNION ALL SELECT id FROM audit_resolution WHERE session_id = @id))`;

/** Whether an audit stands as it was signed. With the head of its printed report a rewritten log is found too. */
export function verifyAudit(walk: Walk, given: string | undefined) {
  const { database, audit } = walk;
  const own = headOf(walk);
  const head = given?.toLowerCase();
  const log = verifyChangeLog(database, head ?? own.head);
  const signed = audit.status === 'signed';
  const problems: string[] = [];
  if (log.firstBad) problems.push(log.firstBad.reason);
  if (!signed)
    problems.push(`${audit.name} is not signed${wasSigned(walk) ? ' any more: its sign-off was taken back' : ''}.`);
  if (signed && head !== undefined && head !== own.head && !log.firstBad)
    problems.push('The given head is one of this change log, but not the one that the sign-off ended with.');
  const since = signed
    ? (statementOf(database, TOUCHED_SINCE).get({ entry: own.entry, id: audit.id }) as { changes: number })
    : null;
  if (since && since.changes > 0)
    problems.push(`Rows of ${audit.name} were changed ${since.changes} times after it was signed.`);
  return { ok: problems.length === 0, signed, head: own.head, checked: log.checked, problems };
}

function wasSigned({ database, audit }: Walk): boolean {
  return statementOf(database, SIGNED).get(audit.id) !== undefined;
}
