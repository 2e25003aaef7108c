import { defineNoun, type RowOf } from './noun.ts';
import { multiline, optional, reference, text, written } from './field.ts';
import { isTimeZone } from './time-zone.ts';

export const site = defineNoun({
  noun: 'site',
  label: 'Site',
  plural: 'Sites',
  help: 'A building or campus that holds rooms.',
  table: 'site',
  names: { family: 'site' },
  naturalKey: ['name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    region: optional(
      text({ label: 'Region', completed: true, bulkEditable: true, columnWidth: 140, columnShown: true }),
    ),
    provider: optional(text({ label: 'Provider', completed: true, bulkEditable: true, columnWidth: 140 })),
    address: optional(multiline({ label: 'Address', max: 1000, columnWidth: 240, columnShown: true })),
    zoneId: optional(reference('zone', { label: 'Zone', onDelete: 'clear', bulkEditable: true, columnWidth: 130 })),
    timeZone: optional(
      written((text) => (isTimeZone(text) ? text : null), {
        label: 'Time zone',
        form: 'the IANA name of a time zone, such as Europe/Berlin',
        help: 'IANA name, for example Europe/Berlin',
        max: 64,
        bulkEditable: true,
        columnWidth: 140,
      }),
    ),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Site = RowOf<typeof site>;
