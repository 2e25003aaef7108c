import { z } from 'zod';

/** What is wrong with a row of a table that somebody gave. */
export const rowProblem = z.object({
  /** Index of the column given; null where the row as a whole is refused. */
  column: z.int().nullable(),
  path: z.string(),
  message: z.string(),
  value: z.unknown().optional(),
  allowed: z.string().optional(),
});
