import { z } from 'zod';
import { query } from './base.ts';
import { rowReference } from './noun.ts';

const leg = z.object({
  leg: z.enum(['A', 'B', 'C']),
  loadWatts: z.int(),
  capacityWatts: z.int(),
  percent: z.int(),
});

const outletLoad = z.object({
  outlet: z.string(),
  leg: z.enum(['A', 'B', 'C']).nullable(),
  deviceId: z.string(),
  device: z.string(),
  watts: z.int(),
});

/** A feed of a rack with everything that hangs on it. */
export const feedChain = z.object({
  feed: z.string(),
  panel: z.string().nullable(),
  breaker: z.string().nullable(),
  volts: z.int(),
  amps: z.number(),
  phases: z.union([z.literal(1), z.literal(3)]),
  capacityWatts: z.int(),
  loadWatts: z.int(),
  percent: z.int(),
  /** One entry for a single-phase feed. */
  legs: z.array(leg),
  /** Devices whose cords end on the feed itself. */
  direct: z.array(outletLoad),
  pdus: z.array(z.object({ id: z.string(), name: z.string(), loadWatts: z.int(), outlets: z.array(outletLoad) })),
});

export type FeedChain = z.output<typeof feedChain>;

export const powerFinding = z.object({
  code: z.enum(['single-corded', 'same-feed', 'not-corded', 'unknown-feed', 'overload', 'overload-on-loss']),
  deviceId: z.string().nullable(),
  device: z.string(),
  rackId: z.string().nullable(),
  rack: z.string().nullable(),
  message: z.string(),
});

export type PowerFinding = z.output<typeof powerFinding>;

export const powerContract = {
  /** PDU → feed → breaker of one rack, watts and percent per phase, over recorded cables. */
  chain: query.input(z.strictObject({ rack: rowReference })).output(
    z.object({
      rackId: z.string(),
      rack: z.string(),
      feeds: z.array(feedChain),
      /** PDUs whose inlet is on no recorded feed. */
      loosePdus: z.array(z.object({ id: z.string(), name: z.string() })),
      /** Devices that draw power and have no recorded cord. */
      uncorded: z.array(z.object({ id: z.string(), name: z.string(), watts: z.int().nullable() })),
    }),
  ),
  /** Single-corded devices, both cords on one feed, overloads now and when a feed is lost. Empty scope: every rack. */
  findings: query.input(z.strictObject({ rack: rowReference.optional() }).default({})).output(z.array(powerFinding)),
};
