import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  candidateSchema,
  conflictSchema,
  planConstraintsSchema,
  planRequestSchema,
  planRuleSchema,
  planSummarySchema,
  rejectionSchema,
  resourceKeySchema,
  verdictSchema,
} from '../domain/plan.ts';
import {
  adviceProgressSchema,
  batchPlanSchema,
  batchProgressSchema,
  purchaseRecommendationSchema,
  recommendationSchema,
} from '../domain/plan-recommendation.ts';
import { placementSchema } from '../domain/placement-rule.ts';
import { scoreShapeSchema } from '../domain/score-shape.ts';
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

const { quantity, basis, buffer, judgeEachResource, top } = planRequestSchema.shape;

/** Which computes are considered and how what they would look like is judged. */
const scope = {
  basis,
  buffer,
  /** What counts as a good fit; left out: as the workspace says. */
  shape: scoreShapeSchema.optional(),
  judgeEachResource,
  constraints: planConstraintsSchema.omit({ computeIds: true }).default({}),
  /** Expression of the query language that limits the computes considered. */
  query: z.string().max(2000).default(''),
};

export const planScope = z.strictObject(scope);

export type PlanScope = z.output<typeof planScope>;

export const planInput = z.strictObject({ subject, quantity, top, ...scope });

export type PlanInput = z.input<typeof planInput>;

/** Names of where a compute stands; null where it is placed in no rack. */
export const standsSchema = z.object({
  site: z.string().nullable(),
  room: z.string().nullable(),
  row: z.string().nullable(),
  rack: z.string().nullable(),
});

export const placedCandidateSchema = candidateSchema.extend({ stands: standsSchema });

export type PlacedCandidate = z.output<typeof placedCandidateSchema>;

/** What to buy when no offer of the catalogue was priced: the plain statement of the gap. */
const gapSchema = z.object({
  type: z.enum(['baremetal', 'vps', 'vm']),
  quantity: z.int(),
  spec: z.record(resourceKeySchema, z.int()),
  closest: z.object({ compute: z.string(), computeId: z.string(), reasons: z.array(z.string()) }).nullable(),
  reason: z.string(),
});

const advice = { recommendations: z.array(recommendationSchema), gap: gapSchema.nullable() };

export const adviceResult = z.object({
  ...advice,
  /** The fleet was changed while this was looked for, so it helps the fleet before. */
  outdated: z.boolean(),
});

export type AdviceResult = z.output<typeof adviceResult>;

export const adviceEvent = z.discriminatedUnion('kind', [
  adviceProgressSchema.extend({ kind: z.literal('progress') }),
  z.object({ kind: z.literal('advice'), advice: adviceResult }),
]);

export type AdviceEvent = z.output<typeof adviceEvent>;

export const planResult = z.object({
  serviceId: z.string().nullable(),
  service: z.string(),
  /** What the candidates were judged by. */
  shape: scoreShapeSchema,
  summary: planSummarySchema,
  /** The summary in one line, as people read it. */
  summaryText: z.string(),
  candidates: z.array(placedCandidateSchema),
  rejected: z.object({ total: z.int(), rows: z.array(rejectionSchema) }),
  conflict: conflictSchema,
  ...advice,
});

export type PlanResult = z.output<typeof planResult>;

/** Several things placed in one run, under one scope. */
const batchInput = z.strictObject({
  items: z.array(z.strictObject({ subject, quantity })).min(1).max(10_000),
  ...scope,
});

export type BatchInput = z.input<typeof batchInput>;

export const batchResult = batchPlanSchema.extend({
  /** What to buy for what stays out, one per service, where the catalogue has something. */
  purchases: z.array(
    z.object({
      serviceId: z.string().nullable(),
      service: z.string(),
      quantity: z.int(),
      purchase: purchaseRecommendationSchema,
    }),
  ),
  /** Where each compute of the steps stands, by compute id. */
  stands: z.record(z.string(), standsSchema),
  /** The fleet was changed while this was planned, so the plan is of the fleet before. */
  outdated: z.boolean(),
});

