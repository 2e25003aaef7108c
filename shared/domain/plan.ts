import { z } from 'zod';
import { NO_PLACEMENT_RULES, placementSchema, SELECTOR_OPERATORS } from './placement-rule.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from './resource.ts';
import { scoreShapeSchema } from './score-shape.ts';
import { resourceSpecSchema } from './service.ts';

/** Why a compute is rejected: the planner's closed list of verdict codes, in the order they are reported. */
export const VERDICT_CODES = [
  'STATE',
  'PROVIDER',
  'REGION',
  'TYPE',
  'SITE',
  'ROOM',
  'ROW',
  'RACK',
  'TAG',
  'QUERY',
  'COMPUTE',
  'AFFINITY_NOT_MATCHED',
  'ANTI_AFFINITY_MATCHED',
  'SPREAD',
  'TOPOLOGY',
  'NO_SUCH_RESOURCE',
  'INSUFFICIENT',
  'BUFFER',
] as const;

export type VerdictCode = (typeof VERDICT_CODES)[number];

export const resourceKeySchema = z.enum(RESOURCE_KEYS);

const amount = z.int();
const amountsSchema = z.record(resourceKeySchema, amount);
const fractionSchema = z.number().min(0).max(1);
const identitySchema = { computeId: z.string(), compute: z.string() };

/** A tag condition with what was wanted and what the compute has; null: the tag is absent. */
export const termMissSchema = z.object({
  key: z.string(),
  op: z.enum(SELECTOR_OPERATORS),
  want: z.array(z.string()),
  actual: z.string().nullable(),
});

const placeReasonSchema = z.object({
  code: z.enum(['PROVIDER', 'REGION', 'TYPE', 'SITE', 'ROOM', 'ROW', 'RACK', 'TAG']),
  key: z.string(),
  want: z.array(z.string()),
  actual: z.string().nullable(),
});

/** One reason for a rejection as data; `placement-reason-text.ts` turns it into a sentence. Amounts in the resource's unit. */
export const rejectionReasonSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('STATE'), want: z.literal('active'), actual: z.string() }),
  placeReasonSchema,
  z.object({ code: z.literal('QUERY') }),
  z.object({ code: z.literal('COMPUTE') }),
  termMissSchema.extend({ code: z.literal('AFFINITY_NOT_MATCHED'), rule: z.string() }),
  z.object({ code: z.literal('ANTI_AFFINITY_MATCHED'), rule: z.string(), matched: z.array(termMissSchema) }),
  z.object({ code: z.literal('SPREAD'), count: amount, quantity: amount, max: amount }),
  z.object({
    code: z.literal('TOPOLOGY'),
    rule: z.string(),
    key: z.string(),
    actual: z.string().nullable(),
    after: amount,
    least: amount,
    maxSkew: amount,
  }),
  z.object({ code: z.literal('NO_SUCH_RESOURCE'), resource: resourceKeySchema, need: amount, total: z.literal(0) }),
  z.object({
    code: z.literal('INSUFFICIENT'),
    resource: resourceKeySchema,
    need: amount,
    free: amount,
    total: amount,
    short: amount,
  }),
  z.object({
    code: z.literal('BUFFER'),
    resource: resourceKeySchema,
    need: amount,
    free: amount,
    total: amount,
    keep: amount,
    short: amount,
  }),
]);

/**
 * What is to be placed: a stored service, or an ad-hoc size when `id` is null. Spec amounts are per instance; a resource
 * left out of max takes its min, one left out of min counts 0.
 */
export const planServiceSchema = z
  .object({
    id: z.string().nullable(),
    name: z.string(),
    min: resourceSpecSchema,
    max: resourceSpecSchema.default({}),
    placement: placementSchema.default({ ...NO_PLACEMENT_RULES }),
  })
  .superRefine(({ min, max }, context) => {
    for (const key of RESOURCE_KEYS) {
      const [least, most] = [min[key] ?? 0, max[key]];
      if (most === undefined || most >= least) continue;
      const message = `Maximum ${RESOURCE_LABELS[key].label.toLowerCase()} must be at least the minimum ${least}; ${most} was given.`;
      context.addIssue({ code: 'custom', path: ['max', key], message, params: { allowed: `at least ${least}` } });
    }
  });

/** Each list admits a compute whose value is one of its entries; an absent list admits all. */
export const planConstraintsSchema = z.strictObject({
  provider: z.array(z.string()).optional(),
  region: z.array(z.string()).optional(),
  type: z.array(z.string()).optional(),
  site: z.array(z.string()).optional(),
  room: z.array(z.string()).optional(),
  row: z.array(z.string()).optional(),
  rack: z.array(z.string()).optional(),
  tags: z.record(z.string(), z.string()).optional(),
  /** Ids a query answered; the planner itself knows no query language. */
  computeIds: z.array(z.string()).optional(),
  computeId: z.string().optional(),
});

