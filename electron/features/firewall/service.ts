import type { EffectiveRule } from '../../../shared/contract/firewall.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { canonicalAddress } from '../../../shared/domain/ip.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { decidePacket, packetRuleOrder, portsText, type Packet } from '../../../shared/rules/packet.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { addressesOf } from '../ip/service.ts';
import { idsOf } from '../object/list-repository.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, removeRows, updateRow } from '../object/service.ts';
import { assignedRules, assignmentOf, computesOfRule } from './repository.ts';

const ASSIGNMENT = definitionOf('firewallAssignment');

/** The rules of a compute in the order they are asked. */
export function effectiveRules(database: ReadDatabase, computeId: string): EffectiveRule[] {
  return assignedRules(database, computeId)
    .toSorted(packetRuleOrder)
    .map((rule) => ({ ...rule, enabled: rule.enabled === 1, ports: portsText(rule) }));
}

/** The computes that a rule is on, by name, the first `limit` of them. */
export function computesWithRule(database: ReadDatabase, ruleId: string, limit: number) {
  const rows = computesOfRule(database, ruleId);
  return { total: rows.length, rows: rows.slice(0, limit).map((row) => ({ ...row, enabled: row.enabled === 1 })) };
}

export interface PacketQuestion {
  readonly protocol: Packet['protocol'];
  readonly source: string;
  readonly destination?: string | undefined;
  readonly port?: number | undefined;
}

/** What the rules of a compute say of a packet that comes to it. */
export function packetAnswer(database: ReadDatabase, computeId: string, question: PacketQuestion) {
  const destination = requireAddress('destination', question.destination ?? primaryAddress(database, computeId));
  const source = requireAddress('source', question.source);
  const { protocol } = question;
  const port = protocol === 'icmp' ? null : (question.port ?? refuse('port', 'Name the port that the packet goes to.'));
  const rules = effectiveRules(database, computeId);
  const { rule, passed } = decidePacket(
    rules.filter(({ enabled }) => enabled),
    { protocol, source, destination, port },
  );
  const deciding = rules.find(({ id }) => id === rule?.id) ?? null;
  const message = deciding
    ? `${deciding.action} by rule ${deciding.name} (priority ${deciding.priority}).`
    : 'No rule decides.';
  return {
    action: deciding?.action ?? null,
    rule: deciding,
    message,
    destination,
    passed: passed.map(({ rule: { id, name }, mismatch }) => ({ id, name, mismatch })),
  };
}

function refuse(path: string, message: string): never {
  return fail('E_REQUIRED', message, { fields: [{ path, message }] });
}

function primaryAddress(database: ReadDatabase, computeId: string): string {
  const [first] = addressesOf(database, computeId);
  return first?.address ?? refuse('destination', 'The compute has no address; name the destination of the packet.');
}

function requireAddress(path: 'source' | 'destination', text: string): string {
  const address = canonicalAddress(text);
  if (address !== null) return address;
  const label = path === 'source' ? 'Source' : 'Destination';
  const message = `${label} must be an IPv4 or IPv6 address; "${text}" was given.`;
  return fail('E_FORMAT', message, { fields: [{ path, message, value: text }] });
}

export interface FirewallTargets {
  readonly rules: readonly string[];
  readonly computes?: readonly string[] | undefined;
  readonly query?: string | undefined;
}

/** Every compute and rule once; refuses when computes are named in no way or in both. */
export function targetIds(database: ReadDatabase, { rules, computes, query }: FirewallTargets) {
  if ((computes === undefined) === (query === undefined))
    fail('E_REQUIRED', 'Name the computes, or give a query that lists them.');
  const computeIds =
    computes?.map((ref) => resolveReference(database, 'compute', ref, 'computes')) ??
    idsOf(database, definitionOf('compute'), query ?? '');
  const ruleIds = rules.map((ref) => resolveReference(database, 'firewallRule', ref, 'rules'));
  return { computeIds: [...new Set(computeIds)], ruleIds: [...new Set(ruleIds)] };
}

type Targets = ReturnType<typeof targetIds>;

export function assignRules(
  context: WriteContext,
  rules: NounRules,
  { computeIds, ruleIds }: Targets,
  enabled: boolean,
) {
  const counts = { created: 0, updated: 0, unchanged: 0 };
  for (const computeId of computeIds)
    for (const ruleId of ruleIds) {
      const present = assignmentOf(context.database, computeId, ruleId);
      if (present === undefined) {
        createRow(context, rules, ASSIGNMENT, { computeId, ruleId, enabled });
        counts.created += 1;
      } else counts[updateRow(context, rules, ASSIGNMENT, present, { enabled }) ? 'updated' : 'unchanged'] += 1;
    }
  return counts;
}

export function unassignRules(context: WriteContext, rules: NounRules, { computeIds, ruleIds }: Targets): number {
  const ids = computeIds.flatMap((computeId) =>
    ruleIds.flatMap((ruleId) => assignmentOf(context.database, computeId, ruleId) ?? []),
  );
  return ids.length === 0 ? 0 : removeRows(context, rules, ASSIGNMENT, ids);
}
