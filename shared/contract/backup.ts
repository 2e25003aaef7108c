import { z } from 'zod';

/** What a backup holds, and what is wrong with it; `problem` null: it was whole when it was last looked at. */
export const backupFactsSchema = z.object({
  /** Rows by noun; nouns without rows are left out. */
  counts: z.record(z.string(), z.int()),
  changes: z.int(),
  lastChange: z.object({ at: z.string(), actor: z.string(), label: z.string() }).nullable(),
  /** Hash of the newest change; empty where there is none. */
  head: z.string(),
  problem: z.string().nullable(),
});

export type BackupFacts = z.output<typeof backupFactsSchema>;

export const backupSchema = z.object({
  file: z.string(),
  /** Counts up with every backup of a workspace, whatever the clock says. */
  ordinal: z.int(),
  at: z.string(),
  bytes: z.int(),
  reason: z.string(),
  facts: backupFactsSchema,
});

export type Backup = z.output<typeof backupSchema>;
