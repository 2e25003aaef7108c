import { z } from 'zod';
import { candidateSchema, conflictSchema, planRuleSchema, resourceKeySchema } from './plan.ts';

const amount = z.int();
const computeRef = { computeId: z.string(), compute: z.string() };

/** One change to the request (or to one compute's state) that helps it fit. Needs are per instance. */
export const relaxationStepSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dropRule'), rule: planRuleSchema }),
  z.object({ kind: z.literal('activate'), ...computeRef, state: z.string() }),
  z.object({ kind: z.literal('raiseSpread'), from: amount, to: amount }),
  z.object({ kind: z.literal('raiseSkew'), rule: z.string(), key: z.string(), from: amount, to: amount }),
  z.object({ kind: z.literal('lowerNeed'), resource: resourceKeySchema, from: amount, to: amount }),
  z.object({ kind: z.literal('lowerBuffer'), resource: resourceKeySchema, from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('lowerQuantity'), from: amount, to: amount }),
]);

/** A smallest set of changes after which the named compute fits, proven by planning again. */
export const relaxationSchema = z.object({
  kind: z.literal('relax'),
  ...computeRef,
  steps: z.array(relaxationStepSchema).min(1),
  candidatesAfter: amount,
  verified: z.literal(true),
});

export const moveRecommendationSchema = z.object({
  kind: z.literal('move'),
  /** The compute that can take the request once the move is made. */
  ...computeRef,
  move: z.object({
    serviceId: z.string(),
    service: z.string(),
    quantity: amount,
    fromComputeId: z.string(),
    toComputeId: z.string(),
    toCompute: z.string(),
  }),
  candidate: candidateSchema,
  verified: z.literal(true),
});

export const addedPartSchema = z.object({
  partId: z.string(),
  part: z.string(),
  quantity: amount,
  /** Kind of part, and so of slot. */
  slot: z.string(),
  /** Names of the free slots it goes into; empty where it is not known which are free. */
  slots: z.array(z.string()),
  source: z.enum(['spare', 'catalogue']),
  price: z.string().nullable(),
});

export const upgradeRecommendationSchema = z.object({
  kind: z.literal('upgrade'),
  ...computeRef,
  parts: z.array(addedPartSchema).min(1),
  /** Decimal string; null when a part's price is unknown. Spares cost nothing. */
  price: z.string().nullable(),
  candidate: candidateSchema,
  verified: z.literal(true),
});

/** A server to buy: chassis, parts per slot kind, and what it offers. */
export const serverOfferSchema = z.object({
  chassisId: z.string(),
  chassis: z.string(),
  parts: z.array(
    z.object({ partId: z.string(), part: z.string(), kind: z.string(), quantity: amount, raid: z.string().nullable() }),
  ),
  provides: z.record(resourceKeySchema, amount),
  instances: amount,
  price: z.string().nullable(),
  powerWatts: amount,
  heightHalfU: amount,
  /** Utilisation and score of the server once it holds its instances. */
  utilisation: z.number(),
  score: z.number(),
});

export const purchaseRecommendationSchema = z.object({
  kind: z.literal('buy'),
  type: z.literal('baremetal'),
  servers: z.array(z.object({ quantity: amount, offer: serverOfferSchema })).min(1),
  machines: amount,
  price: z.string().nullable(),
  currency: z.string().nullable(),
  powerWatts: amount,
  heightHalfU: amount,
  /** No solution is cheaper (or, without prices, has fewer machines) than this. */
  bound: z.object({ value: z.string(), of: z.enum(['price', 'machines']) }),
  /** What was minimised; without prices: machines, then U, then watts. */
  objective: z.enum(['price', 'machines-then-U-then-watts']),
  /** Assumptions and facts the buyer must know, as sentences. */
  notes: z.array(z.string()),
});

export const recommendationSchema = z.discriminatedUnion('kind', [
  relaxationSchema,
  moveRecommendationSchema,
  upgradeRecommendationSchema,
  purchaseRecommendationSchema,
]);

/** Bookings of a batch are accepted in the order listed: each candidate is what the fleet shows after the ones before. */
export const batchStepSchema = z.object({
  serviceId: z.string().nullable(),
  service: z.string(),
  candidate: candidateSchema,
});

/**
 * Why instances stayed out. Proven: `fits-nowhere` (not even one, with nothing else of the batch placed), `room` (of this
 * service alone no more than `room` fit, by the spread limit or by amounts), `total-exceeded` (the batch needs more of a
 * resource than is free). `not-proven`: no room was found, another packing might have it.
 */
export const unplacedSchema = z.object({
  serviceId: z.string().nullable(),
  service: z.string(),
  quantity: amount,
  certificate: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('fits-nowhere'), conflict: conflictSchema }),
    z.object({ kind: z.literal('room'), room: amount, limitedBy: z.enum(['spread', 'amounts']) }),
    z.object({ kind: z.literal('total-exceeded'), resource: resourceKeySchema, need: amount, free: amount }),
    z.object({ kind: z.literal('not-proven') }),
  ]),
});

export const batchPlanSchema = z.object({
  feasible: z.boolean(),
  basis: z.enum(['max', 'min']),
  steps: z.array(batchStepSchema),
  unplaced: z.array(unplacedSchema),
  placed: amount,
  requested: amount,
  computesUsed: amount,
  /** At least so many computes are needed by totals alone, null when not even all suffice; never a proof that it fits. */
  lowerBound: z.object({ computes: amount.nullable(), resource: resourceKeySchema.nullable() }),
});

/**
 * How far a batch is. `placing`: instances placed or given up; `placing-at-min`: the same once more, since at max some
 * found no room; `proving`: services that stay out for which it is known why; `buying`: those for which servers were put together.
 */
export const batchProgressSchema = z.object({
  phase: z.enum(['placing', 'placing-at-min', 'proving', 'buying']),
  done: amount,
  total: amount,
});

/**
 * How far the search for what would help is. `relaxing`, `moving`, `adding`: what was planned again to prove it; `buying`:
 * the largest numbers of instances for which a server was put together.
 */
export const adviceProgressSchema = z.object({
  phase: z.enum(['relaxing', 'moving', 'adding', 'buying']),
  done: amount,
  total: amount,
});

export type RelaxationStep = z.output<typeof relaxationStepSchema>;
export type Relaxation = z.output<typeof relaxationSchema>;
export type MoveRecommendation = z.output<typeof moveRecommendationSchema>;
export type AddedPart = z.output<typeof addedPartSchema>;
export type UpgradeRecommendation = z.output<typeof upgradeRecommendationSchema>;
export type PurchaseRecommendation = z.output<typeof purchaseRecommendationSchema>;
export type ServerOffer = z.output<typeof serverOfferSchema>;
export type Recommendation = z.output<typeof recommendationSchema>;
export type BatchStep = z.output<typeof batchStepSchema>;
export type Unplaced = z.output<typeof unplacedSchema>;
export type BatchProgress = z.output<typeof batchProgressSchema>;
export type AdviceProgress = z.output<typeof adviceProgressSchema>;
export type BatchPlan = z.output<typeof batchPlanSchema>;
