import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { AuditSession } from '../../../shared/domain/audit-session.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ExpectedRack } from '../../../shared/rules/audit/model.ts';
import type { AuditState } from '../../../shared/rules/audit/session-state.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { Session } from '../../session/session.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { requireRow } from '../object/service.ts';
import { refuseSigned } from './rules.ts';

/** An audit with what it has come to. */
export interface Walk {
  readonly database: ReadDatabase;
  readonly audit: AuditSession;
  readonly state: AuditState;
}

/** An audit that is being written to. */
export interface OpenWalk extends Walk {
  readonly context: WriteContext;
}

/** The session that an id or a name means. */
export function walkOf(session: Session, ref: string, database: ReadDatabase = session.read): Walk {
  const id = resolveReference(database, 'auditSession', ref, 'session');
  const audit = typedRow('auditSession', requireRow(database, definitionOf('auditSession'), id));
  return { database, audit, state: session.audits.state(database, id) };
}

/** The same, to write to. Refuses a signed session, and a paused one unless `paused` may be. */
export function openWalk(session: Session, context: WriteContext, ref: string, paused = false): OpenWalk {
  const walk = walkOf(session, ref, context.database);
  refuseSigned(walk.audit);
  if (walk.audit.status === 'paused' && !paused) fail('E_STATE', `${walk.audit.name} is paused; resume it to go on.`);
  return { ...walk, context };
}

/** The audited rack that its own id, or the id or name of its rack, means. */
export function auditRackOf({ database, state, audit }: Walk, ref: string): ExpectedRack {
  const { index } = state;
  const known = index.rackById.get(ref) ?? index.rackByRackId.get(ref);
  if (known) return known;
  const named = index.racks.filter(({ name }) => name.toLowerCase() === ref.trim().toLowerCase());
  const [only] = named;
  if (only && named.length === 1) return only;
  const rack = named.length > 1 ? undefined : index.rackByRackId.get(resolveReference(database, 'rack', ref, 'rack'));
  if (rack) return rack;
  const message =
    named.length > 1
      ? `${audit.name} has ${named.length} racks called "${ref}"; give the id.`
      : `The rack "${ref}" is not in the scope of ${audit.name}.`;
  return fail(named.length > 1 ? 'E_AMBIGUOUS' : 'E_NOT_FOUND', message, {
    fields: [{ path: 'rack', message, value: ref }],
  });
}
