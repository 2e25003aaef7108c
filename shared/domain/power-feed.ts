import { z } from 'zod';

/** One power feed of a rack. The usable watts are volts × amps × (√3 when three-phase) × derating. */
export const powerFeedSchema = z.strictObject({
  name: z.string().trim().min(1).max(16),
  volts: z.int().min(1).max(1000),
  amps: z.number().positive().max(4000),
  phases: z.union([z.literal(1), z.literal(3)]),
  deratingPercent: z.int().min(1).max(100).default(80),
  /** The distribution panel it comes from, and the breaker there that trips. */
  panel: z.string().trim().min(1).max(100).optional(),
  breaker: z.string().trim().min(1).max(100).optional(),
});

export type PowerFeed = z.output<typeof powerFeedSchema>;
