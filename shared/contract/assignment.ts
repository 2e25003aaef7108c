import { z } from 'zod';
import { planRequestSchema, verdictSchema } from '../domain/plan.ts';
import { resourceSpecSchema } from '../domain/service.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

const { quantity, basis } = planRequestSchema.shape;

const manyMachines = {
  service: rowReference,
  computes: z.array(rowReference).min(1).max(10_000),
  /** Instances on each of them. */
  quantity,
  basis,
};

/** One service on several computes at once. */
export const assignmentContract = {
  /** What each of the computes would be booked with, or why it cannot take it; each on top of those before it. */
  previewMany: query
    .input(z.strictObject(manyMachines))
    .output(z.object({ serviceId: z.string(), service: z.string(), rows: z.array(verdictSchema) })),
  /**
   * Books the service on all of the computes in one group. Where some cannot take it nothing is booked, unless
   * `onlyFitting` leaves those out, or `overrideReason` sets capacity and rules aside: they are then booked at min, or as
   * the instances already there. With `previewed`, what a preview showed each fitting compute to be booked with (by id),
   * any other booking is refused.
   */
  toMany: command
    .input(
      z.strictObject({
        ...manyMachines,
        onlyFitting: z.boolean().default(false),
        overrideReason: z.string().trim().min(1).max(500).optional(),
        previewed: z.record(z.string(), resourceSpecSchema).optional(),
      }),
    )
    .output(
      writeReceipt.extend({
        booked: z.int(),
        skipped: z.array(z.object({ computeId: z.string(), compute: z.string(), reasons: z.array(z.string()) })),
      }),
    ),
};
