import { z } from 'zod';
import { command } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';
import { rowProblem } from './row-problem.ts';

export const gridInput = z.strictObject({
  noun: z.string().max(64),
  /**
   * What each column holds: a field key, `tags` (a=1, b=2), `tag:KEY`, `custom.KEY`, for component assignments also
   * `serials`; null leaves the column out.
   */
  columns: z.array(z.string().max(160).nullable()).min(1).max(200),
  rows: z
    .array(
      z.strictObject({
        /** The row that is changed; absent: a new one. */
        ref: rowReference.optional(),
        cells: z.array(z.string().max(20_000)).max(200),
      }),
    )
    .max(200_000),
  /** What becomes of a new row whose natural key is in the workspace already. */
  existing: z.enum(['refuse', 'update', 'skip']).default('refuse'),
});

export type GridInput = z.output<typeof gridInput>;

export const gridProblem = rowProblem.extend({
  /** Index of the row given, from 0. */
  row: z.int(),
});

export type GridProblem = z.output<typeof gridProblem>;

const gridReport = z.object({
  /** Every problem of every row, in order. */
  problems: z.array(gridProblem),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  /** Rows of the input with a problem. */
  refused: z.int(),
});

export type GridReport = z.output<typeof gridReport>;

/** Rows from a spreadsheet for any noun. A cell with `srv[001-040]` stands for as many rows. */
export const gridContract = {
  /** What apply would do and refuse: the same code, taken back. */
  check: command.input(gridInput).output(gridReport),
  /** Writes the good rows as one undo; with `all`, one bad row refuses everything. */
  apply: command
    .input(gridInput.extend({ accept: z.enum(['all', 'good']).default('good') }))
    .output(writeReceipt.extend({ ...gridReport.shape, ids: z.array(z.string()) })),
};
