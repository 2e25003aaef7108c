import { z } from 'zod';

/** Where the harm is. `row` and `history` hold what people entered; `index` and `derived` are made from rows and can be made again. */
export const DAMAGED_PARTS = ['row', 'history', 'index', 'derived', 'file'] as const;

/** One thing that is not as it was written. `noun`, `id` and `name` say which row, where that is known. */
export const damageSchema = z.object({
  part: z.enum(DAMAGED_PARTS),
  table: z.string(),
  noun: z.string().nullable(),
  id: z.string().nullable(),
  name: z.string().nullable(),
  message: z.string(),
});

export type Damage = z.output<typeof damageSchema>;

/**
 * The result of comparing a workspace with its change log. `damage` lists the first of `damageCount`. It is sound where nothing
 * but derived values is damaged: they are made again from the rows.
 */
export const scrubReportSchema = z.object({
  sound: z.boolean(),
  changes: z.int(),
  rows: z.int(),
  /** Hash of the newest change. */
  head: z.string(),
  damageCount: z.int(),
  damage: z.array(damageSchema),
});

export type ScrubReport = z.output<typeof scrubReportSchema>;

/** What a salvage brought over, and what it could not. */
export const salvageReportSchema = z.object({
  rows: z.int(),
  lostRows: z.int(),
  /** Changes kept as they were written. */
  changes: z.int(),
  /** Changes that stand no longer one by one: their outcome is written as one group of `rewritten` changes. */
  lostChanges: z.int(),
  rewritten: z.int(),
});

export type SalvageReport = z.output<typeof salvageReportSchema>;
