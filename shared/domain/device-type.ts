import { z } from 'zod';
import { defineNoun, type RowOf } from './noun.ts';
import { choice, defaulting, flag, integer, json, money, multiline, optional, text } from './field.ts';
import { templatesSchema } from './port-templates.ts';
import { RACK_WIDTHS } from './rack.ts';
import { buildSchema, slotProblems, slotsSchema, type Slot } from './slot.ts';

export const AIRFLOWS = [
  { value: 'front-to-rear', label: 'Front to rear' },
  { value: 'rear-to-front', label: 'Rear to front' },
  { value: 'left-to-right', label: 'Left to right' },
  { value: 'right-to-left', label: 'Right to left' },
  { value: 'side-to-rear', label: 'Side to rear' },
  { value: 'rear-to-side', label: 'Rear to side' },
  { value: 'bottom-to-top', label: 'Bottom to top' },
  { value: 'top-to-bottom', label: 'Top to bottom' },
  { value: 'passive', label: 'Passive' },
  { value: 'mixed', label: 'Mixed' },
] as const;

export const deviceType = defineNoun({
  noun: 'deviceType',
  label: 'Device type',
  plural: 'Device types',
  help: 'A model that computes and equipment are instances of, with its ports and bays.',
  table: 'device_type',
  names: { family: 'deviceType', within: ['manufacturer'] },
  nameOf: (record) => `${String(record['manufacturer'])} ${String(record['model'])}`,
  naturalKey: ['manufacturer', 'model'],
  fields: {
    manufacturer: text({
      label: 'Manufacturer',
      max: 100,
      completed: true,
      columnWidth: 160,
      columnShown: true,
      searched: true,
    }),
    model: text({ label: 'Model', max: 200, columnWidth: 240, columnShown: true, searched: true }),
    partNumber: optional(text({ label: 'Part number', max: 100, columnWidth: 150, columnShown: true, searched: true })),
    slug: optional(text({ label: 'Slug', max: 200, help: 'Identifier in the NetBox library' })),
    heightHalfU: defaulting(
      integer({
        label: 'Height',
        unit: 'halfU',
        min: 0,
        max: 200,
        columnWidth: 90,
        columnShown: true,
        section: 'Size',
      }),
      2,
    ),
    fullDepth: defaulting(
      flag({ label: 'Full depth', help: 'Occupies front and rear', columnWidth: 100, section: 'Size' }),
      true,
    ),
    depthMm: optional(integer({ label: 'Depth', unit: 'mm', min: 1, max: 3000, section: 'Size' })),
    widthInches: optional(
      choice(RACK_WIDTHS, {
        label: 'Built for',
        help: 'The width of its racks; wider ones take it too, and without one any rack does',
        bulkEditable: true,
        columnWidth: 100,
        section: 'Size',
      }),
    ),
    weightGrams: optional(
      integer({ label: 'Weight', unit: 'g', min: 0, max: 10_000_000, columnWidth: 100, section: 'Size' }),
    ),
    airflow: optional(choice(AIRFLOWS, { label: 'Airflow', columnWidth: 130, section: 'Size' })),
    powerWatts: optional(
      integer({ label: 'Nameplate power', unit: 'W', min: 0, max: 1_000_000, columnWidth: 120, section: 'Power' }),
    ),
    subdeviceRole: optional(
      choice(
        [
          { value: 'parent', label: 'Chassis with bays' },
          { value: 'child', label: 'Fits a device bay' },
        ],
        { label: 'Chassis role', columnWidth: 130 },
      ),
    ),
    templates: defaulting(json(templatesSchema, { label: 'Ports and bays' }), {}),
    slots: defaulting(
      json(slotsSchema, {
        label: 'Slots',
        help: 'Beside those that follow from module and device bays',
        section: 'Inside',
      }),
      [],
    ),
    build: defaulting(
      json(buildSchema, { label: 'Default build', help: 'What a new machine of this type holds', section: 'Inside' }),
      [],
    ),
    listPrice: optional(money({ label: 'List price', columnWidth: 110, section: 'Price' })),
    currency: optional(text({ label: 'Currency', max: 3, section: 'Price' })),
    leadTimeDays: optional(integer({ label: 'Lead time', unit: 'days', min: 0, max: 3650, section: 'Price' })),
    comments: optional(multiline({ label: 'Comments' })),
    extra: defaulting(
      json(z.record(z.string(), z.json()), { label: 'Other keys of the source file', readOnly: true }),
      {},
    ),
  },
  check: (record) => slotProblems(record['slots'] as readonly Slot[] | null),
});

export type DeviceType = RowOf<typeof deviceType>;
