import { z } from 'zod';
import { customMapSchema } from '../domain/custom-field.ts';
import type { FieldMap, NounDefinition } from '../domain/noun.ts';
import { tagMapSchema } from '../domain/tag.ts';
import { command, query } from './base.ts';

/** A row named by its id or, where it is unambiguous, by its name. */
export const rowReference = z.string().min(1).max(400);

export const listInput = z.strictObject({
  /** Expression of the query language; empty lists everything. */
  query: z.string().max(2000).default(''),
  sort: z
    .array(z.strictObject({ key: z.string().max(64), descending: z.boolean().default(false) }))
    .max(4)
    .default([]),
  limit: z.int().min(1).max(1000).default(200),
  /** Continues after the last row of the page that gave it. */
  cursor: z.string().max(2000).optional(),
  /** Jumps to the n-th row (a dragged scroll bar); costs more than a cursor. */
  from: z.int().min(0).optional(),
});

export type ListInput = z.input<typeof listInput>;

const derivedSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Says what a write did: how people read it, and the group it can be undone by (null when nothing had to change). */
export const writeReceipt = z.object({ groupId: z.int().nullable(), label: z.string() });

export type WriteReceipt = z.output<typeof writeReceipt>;

export const dependants = z.object({
  /** Rows that go with the deletion and come back with its undo. */
  owned: z.array(z.object({ noun: z.string(), count: z.int() })),
  /** Rows that refer to it and so refuse the deletion; at most 100 are named. */
  blocking: z.array(z.object({ noun: z.string(), id: z.string(), name: z.string() })),
  blockingCount: z.int(),
});

export type Dependants = z.output<typeof dependants>;

const extras = { tags: tagMapSchema.optional(), custom: customMapSchema.optional() };

/** The queries and commands every noun has. Special ones are added beside them in the noun's own contract file. */
export function nounContract<Fields extends FieldMap>(definition: NounDefinition<Fields>) {
  const record = z.object({ ...definition.fields, id: z.string() });
  const item = z.object({
    record,
    name: z.string(),
    tags: tagMapSchema,
    custom: customMapSchema,
    derived: derivedSchema,
  });
  const versioned = { ref: rowReference, version: z.int() };
  return {
    list: query.input(listInput).output(
      z.object({
        items: z.array(item),
        total: z.int(),
        cursor: z.string().nullable(),
        /** Names of the rows that reference fields point at, by id. */
        references: z.record(z.string(), z.string()),
      }),
    ),
    get: query
      .input(z.strictObject({ ref: rowReference }))
      .output(item.extend({ version: z.int(), references: z.record(z.string(), z.string()) })),
    /** The row that an upsert of these fields would change; null: it would make a new one. */
    existing: query
      .input(z.strictObject({ record: z.record(z.string(), z.unknown()) }))
      .output(z.object({ id: z.string().nullable() })),
    create: command
      .input(z.strictObject({ record: definition.schema, ...extras }))
      .output(writeReceipt.extend({ id: z.string(), name: z.string(), version: z.int() })),
    update: command
      .input(z.strictObject({ ...versioned, patch: definition.patchSchema, ...extras }))
      .output(writeReceipt.extend({ version: z.int() })),
    upsert: command
      .input(z.strictObject({ record: z.record(z.string(), z.unknown()), ...extras }))
      .output(writeReceipt.extend({ id: z.string(), outcome: z.enum(['created', 'updated', 'unchanged']) })),
    bulkUpdate: command
      .input(
        z.strictObject({ refs: z.array(rowReference).min(1).max(200_000), patch: definition.patchSchema, ...extras }),
      )
      .output(writeReceipt.extend({ updated: z.int(), unchanged: z.int() })),
    clone: command
      .input(z.strictObject({ ref: rowReference, names: z.array(z.string().min(1).max(128)).min(1).max(1000) }))
      .output(writeReceipt.extend({ ids: z.array(z.string()) })),
    previewRemove: query.input(z.strictObject({ refs: z.array(rowReference).min(1).max(10_000) })).output(dependants),
    remove: command
      .input(z.strictObject({ refs: z.array(rowReference).min(1).max(10_000) }))
      .output(writeReceipt.extend({ removed: z.int() })),
  };
}
