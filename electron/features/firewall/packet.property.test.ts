import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packet, packetOracle, packetRule } from '../../../shared/rules/testing/packets.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

const assigned = fc.uniqueArray(
  fc.record({ rule: packetRule, on: fc.constantFrom('enabled', 'disabled', 'elsewhere') }),
  {
    maxLength: 5,
    // Names are unique without regard to case.
    selector: ({ rule }) => rule.name.toLowerCase(),
  },
);

test('a compute answers for a packet what asking each of its enabled rules finds', async () => {
  await fc.assert(
    fc.asyncProperty(assigned, fc.array(packet, { minLength: 5, maxLength: 5 }), async (made, packets) => {
      const { client } = temporaryWorkspace();
      for (const name of ['here', 'elsewhere']) await client.compute.create({ record: { name } });
      const rules = [];
      for (const { rule, on } of made) {
        // ICMP has no ports, which the form of a rule refuses.
        const ports = rule.protocol === 'icmp' ? { portStart: 0, portEnd: 0 } : {};
        const { id: _id, ...record } = { ...rule, ...ports };
        const { id } = await client.firewallRule.create({ record });
        const computes = [on === 'elsewhere' ? 'elsewhere' : 'here'];
        await client.firewall.assign({ rules: [id], computes, enabled: on !== 'disabled' });
        if (on === 'enabled') rules.push({ ...rule, ...ports, id });
      }
      for (const { protocol, source, destination, port } of packets) {
        const wanted = packetOracle(rules, { protocol, source, destination, port });
        const answer = await client.firewall.packet({
          compute: 'here',
          protocol,
          source,
          destination,
          ...(port === null ? {} : { port }),
        });
        expect([answer.action, answer.rule?.id ?? null]).toEqual([wanted?.action ?? null, wanted?.id ?? null]);
        expect(answer.message === 'No rule decides.').toBe(wanted === null);
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
