import { defineNoun, type RowOf } from './noun.ts';
import { integer, multiline, optional, reference, text } from './field.ts';

/** A row of racks in a room; not to be confused with a row of a table, which code calls a record. */
export const row = defineNoun({
  noun: 'row',
  label: 'Row',
  plural: 'Rows',
  help: 'Racks standing side by side in a room.',
  table: 'rack_row',
  names: { family: 'row', within: ['roomId'] },
  naturalKey: ['roomId', 'name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 160, columnShown: true, searched: true }),
    roomId: reference('room', { label: 'Room', onDelete: 'refuse', columnWidth: 180, columnShown: true }),
    ordinal: optional(integer({ label: 'Place in the room', min: 1, max: 10_000, columnWidth: 120 })),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Row = RowOf<typeof row>;
