import { defineNoun, type RowOf } from './noun.ts';
import { multiline, optional, text } from './field.ts';

/** Cuts across sites, rooms and racks: each names at most one, and what does not name one has its container's. */
export const zone = defineNoun({
  noun: 'zone',
  label: 'Zone',
  plural: 'Zones',
  help: 'A failure, power or cooling zone that sites, rooms and racks belong to.',
  table: 'zone',
  names: { family: 'zone' },
  naturalKey: ['name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    purpose: optional(
      text({
        label: 'Purpose',
        max: 100,
        completed: true,
        help: 'For example availability, power, cooling, security',
        columnWidth: 160,
        columnShown: true,
      }),
    ),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Zone = RowOf<typeof zone>;
