import { choice, defaulting, multiline, optional, reference, text } from './field.ts';
import { defineNoun, type FieldProblem, type RowOf } from './noun.ts';

export const PART_STATUSES = [
  { value: 'fitted', label: 'Fitted', tone: 'good' },
  { value: 'spare', label: 'Spare', tone: 'info' },
  { value: 'rma', label: 'RMA', tone: 'attention' },
  { value: 'scrap', label: 'Scrap', tone: 'neutral' },
  { value: 'missing', label: 'Missing', tone: 'bad' },
] as const;

export type PartStatus = (typeof PART_STATUSES)[number]['value'];

/**
 * One physical unit. It is in exactly one place: in a component assignment, on a spare shelf, away for RMA, scrapped, or
 * missing since an audit did not find it.
 * The only home of serial numbers of parts; equal ones are shown, not forbidden, because makers repeat them.
 */
export const part = defineNoun({
  noun: 'part',
  label: 'Part',
  plural: 'Parts',
  help: 'One physical unit with a serial number or an asset tag.',
  table: 'part',
  nameOf: (record) => (record['serial'] ?? record['assetTag'] ?? null) as string | null,
  naturalKey: [],
  fields: {
    componentId: reference('component', {
      label: 'Component',
      onDelete: 'refuse',
      columnWidth: 260,
      columnShown: true,
    }),
    serial: optional(text({ label: 'Serial number', max: 200, columnWidth: 180, columnShown: true, searched: true })),
    assetTag: optional(text({ label: 'Asset tag', max: 128, columnWidth: 120, columnShown: true, searched: true })),
    status: defaulting(choice(PART_STATUSES, { label: 'Status', columnWidth: 100, columnShown: true }), 'spare'),
    componentAssignmentId: optional(
      reference('componentAssignment', { label: 'Component assignment', onDelete: 'owned' }),
    ),
    spareShelfId: optional(
      reference('spareShelf', { label: 'Spare shelf', onDelete: 'refuse', columnWidth: 140, columnShown: true }),
    ),
    slot: optional(text({ label: 'Slot', max: 64, columnWidth: 110, columnShown: true })),
    notes: optional(multiline({ label: 'Notes', max: 4000 })),
  },
  derived: [{ key: 'compute', label: 'Compute', kind: 'text', columnWidth: 180, columnShown: true }],
  check: (record) => [...identityProblems(record), ...placeProblems(record)],
});

export type Part = RowOf<typeof part>;

function identityProblems(record: Record<string, unknown>): readonly FieldProblem[] {
  if ((record['serial'] ?? null) !== null || (record['assetTag'] ?? null) !== null) return [];
  const message = 'A part needs a serial number or an asset tag; units without either are counted, not listed.';
  return [{ path: 'serial', message, value: null, allowed: 'a serial number or an asset tag' }];
}

function placeProblems(record: Record<string, unknown>): readonly FieldProblem[] {
  const status = record['status'];
  const fitted = (record['componentAssignmentId'] ?? null) !== null;
  const shelved = (record['spareShelfId'] ?? null) !== null;
  if (fitted !== (status === 'fitted')) {
    const message = `A part is fitted exactly when it names its component assignment; this one is ${String(status)}.`;
    return [{ path: 'componentAssignmentId', message, value: record['componentAssignmentId'] }];
  }
  if (shelved !== (status === 'spare')) {
    const message = `A part is a spare exactly when it names its spare shelf; this one is ${String(status)}.`;
    return [{ path: 'spareShelfId', message, value: record['spareShelfId'] }];
  }
  if (fitted || (record['slot'] ?? null) === null) return [];
  return [{ path: 'slot', message: 'Only a fitted part is in a slot.', value: record['slot'] }];
}
