import { z } from 'zod';
import { resourceKeySchema } from '../domain/plan.ts';
import { query } from './base.ts';
import { rowReference } from './noun.ts';
import { standsSchema } from './plan.ts';

const vector = z.record(resourceKeySchema, z.int());

/** What computes are grouped by; `tag:` and a key groups by the user's own tag. */
export const groupingSchema = z.union([
  z.enum(['fleet', 'site', 'room', 'row', 'rack', 'provider', 'region', 'type', 'state', 'owner', 'role']),
  z.templateLiteral([z.literal('tag:'), z.string().min(1).max(128)]),
]);

export type Grouping = z.output<typeof groupingSchema>;

export const usageGroupSchema = z.object({
  /** Null: the computes without the value. */
  value: z.string().nullable(),
  computes: z.int(),
  /** Computes that are not active: their room cannot be booked, and is counted in `total` all the same. */
  resting: z.int(),
  total: vector,
  allocated: vector,
  /** Mean share over the resources the group has, each allocated / total and at most 1; null without any. */
  utilisation: z.number().nullable(),
});

export type UsageGroup = z.output<typeof usageGroupSchema>;

export const loadedSchema = z.object({
  computeId: z.string(),
  compute: z.string(),
  stands: standsSchema,
  state: z.string(),
  utilisation: z.number().nullable(),
  total: vector,
  allocated: vector,
});

export type Loaded = z.output<typeof loadedSchema>;

/** Why a compute takes no more: its state, a resource that runs out first, or no capacity data at all. */
const blockerSchema = z.enum(['state', 'no-data', ...resourceKeySchema.options]);

export type Blocker = z.output<typeof blockerSchema>;

export const strandedSchema = loadedSchema.extend({
  blocker: blockerSchema,
  /** Further instances of the profile that fit. */
  fits: z.int(),
  /** What stays free when no further instance fits: of no use to this profile. */
  stranded: vector,
});

export const capacityContract = {
  usage: query
    .input(z.strictObject({ by: groupingSchema, query: z.string().max(2000).default('') }))
    .output(z.object({ fleet: usageGroupSchema, groups: z.array(usageGroupSchema) })),
  /** The most or the least used computes, by their mean utilisation or by one resource. */
  loaded: query
    .input(
      z.strictObject({
        order: z.enum(['most', 'least']),
        by: z.enum(['mean', ...resourceKeySchema.options]).default('mean'),
        query: z.string().max(2000).default(''),
        limit: z.int().min(1).max(10_000).default(100),
      }),
    )
    .output(z.object({ total: z.int(), rows: z.array(loadedSchema) })),
  /** Computes on which more is booked than there is, worst first. */
  overbooked: query.output(z.array(loadedSchema)),
  /**
   * What blocks each compute from taking more of a profile, and what is stranded there. The profile is a service's minimum
   * or, without one, the mean instance of everything that runs.
   */
  stranded: query
    .input(z.strictObject({ service: rowReference.optional(), limit: z.int().min(1).max(10_000).default(200) }))
    .output(
      z.object({
        profile: z.object({ name: z.string(), spec: vector }),
        /** Computes per blocker, with what is stranded on them together, most computes first. */
        blockers: z.array(z.object({ blocker: blockerSchema, computes: z.int(), stranded: vector })),
        /** Instances of the profile that the active computes still take. */
        fits: z.int(),
        total: z.int(),
        rows: z.array(strandedSchema),
      }),
    ),
};
