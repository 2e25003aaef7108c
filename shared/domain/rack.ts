import { z } from 'zod';
import { defineNoun, type RowOf } from './noun.ts';
import { choice, defaulting, integer, json, multiline, optional, reference, text } from './field.ts';
import { powerFeedSchema } from './power-feed.ts';

export const RACK_STATUSES = [
  { value: 'active', label: 'Active', tone: 'good' },
  { value: 'planned', label: 'Planned', tone: 'info' },
  { value: 'available', label: 'Available', tone: 'info' },
  { value: 'reserved', label: 'Reserved', tone: 'attention' },
  { value: 'retired', label: 'Retired', tone: 'neutral' },
] as const;

/** Between the rails. */
export const RACK_WIDTHS = [
  { value: '10', label: '10 inch' },
  { value: '19', label: '19 inch' },
  { value: '21', label: '21 inch' },
  { value: '23', label: '23 inch' },
] as const;

export const rack = defineNoun({
  noun: 'rack',
  label: 'Rack',
  plural: 'Racks',
  help: 'A cabinet or frame with units counted from 1.',
  table: 'rack',
  names: { family: 'rack', within: ['roomId'] },
  naturalKey: ['roomId', 'name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 160, columnShown: true, searched: true }),
    roomId: reference('room', { label: 'Room', onDelete: 'refuse', columnWidth: 180, columnShown: true }),
    rowId: optional(reference('row', { label: 'Row', onDelete: 'clear', columnWidth: 120, columnShown: true })),
    zoneId: optional(reference('zone', { label: 'Zone', onDelete: 'clear', bulkEditable: true, columnWidth: 130 })),
    ordinal: optional(integer({ label: 'Place in the row', min: 1, max: 10_000, columnWidth: 110 })),
    heightU: defaulting(
      integer({
        label: 'Height',
        unit: 'U',
        min: 1,
        max: 60,
        bulkEditable: true,
        columnWidth: 90,
        columnShown: true,
        section: 'Size',
      }),
      42,
    ),
    numbering: defaulting(
      choice(
        [
          { value: 'bottom', label: 'U1 at the bottom' },
          { value: 'top', label: 'U1 at the top' },
        ],
        { label: 'Numbering', bulkEditable: true, section: 'Size' },
      ),
      'bottom',
    ),
    startUnit: defaulting(
      integer({ label: 'Lowest unit number', min: 0, max: 1000, bulkEditable: true, section: 'Size' }),
      1,
    ),
    widthInches: defaulting(choice(RACK_WIDTHS, { label: 'Width', bulkEditable: true, section: 'Size' }), '19'),
    depthMm: optional(
      integer({
        label: 'Usable depth',
        unit: 'mm',
        min: 100,
        max: 3000,
        bulkEditable: true,
        columnWidth: 110,
        section: 'Size',
      }),
    ),
    maximumWeightGrams: optional(
      integer({
        label: 'Weight limit',
        unit: 'g',
        min: 1,
        max: 10_000_000,
        bulkEditable: true,
        columnWidth: 110,
        section: 'Size',
      }),
    ),
    feeds: defaulting(json(z.array(powerFeedSchema).max(8), { label: 'Power feeds', section: 'Power' }), []),
    status: defaulting(
      choice(RACK_STATUSES, { label: 'Status', bulkEditable: true, columnWidth: 110, columnShown: true }),
      'active',
    ),
    role: optional(text({ label: 'Role', max: 64, completed: true, bulkEditable: true, columnWidth: 120 })),
    serial: optional(text({ label: 'Serial number', max: 128, columnWidth: 140, searched: true })),
    assetTag: optional(text({ label: 'Asset tag', max: 128, columnWidth: 140, searched: true })),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Rack = RowOf<typeof rack>;
