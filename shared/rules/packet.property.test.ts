import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decidePacket } from './packet.ts';
import { packet, packetOracle, packetRule } from './testing/packets.ts';

test('the deciding rule is the one that asking every rule finds', () => {
  fc.assert(
    fc.property(fc.array(packetRule, { maxLength: 12 }), packet, (rules, wanted) => {
      expect(decidePacket(rules, wanted).rule).toEqual(packetOracle(rules, wanted));
    }),
    { numRuns: 1000 },
  );
});
