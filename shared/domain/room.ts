import { defineNoun, type RowOf } from './noun.ts';
import { multiline, optional, reference, text } from './field.ts';

export const room = defineNoun({
  noun: 'room',
  label: 'Room',
  plural: 'Rooms',
  help: 'A hall or cage of a site.',
  table: 'room',
  names: { family: 'room', within: ['siteId'] },
  naturalKey: ['siteId', 'name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    siteId: reference('site', { label: 'Site', onDelete: 'refuse', columnWidth: 180, columnShown: true }),
    zoneId: optional(reference('zone', { label: 'Zone', onDelete: 'clear', bulkEditable: true, columnWidth: 130 })),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Room = RowOf<typeof room>;
