import { defineNoun, type RowOf } from './noun.ts';
import { PORT_KINDS } from './port.ts';
import { choice, defaulting, integer, multiline, optional, reference, text } from './field.ts';

export const CABLE_TYPES = [
  { value: 'cat3', label: 'CAT3' },
  { value: 'cat5', label: 'CAT5' },
  { value: 'cat5e', label: 'CAT5e' },
  { value: 'cat6', label: 'CAT6' },
  { value: 'cat6a', label: 'CAT6a' },
  { value: 'cat7', label: 'CAT7' },
  { value: 'cat7a', label: 'CAT7a' },
  { value: 'cat8', label: 'CAT8' },
  { value: 'dac-active', label: 'Direct attach copper, active' },
  { value: 'dac-passive', label: 'Direct attach copper, passive' },
  { value: 'mrj21-trunk', label: 'MRJ21 trunk' },
  { value: 'coaxial', label: 'Coaxial' },
  { value: 'mmf', label: 'Multimode fibre' },
  { value: 'mmf-om1', label: 'Multimode fibre OM1' },
  { value: 'mmf-om2', label: 'Multimode fibre OM2' },
  { value: 'mmf-om3', label: 'Multimode fibre OM3' },
  { value: 'mmf-om4', label: 'Multimode fibre OM4' },
  { value: 'mmf-om5', label: 'Multimode fibre OM5' },
  { value: 'smf', label: 'Single-mode fibre' },
  { value: 'smf-os1', label: 'Single-mode fibre OS1' },
  { value: 'smf-os2', label: 'Single-mode fibre OS2' },
  { value: 'aoc', label: 'Active optical cable' },
  { value: 'power', label: 'Power' },
  { value: 'usb', label: 'USB' },
  { value: 'serial', label: 'Serial' },
] as const;

export type CableType = (typeof CABLE_TYPES)[number]['value'];

export const CABLE_STATUSES = [
  { value: 'connected', label: 'Connected', tone: 'good' },
  { value: 'planned', label: 'Planned', tone: 'info' },
  { value: 'decommissioning', label: 'To be removed', tone: 'attention' },
] as const;

/** Joins two ports of fitting kinds; a port takes one cable. */
export const cable = defineNoun({
  noun: 'cable',
  label: 'Cable',
  plural: 'Cables',
  help: 'Joins two ports; it goes with either of them.',
  table: 'cable',
  naturalKey: ['aPortId', 'bPortId'],
  // A label may be missing; an end never is.
  opensBy: 'a',
  derived: [
    { key: 'a', label: 'From', kind: 'text', help: 'Device and port of end A', columnWidth: 240, columnShown: true },
    { key: 'b', label: 'To', kind: 'text', help: 'Device and port of end B', columnWidth: 240, columnShown: true },
    {
      key: 'kind',
      label: 'Kind',
      kind: 'choice',
      choices: PORT_KINDS,
      help: 'Of the port at end A',
      columnWidth: 150,
      columnShown: true,
    },
    { key: 'rack', label: 'Rack', kind: 'text', help: 'Of the device at end A', columnWidth: 110 },
    { key: 'farRack', label: 'Far rack', kind: 'text', help: 'Of the device at end B', columnWidth: 110 },
  ],
  fields: {
    aPortId: reference('port', { label: 'End A', onDelete: 'owned' }),
    bPortId: reference('port', { label: 'End B', onDelete: 'owned' }),
    label: optional(text({ label: 'Label', max: 100, columnWidth: 140, columnShown: true, searched: true })),
    type: optional(choice(CABLE_TYPES, { label: 'Type', bulkEditable: true, columnWidth: 160, columnShown: true })),
    colour: optional(
      text({
        label: 'Colour',
        max: 32,
        completed: true,
        bulkEditable: true,
        help: 'A name, or #rrggbb',
        columnWidth: 100,
        columnShown: true,
      }),
    ),
    lengthMm: optional(
      integer({
        label: 'Length',
        unit: 'mm',
        min: 1,
        max: 100_000_000,
        bulkEditable: true,
        columnWidth: 100,
        columnShown: true,
      }),
    ),
    status: defaulting(
      choice(CABLE_STATUSES, { label: 'Status', bulkEditable: true, columnWidth: 130, columnShown: true }),
      'connected',
    ),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Cable = RowOf<typeof cable>;
