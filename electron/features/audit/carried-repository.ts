import type { Carried } from '../../../shared/domain/audit-session.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** Discrepancies that signed audits carried over and that no signed audit has taken up since, the oldest first. */
const CARRIED = `
  SELECT decided.id AS resolution, decided.discrepancy, decided.kind, decided.about_id AS aboutId,
    ifnull(decided.name, '') AS name, ifnull(decided.message, decided.discrepancy) AS message,
    ifnull(decided.reason, '') AS reason, session.name AS session, ifnull(decided.decided_by, '') AS decidedBy,
    ifnull(decided.decided_at, '') AS decidedAt
  FROM audit_session AS session JOIN audit_resolution AS decided ON decided.session_id = session.id
  WHERE session.status = 'signed' AND decided.decision = 'carry-over' AND decided.about_id IS NOT NULL
    AND decided.id NOT IN (
      SELECT json_extract(taken.value, '$.resolution') FROM audit_session AS later, json_each(later.carried) AS taken
      WHERE later.status = 'signed')
  ORDER BY session.signed_at, decided.id`;

/** What earlier audits left over about the devices and racks of a new one. */
export function carriedInto(database: ReadDatabase, isAudited: (id: string) => boolean): Carried[] {
  const rows = statementOf(database, CARRIED).all() as Carried[];
  return rows.filter(({ aboutId }) => isAudited(aboutId));
}
