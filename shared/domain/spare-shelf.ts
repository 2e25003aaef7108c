import { defineNoun, type RowOf } from './noun.ts';
import { multiline, optional, reference, text } from './field.ts';

export const spareShelf = defineNoun({
  noun: 'spareShelf',
  label: 'Spare shelf',
  plural: 'Spare shelves',
  help: 'A place where parts lie that are fitted nowhere.',
  table: 'spare_shelf',
  names: { family: 'spareShelf' },
  naturalKey: ['name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    siteId: optional(reference('site', { label: 'Site', onDelete: 'refuse', columnWidth: 140, columnShown: true })),
    roomId: optional(reference('room', { label: 'Room', onDelete: 'refuse', columnWidth: 140, columnShown: true })),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type SpareShelf = RowOf<typeof spareShelf>;
