import { z } from 'zod';
import { resourceSpecSchema } from '../domain/service.ts';
import { query } from './base.ts';
import { rowReference } from './noun.ts';
import { standsSchema } from './plan.ts';

/** A rule that no longer holds, as a sentence; `rule` is its path in the service's placement rules. */
const brokenSchema = z.object({
  code: z.enum(['STATE', 'AFFINITY', 'ANTI_AFFINITY', 'SPREAD', 'TOPOLOGY', 'SPEC', 'OVERBOOKED']),
  rule: z.string(),
  message: z.string(),
});

export type BrokenRule = z.output<typeof brokenSchema>;

export const runningWhereSchema = z.object({
  computeId: z.string(),
  compute: z.string(),
  stands: standsSchema,
  quantity: z.int(),
  allocated: resourceSpecSchema,
  /** Why capacity or rules were set aside when it was booked. */
  overrideReason: z.string().nullable(),
  broken: z.array(brokenSchema),
});

export const serviceWhereSchema = z.object({
  serviceId: z.string(),
  service: z.string(),
  instances: z.int(),
  /** Whether every rule of the service holds for everything that runs. */
  holds: z.boolean(),
  /** Its rules read aloud. */
  words: z.string(),
  /** Those with broken rules first, then by name. */
  rows: z.array(runningWhereSchema),
  /** Broken rules that concern the computes together: topology spread. */
  together: z.array(brokenSchema),
});

export type ServiceWhere = z.output<typeof serviceWhereSchema>;

export const serviceContract = {
  /** Where a service runs, and whether its rules still hold there. */
  where: query.input(z.strictObject({ ref: rowReference })).output(serviceWhereSchema),
  /** Every service of which a rule no longer holds. */
  drift: query.output(
    z.array(
      z.object({
        serviceId: z.string(),
        service: z.string(),
        /** Computes on which it is not as it should be; 0 where only a rule about all of them is broken. */
        computes: z.int(),
        messages: z.array(z.string()),
      }),
    ),
  ),
};