export type BatchResult = z.output<typeof batchResult>;

export const batchEvent = z.discriminatedUnion('kind', [
  batchProgressSchema.extend({ kind: z.literal('progress') }),
  z.object({ kind: z.literal('plan'), plan: batchResult }),
]);

export type BatchEvent = z.output<typeof batchEvent>;

/** One booking of an accepted batch, as its preview showed it. */
const bookedStep = z.strictObject({ service: rowReference, compute: rowReference, allocated: resourceSpecSchema });

const facetSchema = z.array(z.object({ value: z.string(), computes: z.int() }));

export const placesSchema = z.object({
  site: facetSchema,
  room: facetSchema,
  row: facetSchema,
  rack: facetSchema,
  provider: facetSchema,
  region: facetSchema,
  type: facetSchema,
  /** The user's own tags, keys in order; of each at most 100 values, most used first. */
  tags: z.array(z.object({ key: z.string(), values: facetSchema })),
});

export type Places = z.output<typeof placesSchema>;

export const admittedSchema = z.object({
  /** Active computes; those that every rule about tags admits. */
  active: z.int(),
  admitted: z.int(),
  rules: z.array(planRuleSchema.extend({ words: z.string(), admits: z.int() })),
});

export type Admitted = z.output<typeof admittedSchema>;

const warningSchema = z.object({ path: z.string(), message: z.string() });

export const rulesReadingSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    rules: placementSchema,
    words: z.string(),
    warnings: z.array(warningSchema),
  }),
  z.object({ ok: z.literal(false), problems: z.array(warningSchema) }),
]);

export const planContract = {
  rank: query
    .input(
      planInput.extend({
        rejectedLimit: z.int().min(0).max(100_000).default(200),
        rejectedOffset: z.int().min(0).default(0),
        rejectedRule: z.string().max(500).optional(),
        /** Whether to look for what would help when nothing fits; `recommend` asks for it alone. */
        recommend: z.boolean().default(true),
      }),
    )
    .output(planResult),
  /** What would make it fit when nothing does: relaxations, moves, added parts, purchases. Aborting the call cancels. */
  recommend: query.input(planInput).output(adviceResult),
  /** The same, telling how far the search is; the advice comes last. Aborting the stream cancels. */
  followAdvice: query.input(planInput).output(eventIterator(adviceEvent)),
  /** Why this compute is, or is not, a candidate. */
  explain: query.input(planInput.extend({ compute: rowReference })).output(verdictSchema),
  /** Books what a candidate showed; refused with E_CONFLICT when the fleet has changed since the preview. */
  accept: command
    .input(
      z.strictObject({
        service: rowReference,
        compute: rowReference,
        allocated: resourceSpecSchema,
        quantity,
        ...scope,
      }),
    )
    .output(writeReceipt.extend({ assignmentId: z.string() })),
  /** Places a quantity of one service, or several services, step by step with all their rules. Aborting the call cancels. */
  batch: query.input(batchInput).output(batchResult),
  /** The same, telling how far it is; the plan comes last. Aborting the stream cancels. */
  followBatch: query.input(batchInput).output(eventIterator(batchEvent)),
  /**
   * Books all steps of a batch as one group, or nothing: each is planned again on top of the ones before it. Aborting the
   * call cancels and leaves nothing booked.
   */
  acceptBatch: command
    .input(z.strictObject({ steps: z.array(bookedStep).min(1).max(100_000), ...scope }))
    .output(writeReceipt.extend({ instances: z.int(), computes: z.int() })),
  /** What a scope can be narrowed to, with the number of active computes of each value. */
  places: query.output(placesSchema),
  /** How many active computes each rule admits, and all together. Spread counts for `service` where it is given. */
  admitted: query
    .input(z.strictObject({ placement: placementSchema, service: rowReference.optional() }))
    .output(admittedSchema),
  /** What placement rules, in any spelling, mean: canonical form, words, warnings, or every problem. */
  readRules: query.input(z.strictObject({ rules: z.unknown() })).output(rulesReadingSchema),
};