export const planRequestSchema = z.object({
  service: planServiceSchema,
  quantity: z.int().min(1).max(100_000).default(1),
  basis: z.enum(['max', 'min']).default('max'),
  constraints: planConstraintsSchema.default({}),
  buffer: z.partialRecord(resourceKeySchema, fractionSchema).default({}),
  shape: scoreShapeSchema.default('target'),
  judgeEachResource: z.boolean().default(false),
  top: z.int().min(1).max(10_000).default(20),
});

const resourceBarSchema = z.object({
  resource: resourceKeySchema,
  total: amount,
  usedBefore: amount,
  usedAfter: amount,
  /** Shares of the total, not clamped: above 1 is over-booked. */
  before: z.number(),
  after: z.number(),
});

export const fitsSchema = z.enum(['max', 'partial', 'min-only']);
export const badgeSchema = z.enum(['OVERBOOKED', 'NO_CAPACITY_DATA']);

/** A compute that can take the request, and exactly what accepting it books. */
export const candidateSchema = z.object({
  ...identitySchema,
  verdict: z.literal('candidate'),
  rank: z.int().min(1),
  score: z.number(),
  /** Mean utilisation after accepting, null without any capacity data. */
  utilisation: z.number().nullable(),
  utilisationBefore: z.number().nullable(),
  bottleneck: z.object({ resource: resourceKeySchema, utilisation: z.number() }).nullable(),
  /** Population standard deviation of the utilisations. */
  imbalance: z.number(),
  strandsGpu: z.boolean(),
  fits: fitsSchema,
  /** Hundredths of the way from min to max that are booked; null when the stored allocation is kept. */
  step: z.int().min(0).max(100).nullable(),
  quantity: amount,
  quantityBefore: amount,
  /** Booked per instance, for every instance of the service on this compute. */
  allocated: amountsSchema,
  allocatedBefore: amountsSchema.nullable(),
  resources: z.array(resourceBarSchema),
  badges: z.array(badgeSchema),
});

export const rejectionSchema = z.object({
  ...identitySchema,
  verdict: z.literal('rejected'),
  reasons: z.array(rejectionReasonSchema).min(1),
});

export const verdictSchema = z.discriminatedUnion('verdict', [candidateSchema, rejectionSchema]);

/** One rule of the request that can reject computes; `rule` is its path in the request. */
export const planRuleSchema = z.object({
  code: z.enum(VERDICT_CODES),
  rule: z.string(),
  /** The tag key or resource the rule is about, for a short label. */
  about: z.string(),
});

export const reasonCountSchema = planRuleSchema.extend({
  count: amount,
  alone: amount,
  closest: z.object({ ...identitySchema, resource: resourceKeySchema, short: amount }).nullable(),
});

export const planSummarySchema = z.object({
  service: z.string(),
  quantity: amount,
  computes: amount,
  candidates: amount,
  rejected: amount,
  reasons: z.array(reasonCountSchema),
});

/** Minimal rule sets (planner.md section 4). `complete` is false where a limit cut the list short. */
export const conflictSchema = z.object({
  correctionSets: z.array(z.object({ rules: z.array(planRuleSchema), computes: amount })),
  cores: z.array(z.array(planRuleSchema)),
  complete: z.boolean(),
});

export type RejectionReason = z.output<typeof rejectionReasonSchema>;
export type TermMiss = z.output<typeof termMissSchema>;
export type PlanService = z.output<typeof planServiceSchema>;
export type PlanConstraints = z.output<typeof planConstraintsSchema>;
export type PlanRequest = z.output<typeof planRequestSchema>;
/** A request as callers write it: everything with a default may be left out. */
export type PlanRequestInput = z.input<typeof planRequestSchema>;
export type Candidate = z.output<typeof candidateSchema>;
export type Rejection = z.output<typeof rejectionSchema>;
export type Verdict = z.output<typeof verdictSchema>;
export type PlanRule = z.output<typeof planRuleSchema>;
export type ReasonCount = z.output<typeof reasonCountSchema>;
export type PlanSummary = z.output<typeof planSummarySchema>;
export type Conflict = z.output<typeof conflictSchema>;
export type ResourceBar = z.output<typeof resourceBarSchema>;
export type Fits = z.output<typeof fitsSchema>;
