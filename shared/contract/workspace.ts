import { z } from 'zod';
import { command, query } from './base.ts';
import { scrubReportSchema } from './damage.ts';
import { writeReceipt } from './noun.ts';

export const workspaceInfo = z.object({
  file: z.string(),
  name: z.string(),
  /** writable, or why it is not: shown as a banner. */
  mode: z.enum(['writable', 'readonly', 'corrupt']),
  reason: z.string().nullable(),
  counts: z.record(z.string(), z.int()),
});

export type WorkspaceInfo = z.output<typeof workspaceInfo>;

export const workspaceContract = {
  info: query.output(workspaceInfo),
  /** Compares the workspace with its history: what the last time found, or anew. */
  damage: query
    .input(z.strictObject({ again: z.boolean().default(false) }).default({ again: false }))
    .output(scrubReportSchema),
  /** Fills an empty workspace with the sample datacenter. */
  addSample: command.output(writeReceipt),
};

export const foundSchema = z.object({
  id: z.string(),
  noun: z.string(),
  name: z.string(),
  /** Where or what it is, for telling equal names apart. */
  hint: z.string(),
});

export type Found = z.output<typeof foundSchema>;

const completionSchema = z.object({
  /** The range of the text that a proposal replaces. */
  from: z.int(),
  to: z.int(),
  proposals: z.array(
    z.object({
      kind: z.enum(['keyword', 'field', 'predicate', 'operator', 'value']),
      label: z.string(),
      insert: z.string(),
      detail: z.string().optional(),
    }),
  ),
});

export type QueryCompletion = z.output<typeof completionSchema>;

export type QueryProposal = QueryCompletion['proposals'][number];

export const findContract = {
  /**
   * Things whose name, numbers, tags, addresses or notes hold every word typed, best first: the name itself, numbers and
   * tags, beginnings, then any part. One or two characters are looked for at beginnings only. Just after a large import
   * some of what it made may not be found yet: see `behind`.
   */
  objects: query
    .input(
      z.strictObject({
        text: z.string().max(200),
        nouns: z.array(z.string()).optional(),
        limit: z.int().min(1).max(100).default(20),
      }),
    )
    .output(z.array(foundSchema)),
  /** How many changes finding does not know yet; 0 but for seconds after a large import. */
  behind: query.output(z.int()),
  /** What may stand at a place of a query over a noun: fields, relations, operators, values of this workspace. */
  complete: query
    .input(
      z.strictObject({
        noun: z.string().max(64),
        text: z.string().max(2000),
        /** Characters left of the cursor; absent: the end. */
        cursor: z.int().min(0).optional(),
      }),
    )
    .output(completionSchema),
  /** Values already used in a free-text field, most used first. */
  values: query
    .input(
      z.strictObject({
        noun: z.string(),
        key: z.string(),
        text: z.string().max(200).default(''),
        limit: z.int().min(1).max(100).default(20),
      }),
    )
    .output(z.array(z.string())),
};
