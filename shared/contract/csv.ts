import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, query } from './base.ts';
import { rowProblem } from './row-problem.ts';

const noun = z.string().max(64);

/** What a column of a file can hold: a field key, `id`, `tags`, `tag:KEY` or `custom.KEY`; null: it is left out. */
const columnName = z.string().max(160).nullable();

export const csvColumn = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string().nullable(),
  /** A new row needs a value in it. */
  required: z.boolean(),
});

export type CsvColumn = z.output<typeof csvColumn>;

const csvInput = z.strictObject({
  noun,
  /** A file on this computer, or its text. */
  path: z.string().min(1).max(4096).optional(),
  text: z.string().max(100_000_000).optional(),
  /** What each column of the file holds; absent: as its header says. */
  columns: z.array(columnName).max(1000).optional(),
  /**
   * What becomes of a row that is there already, found by `id` or by natural key. `take over` updates it, and takes from
   * others what they have where the noun allows it: a port.
   */
  existing: z.enum(['update', 'skip', 'refuse', 'take over']).default('update'),
  /** How many rows the report shows with their changes. */
  shown: z.int().min(0).max(10_000).default(500),
});

export type CsvInput = z.output<typeof csvInput>;

export const csvProblem = rowProblem.extend({
  /** Number of the row as a spreadsheet shows it: the header is row 1. */
  row: z.int(),
});

export type CsvProblem = z.output<typeof csvProblem>;

export const CSV_OUTCOMES = ['created', 'updated', 'unchanged', 'skipped', 'refused'] as const;

export type CsvOutcome = (typeof CSV_OUTCOMES)[number];

export const csvRow = z.object({
  row: z.int(),
  outcome: z.enum(CSV_OUTCOMES),
  /** How the row is called: its name or the first cell of its key. */
  name: z.string(),
  /** The row that is changed; null for a new one. */
  id: z.string().nullable(),
  changes: z.array(z.object({ key: z.string(), label: z.string(), before: z.string(), after: z.string() })),
  /** Who had what this row takes over. */
  takenFrom: z.array(z.string()),
});

export type CsvRow = z.output<typeof csvRow>;

export const csvReport = z.object({
  headers: z.array(z.string()),
  /** What each column of the file was taken for. */
  columns: z.array(columnName),
  /** The first rows as they stand in the file, for choosing columns. */
  sample: z.array(z.array(z.string())),
  rows: z.int(),
  counts: z.record(z.enum(CSV_OUTCOMES), z.int()),
  /** Every problem of every row, in order; a limit of 20,000 stands against files of another noun. */
  problems: z.array(csvProblem),
  problemCount: z.int(),
  shown: z.array(csvRow),
  /** Null for a preview, and where nothing was written. */
  groupId: z.int().nullable(),
  label: z.string(),
});

export type CsvReport = z.output<typeof csvReport>;

export const csvEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('report'), report: csvReport }),
]);

export type CsvEvent = z.output<typeof csvEvent>;

export const csvContract = {
  /** The columns a file of a noun may have, the workspace's custom fields included. */
  columns: query.input(z.strictObject({ noun })).output(z.array(csvColumn)),
  /** What an import would do with each row: it does it and takes it back. Aborting the stream cancels. */
  preview: command.input(csvInput).output(eventIterator(csvEvent)),
  /**
   * Creates and updates rows as one undo. A column that the file lacks stays unchanged, an empty cell clears. `good` writes
   * the good rows, `all` refuses everything for one bad row. Aborting the stream cancels and leaves nothing written.
   */
  import: command
    .input(csvInput.extend({ accept: z.enum(['all', 'good']).default('good') }))
    .output(eventIterator(csvEvent)),
  /** All rows that a query admits, in list order, as parts of one text; importing it changes nothing. */
  export: query
    .input(z.strictObject({ noun, query: z.string().max(2000).default(''), columns: z.array(z.string()).optional() }))
    .output(eventIterator(z.object({ text: z.string(), rows: z.int() }))),
};
