import type { AuditScope } from '../../../shared/domain/audit-scope.ts';
import type { AuditLevel } from '../../../shared/domain/audit-words.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { newId } from '../../db/identifier.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule, NounRules } from '../../session/noun-rules.ts';
import { carriedInto } from './carried-repository.ts';
import { frozenRacks } from './freeze.ts';
import { resolveScope } from './scope.ts';

const SESSION = definitionOf('auditSession');
const RACK = definitionOf('auditRack');

/** Sessions that a command is deleting; what they own goes with them. */
const leaving = new WeakMap<WriteContext, Set<string>>();

/** What a person may change of a session; the rest is the program's. */
const WRITTEN_BY_PEOPLE: ReadonlySet<string> = new Set(['name', 'auditor', 'notes']);

export function refuseSigned(session: Readonly<Record<string, unknown>>): void {
  if (session['status'] !== 'signed') return;
  const name = typeof session['name'] === 'string' ? session['name'] : 'This audit';
  fail('E_READONLY', `${name} is signed; a signed audit is not changed any more.`);
}

const sessionRule: NounRule = {
  beforeWrite: (context, before, after) => {
    if (before) {
      refuseSigned(before);
      for (const key in after) if (key !== 'id' && !WRITTEN_BY_PEOPLE.has(key)) after[key] = before[key];
    } else if (context.group.kind !== 'revert') begin(context, after);
  },
  beforeRemove: (context, record) => {
    refuseSigned(record);
    const going = leaving.get(context) ?? new Set();
    leaving.set(context, going.add(record.id));
  },
};

/** A new session is open, and what it expects is written down with it. */
function begin(context: WriteContext, session: StoredRecord): void {
  const scope = resolveScope(context.database, session['scope'] as AuditScope);
  const racks = frozenRacks(context.database, scope, session['level'] as AuditLevel);
  session['status'] = 'open';
  session['startedAt'] = new Date().toISOString();
  session['auditor'] ??= context.group.actor;
  session['expectedDevices'] = racks.reduce((sum, { expected }) => sum + expected.length, 0);
  for (const key of ['signedAt', 'signedBy', 'secondPerson']) session[key] = null;
  const audited = new Set(racks.flatMap(({ rackId, expected }) => [rackId, ...expected.map(({ id }) => id)]));
  session['carried'] = carriedInto(context.database, (id) => audited.has(id));
  for (const [ordinal, rack] of racks.entries())
    context.insert(RACK, { id: newId(), sessionId: session.id, ordinal, ...rack });
}

/** Written by the steps of an audit alone, and gone only with their session or by undo. */
function ownedByAudit(how: string): NounRule {
  return {
    beforeWrite: (context, _before, after) => {
      if (context.group.kind !== 'revert') fail('E_READONLY', how);
      refuseSignedOwner(context, after);
    },
    beforeRemove: (context, record) => {
      if (leaving.get(context)?.has(String(record['sessionId']))) return;
      if (context.group.kind !== 'revert') fail('E_READONLY', how);
      refuseSignedOwner(context, record);
    },
  };
}

function refuseSignedOwner(context: WriteContext, record: StoredRecord): void {
  const session = findRecord(context.database, SESSION, String(record['sessionId']));
  if (session) refuseSigned(session);
}

export const auditRules: NounRules = {
  auditSession: sessionRule,
  auditRack: ownedByAudit('What an audit expects is frozen when it begins.'),
  observation: ownedByAudit('Observations are made by scanning and ticking, and taken back one by one.'),
  auditResolution: ownedByAudit('Discrepancies are decided in the audit.'),
};
