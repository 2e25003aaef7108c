import { z } from 'zod';
import { query } from './base.ts';

const dueRow = z.object({
  computeId: z.string(),
  compute: z.string(),
  kind: z.enum(['contract end', 'renewal']),
  date: z.string(),
  /** Days from today; negative: overdue. */
  daysLeft: z.int(),
  provider: z.string().nullable(),
  owner: z.string().nullable(),
  monthlyCost: z.string().nullable(),
  annualCost: z.string().nullable(),
  currency: z.string(),
});

export type DueRow = z.output<typeof dueRow>;

const totalsRow = z.object({
  /** The value grouped by; null: computes without one. */
  value: z.string().nullable(),
  currency: z.string(),
  computes: z.int(),
  monthlyCost: z.string(),
  annualCost: z.string(),
  /** 12 × monthly cost of computes without an annual cost, and the annual cost of the others. */
  perYear: z.string(),
});

export type BillingTotalsRow = z.output<typeof totalsRow>;

export const billingContract = {
  /** Contracts that end and renewals that come in the next `days` days, soonest first. */
  due: query
    .input(
      z.strictObject({
        days: z.int().min(0).max(36_500).default(90),
        /** Also what is past already. */
        overdue: z.boolean().default(false),
        /** Default: today in UTC. */
        from: z.iso.date().optional(),
      }),
    )
    .output(z.array(dueRow)),
  /** Sums per value and currency, never across currencies. */
  totals: query
    .input(
      z.strictObject({
        by: z.union([
          /** group: each compute in its own group; group tree: also in every group around that one. */
          z.enum(['provider', 'region', 'group', 'group tree', 'role', 'owner', 'type', 'state', 'all']),
          z.templateLiteral(['tag:', z.string().min(1).max(128)]),
        ]),
        query: z.string().max(2000).default(''),
      }),
    )
    .output(z.array(totalsRow)),
};
