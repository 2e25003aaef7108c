import { defineNoun, type RowOf } from './noun.ts';
import { defaulting, integer, money, multiline, optional, text } from './field.ts';

export const flavor = defineNoun({
  noun: 'flavor',
  label: 'Flavor',
  plural: 'Flavors',
  help: 'A size that a provider sells VPS or VM in.',
  table: 'flavor',
  names: { family: 'flavor' },
  naturalKey: ['name'],
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 180, columnShown: true, searched: true }),
    provider: optional(
      text({ label: 'Provider', max: 100, completed: true, bulkEditable: true, columnWidth: 130, columnShown: true }),
    ),
    cores: integer({ label: 'Cores', unit: 'cores', max: 1_000_000, columnWidth: 90, columnShown: true }),
    memoryMb: integer({ label: 'Memory', unit: 'MB', columnWidth: 110, columnShown: true }),
    vramMb: defaulting(integer({ label: 'GPU memory', unit: 'MB', columnWidth: 110 }), 0),
    nvmeGb: defaulting(integer({ label: 'Storage', unit: 'GB', columnWidth: 110, columnShown: true }), 0),
    gpu: defaulting(integer({ label: 'GPUs', unit: 'count', max: 100_000, columnWidth: 80 }), 0),
    monthlyCost: optional(money({ label: 'Monthly cost', bulkEditable: true, columnWidth: 110, section: 'Price' })),
    currency: optional(text({ label: 'Currency', max: 3, bulkEditable: true, section: 'Price' })),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Flavor = RowOf<typeof flavor>;
