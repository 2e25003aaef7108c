import { implement } from '@orpc/server';
import { firewallContract } from '../../../shared/contract/firewall.ts';
import type { EngineContext } from '../../session/context.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { assignRules, effectiveRules, packetAnswer, targetIds, unassignRules } from './service.ts';

const os = implement(firewallContract).$context<EngineContext>();

/** `rule ssh on web-1`, `3 rules on 40 computes`. */
function whatOnWhat(rules: readonly string[], computes: readonly string[]): string {
  const what = rules.length === 1 ? `rule ${rules[0] ?? ''}` : `${rules.length} rules`;
  return `${what} on ${computes.length} ${computes.length === 1 ? 'compute' : 'computes'}`;
}

export const firewallHandlers = {
  effective: os.effective.handler(({ input, context }) => {
    const { read } = context.session();
    return effectiveRules(read, resolveReference(read, 'compute', input.compute, 'compute'));
  }),
  packet: os.packet.handler(({ input, context }) => {
    const { read } = context.session();
    return packetAnswer(read, resolveReference(read, 'compute', input.compute, 'compute'), input);
  }),
  assign: os.assign.handler(async ({ input, context }) => {
    const session = context.session();
    const targets = targetIds(session.read, input);
    const label = `${input.enabled ? 'Enable' : 'Disable'} ${whatOnWhat(input.rules, targets.computeIds)}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      assignRules(write, session.rules, targets, input.enabled),
    );
    return { ...receipt, ...result };
  }),
  unassign: os.unassign.handler(async ({ input, context }) => {
    const session = context.session();
    const targets = targetIds(session.read, input);
    const label = `Take off ${whatOnWhat(input.rules, targets.computeIds)}`;
    const { result, receipt } = await session.write({ kind: 'edit', label }, (write) =>
      unassignRules(write, session.rules, targets),
    );
    return { ...receipt, removed: result };
  }),
};
