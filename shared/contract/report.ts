import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { computeReportSchema } from '../domain/compute-report.ts';
import { query } from './base.ts';
import { rowReference } from './noun.ts';

/** How much of the journal: the newest 20 entries, or all. */
const journal = z.enum(['recent', 'all']).default('recent');

const part = z.object({ text: z.string(), rows: z.int() });

export const reportContract = {
  compute: query.input(z.strictObject({ compute: rowReference, journal })).output(computeReportSchema),
  /** The same for a selection, for what a query admits, or for all, by name. */
  computes: query
    .input(
      z.strictObject({
        computes: z.array(rowReference).max(200_000).optional(),
        query: z.string().max(2000).default(''),
        journal,
      }),
    )
    .output(eventIterator(computeReportSchema)),
  /** Computes as CSV, in parts: what each has, carries and has left, what it costs, or what ends and renews soon. */
  csv: query
    .input(
      z.strictObject({
        kind: z.enum(['capacity', 'costs', 'renewals']),
        query: z.string().max(2000).default(''),
        /** Of renewals: how many days ahead, from today. */
        days: z.int().min(0).max(36_500).default(90),
      }),
    )
    .output(eventIterator(part)),
};
