import { z } from 'zod';
import { defaulting, flag, json, optional, text } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

/** What a list shows: which columns, in which order, how wide. */
export const viewLayoutSchema = z.strictObject({
  columns: z.array(z.string().min(1).max(160)).max(200).default([]),
  widths: z.record(z.string(), z.int().min(20).max(4000)).default({}),
  sort: z
    .array(z.strictObject({ key: z.string().min(1).max(64), descending: z.boolean().default(false) }))
    .max(4)
    .default([]),
});

export type ViewLayout = z.output<typeof viewLayoutSchema>;

export const savedView = defineNoun({
  noun: 'savedView',
  label: 'Saved view',
  plural: 'Saved views',
  help: 'A query, a sort order and columns of a list, under a name.',
  table: 'saved_view',
  names: { family: 'savedView', within: ['noun'] },
  naturalKey: ['noun', 'name'],
  fields: {
    noun: text({ label: 'List of', max: 64, help: 'compute, rack, service …', columnWidth: 120, columnShown: true }),
    name: text({ label: 'Name', max: 100, columnWidth: 200, columnShown: true, searched: true }),
    query: optional(text({ label: 'Query', max: 2000, columnWidth: 300, columnShown: true })),
    layout: defaulting(json(viewLayoutSchema, { label: 'Columns and order' }), { columns: [], widths: {}, sort: [] }),
    pinned: defaulting(
      flag({ label: 'Pinned', help: 'Shown beside the list', columnWidth: 80, columnShown: true }),
      false,
    ),
  },
});

export type SavedView = RowOf<typeof savedView>;
