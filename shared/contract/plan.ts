import { z } from 'zod';
import {
  candidateSchema,
  conflictSchema,
  planConstraintsSchema,
  planRequestSchema,
  planSummarySchema,
  rejectionSchema,
  resourceKeySchema,
  verdictSchema,
} from '../domain/plan.ts';
import { recommendationSchema } from '../domain/plan-recommendation.ts';
import { placementSchema } from '../domain/placement-rule.ts';
import { resourceSpecSchema } from '../domain/service.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

/** A stored service by name or id, or a size that is not stored. */
const subject = z.union([
  z.strictObject({ service: rowReference }),
  z.strictObject({
    adHoc: z.strictObject({
      name: z.string().max(128).default('This size'),
      min: resourceSpecSchema,
      max: resourceSpecSchema.default({}),
      placement: placementSchema.optional(),
    }),
  }),
]);

const { quantity, basis, buffer, shape, judgeEachResource, top } = planRequestSchema.shape;

export const planInput = z.strictObject({
  subject,
  quantity,
  basis,
  buffer,
  shape,
  judgeEachResource,
  top,
  constraints: planConstraintsSchema.omit({ computeIds: true }).default({}),
  /** Expression of the query language that limits the computes considered. */
  query: z.string().max(2000).default(''),
});

export type PlanInput = z.input<typeof planInput>;

export const planResult = z.object({
  serviceId: z.string().nullable(),
  service: z.string(),
  summary: planSummarySchema,
  /** The summary in one line, as people read it. */
  summaryText: z.string(),
  candidates: z.array(candidateSchema),
  rejected: z.object({ total: z.int(), rows: z.array(rejectionSchema) }),
  conflict: conflictSchema,
  recommendations: z.array(recommendationSchema),
  /** What to buy when no offer of the catalogue was priced: the plain statement of the gap. */
  gap: z
    .object({
      type: z.enum(['baremetal', 'vps', 'vm']),
      quantity: z.int(),
      spec: z.record(resourceKeySchema, z.int()),
      closest: z.object({ compute: z.string(), computeId: z.string(), reasons: z.array(z.string()) }).nullable(),
      reason: z.string(),
    })
    .nullable(),
});

export type PlanResult = z.output<typeof planResult>;

export const planContract = {
  rank: query
    .input(
      planInput.extend({
        rejectedLimit: z.int().min(0).max(100_000).default(200),
        rejectedOffset: z.int().min(0).default(0),
        rejectedRule: z.string().max(500).optional(),
      }),
    )
    .output(planResult),
  /** Why this compute is, or is not, a candidate. */
  explain: query.input(planInput.extend({ compute: rowReference })).output(verdictSchema),
  /** Books what a candidate showed; refused with E_CONFLICT when the fleet has changed since the preview. */
  accept: command
    .input(
      z.strictObject({
        service: rowReference,
        compute: rowReference,
        quantity: z.int().min(1).max(100_000),
        allocated: resourceSpecSchema,
        basis,
      }),
    )
    .output(writeReceipt.extend({ assignmentId: z.string() })),
};
