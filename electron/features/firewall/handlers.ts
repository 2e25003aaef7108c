import { implement } from '@orpc/server';
import { firewallContract } from '../../../shared/contract/firewall.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { EngineContext } from '../../session/context.ts';
import { nameOrReference, resolveReference } from '../object/reference-repository.ts';
import { assignRules, computesWithRule, effectiveRules, packetAnswer, targetIds, unassignRules } from './service.ts';

const os = implement(firewallContract).$context<EngineContext>();

/** `rule ssh on web-1`, `3 rules on 40 computes`. */
function whatOnWhat(database: ReadDatabase, ruleIds: readonly string[], computeIds: readonly string[]): string {
  const one = (noun: string, [id = '']: readonly string[]) => nameOrReference(database, noun, id);
  const what = ruleIds.length === 1 ? `rule ${one('firewallRule', ruleIds)}` : `${ruleIds.length} rules`;
  return `${what} on ${computeIds.length === 1 ? one('compute', computeIds) : `${computeIds.length} computes`}`;
}

export const firewallHandlers = {
  effective: os.effective.handler(({ input, context }) => {
    const { read } = context.session();
    return effectiveRules(read, resolveReference(read, 'compute', input.compute, 'compute'));
  }),
  computesOf: os.computesOf.handler(({ input, context }) => {
    const { read } = context.session();
    return computesWithRule(read, resolveReference(read, 'firewallRule', input.rule, 'rule'), input.limit);
  }),
  packet: os.packet.handler(({ input, context }) => {
    const { read } = context.session();
    return packetAnswer(read, resolveReference(read, 'compute', input.compute, 'compute'), input);
  }),
  assign: os.assign.handler(async ({ input, context }) => {
    const session = context.session();
    const targets = targetIds(session.read, input);
    const label = `${input.enabled ? 'Enable' : 'Disable'} ${whatOnWhat(session.read, targets.ruleIds, targets.computeIds)}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      assignRules(write, session.rules, targets, input.enabled),
    );
    return { ...receipt, ...result };
  }),
  unassign: os.unassign.handler(async ({ input, context }) => {
    const session = context.session();
    const targets = targetIds(session.read, input);
    const label = `Take off ${whatOnWhat(session.read, targets.ruleIds, targets.computeIds)}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      unassignRules(write, session.rules, targets),
    );
    return { ...receipt, removed: result };
  }),
};
