import { z } from 'zod';
import { defineNoun, type RowOf } from './noun.ts';
import { defaulting, integer, json, money, multiline, optional, text, wordedChoice } from './field.ts';
import { templatesSchema } from './port-templates.ts';

export const COMPONENT_TYPES = [
  { value: 'cpu', label: 'CPU' },
  { value: 'ram', label: 'Memory' },
  { value: 'gpu', label: 'GPU' },
  { value: 'storage', label: 'Storage' },
  { value: 'nic', label: 'Network card' },
  { value: 'psu', label: 'Power supply' },
  { value: 'os', label: 'Operating system' },
  { value: 'other', label: 'Other' },
] as const;

/** Words of the reference program for two of our types; a medium goes on in the specs. */
export const COMPONENT_TYPE_WORDS = ['memory', 'nvme', 'ssd', 'hdd'] as const;

export type ComponentType = (typeof COMPONENT_TYPES)[number]['value'];

export const component = defineNoun({
  noun: 'component',
  label: 'Component',
  plural: 'Components',
  help: 'A part of the catalogue: what can be fitted in a compute.',
  table: 'component',
  names: { family: 'component', within: ['type', 'manufacturer', 'model'] },
  nameOf: (record) =>
    [record['manufacturer'], record['model'], record['partNumber']]
      .filter((part) => typeof part === 'string')
      .join(' '),
  naturalKey: ['type', 'manufacturer', 'model', 'partNumber'],
  tagged: true,
  fields: {
    type: wordedChoice(COMPONENT_TYPES, COMPONENT_TYPE_WORDS, { label: 'Type', columnWidth: 110, columnShown: true }),
    manufacturer: text({
      label: 'Manufacturer',
      max: 100,
      completed: true,
      columnWidth: 160,
      columnShown: true,
      searched: true,
    }),
    model: text({ label: 'Model', max: 200, columnWidth: 260, columnShown: true, searched: true }),
    partNumber: optional(text({ label: 'Part number', max: 100, columnWidth: 150, columnShown: true, searched: true })),
    specs: defaulting(
      json(z.record(z.string(), z.json()), {
        label: 'Specs',
        help: 'JSON under the keys of the component type',
        columnWidth: 280,
        columnShown: true,
      }),
      {},
    ),
    templates: defaulting(json(templatesSchema, { label: 'Ports and bays' }), {}),
    powerWatts: optional(
      integer({ label: 'Power draw', unit: 'W', min: 0, max: 100_000, bulkEditable: true, columnWidth: 110 }),
    ),
    weightGrams: optional(
      integer({ label: 'Weight', unit: 'g', min: 0, max: 10_000_000, bulkEditable: true, columnWidth: 100 }),
    ),
    listPrice: optional(money({ label: 'List price', bulkEditable: true, columnWidth: 110, section: 'Price' })),
    currency: optional(text({ label: 'Currency', max: 3, bulkEditable: true, section: 'Price' })),
    leadTimeDays: optional(
      integer({ label: 'Lead time', unit: 'days', min: 0, max: 3650, bulkEditable: true, section: 'Price' }),
    ),
    notes: optional(multiline({ label: 'Notes' })),
    extra: defaulting(
      json(z.record(z.string(), z.json()), { label: 'Other keys of the source file', readOnly: true }),
      {},
    ),
  },
});

export type Component = RowOf<typeof component>;
