import type { DecisionOutcome } from '../../../shared/contract/audit-schemas.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { AuditLevel } from '../../../shared/domain/audit-words.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { findRecord } from '../../db/statements.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { noteInJournal } from '../journal/service.ts';
import { journalEntries } from './sign-journal.ts';
import { applyPending, undecided } from './reconcile.ts';
import type { OpenWalk, Walk } from './walk.ts';

const COMPUTE = definitionOf('compute');
const EQUIPMENT = definitionOf('equipment');
const NAMED_AT_MOST = 3;

/** What stands against signing, a sentence each. */
export function blockersOf(walk: Walk): string[] {
  const { state } = walk;
  const open = state.index.racks.filter(
    (rack) => !state.finished.has(rack.id) && rack.expected.some(({ id }) => !state.sightings.has(id)),
  );
  const several = state.observations.filter((seen) => seen.class === 'several' && seen.objectId === null).length;
  const left = undecided(walk);
  return [
    ...(state.observations.length === 0 ? ['Nothing was observed yet.'] : []),
    ...(open.length > 0
      ? [`${count(open.length, 'rack')} not finished: ${listed(open.map(({ name }) => name))}.`]
      : []),
    ...(several > 0 ? [`${count(several, 'scan')} left that several records fit; choose which device it was.`] : []),
    ...(left.length > 0
      ? [
          `${count(left.length, 'discrepancy', 'discrepancies')} undecided: ${listed(left.map(({ found }) => found.name))}.`,
        ]
      : []),
  ];
}

function count(number: number, one: string, many = `${one}s`): string {
  return number === 1 ? `1 ${one} is` : `${number} ${many} are`;
}

function listed(names: readonly string[]): string {
  const more = names.length - NAMED_AT_MOST;
  return names.slice(0, NAMED_AT_MOST).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

/** Expected devices that were seen. */
export function auditedDevices({ state }: Walk): string[] {
  return [...state.sightings.keys()].filter((id) => state.index.device(id) !== undefined);
}

/**
 * Ends an audit: writes what was decided, says of each seen device when, by whom and how closely it was audited, tells the
 * journal of each device that was touched, and closes the session. All of it is one change.
 */
export function signAudit(walk: OpenWalk, rules: NounRules, secondPerson: string | null): DecisionOutcome[] {
  const [blocker] = blockersOf(walk);
  if (blocker)
    fail('E_STATE', `${walk.audit.name} cannot be signed yet. ${blocker}`, { details: { blockers: blockersOf(walk) } });
  const { context, audit } = walk;
  const signedBy = audit.auditor ?? context.group.actor;
  if (secondPerson !== null && secondPerson.trim().toLowerCase() === signedBy.toLowerCase()) {
    const message = 'The second person must be another one than the auditor.';
    fail('E_INCOHERENT', message, { fields: [{ path: 'secondPerson', message, value: secondPerson }] });
  }
  for (const entry of journalEntries(walk)) noteInJournal(context, entry);
  const outcomes = applyPending(walk, rules);
  for (const id of auditedDevices(walk)) noteAudited(walk, id, signedBy, audit.level);
  const signed = { status: 'signed', signedAt: new Date().toISOString(), signedBy, secondPerson };
  context.update(definitionOf('auditSession'), audit, signed);
  return outcomes;
}

function noteAudited({ context, state, database }: OpenWalk, id: string, by: string, level: AuditLevel): void {
  const definition = state.index.device(id)?.device.noun === 'equipment' ? EQUIPMENT : COMPUTE;
  const record = findRecord(database, definition, id);
  const at = state.sightings.get(id)?.at(-1)?.at ?? null;
  if (!record || at === null) return;
  const before = record['lastAudited'];
  if (typeof before === 'string' && before > at) return;
  context.update(definition, record, { lastAudited: at, lastAuditedBy: by, lastAuditLevel: level });
}
