import { decodeRows } from '../../db/typed-row.ts';
import type { AuditRack } from '../../../shared/domain/audit-rack.ts';
import type { AuditResolution } from '../../../shared/domain/audit-resolution.ts';
import type { AuditSession } from '../../../shared/domain/audit-session.ts';
import type { Observation } from '../../../shared/domain/observation.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

type Row = Record<string, unknown>;

/** The frozen list of a session, in walking order. */
export function racksOfSession(database: ReadDatabase, sessionId: string): AuditRack[] {
  const rows = statementOf(database, 'SELECT * FROM audit_rack WHERE session_id = ? ORDER BY ordinal').all(sessionId);
  return decodeRows('auditRack', rows as Row[]);
}

/** Everything observed in a session, in the order it was seen. */
export function observationsOfSession(database: ReadDatabase, sessionId: string): Observation[] {
  const rows = statementOf(database, 'SELECT * FROM observation WHERE session_id = ? ORDER BY id').all(sessionId);
  return decodeRows('observation', rows as Row[]);
}

export function resolutionsOfSession(database: ReadDatabase, sessionId: string): AuditResolution[] {
  const rows = statementOf(database, 'SELECT * FROM audit_resolution WHERE session_id = ? ORDER BY id').all(sessionId);
  return decodeRows('auditResolution', rows as Row[]);
}

/** Sessions that are not signed first, then the signed; newest first. */
export function auditSessions(database: ReadDatabase): AuditSession[] {
  const rows = statementOf(database, "SELECT * FROM audit_session ORDER BY status = 'signed', id DESC").all();
  return decodeRows('auditSession', rows as Row[]);
}

const OBSERVED = `
  SELECT * FROM observation WHERE session_id = @sessionId AND (@before IS NULL OR id < @before)
    AND (@classes IS NULL OR class IN (SELECT value FROM json_each(@classes))) ORDER BY id DESC LIMIT @limit`;

export interface ObservedPage {
  readonly sessionId: string;
  readonly classes: readonly string[] | undefined;
  readonly before: string | undefined;
  readonly limit: number;
}

/** Observations, newest first. */
export function observedPage(
  database: ReadDatabase,
  { sessionId, classes, before, limit }: ObservedPage,
): Observation[] {
  const rows = statementOf(database, OBSERVED).all({
    sessionId,
    before: before ?? null,
    classes: classes === undefined ? null : JSON.stringify(classes),
    limit,
  });
  return decodeRows('observation', rows as Row[]);
}
