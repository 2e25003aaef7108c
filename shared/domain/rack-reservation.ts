import { defineNoun, type RowOf } from './noun.ts';
import { choice, date, defaulting, integer, multiline, optional, reference, text } from './field.ts';
import { FACES } from './placement.ts';

/** Units held for somebody until a date. The fit rule refuses everybody else while it lasts. */
export const rackReservation = defineNoun({
  noun: 'rackReservation',
  label: 'Reservation',
  plural: 'Reservations',
  help: 'Units of a rack held for an owner; devices of that owner may use them, others are refused.',
  table: 'rack_reservation',
  naturalKey: ['rackId', 'positionHalfU', 'heightHalfU', 'face'],
  fields: {
    rackId: reference('rack', { label: 'Rack', onDelete: 'owned', columnWidth: 140, columnShown: true }),
    positionHalfU: integer({
      label: 'Position',
      unit: 'halfU',
      min: 0,
      max: 119,
      help: 'Half units from the rack floor to the lower edge',
      columnWidth: 90,
      columnShown: true,
    }),
    heightHalfU: defaulting(
      integer({ label: 'Height', unit: 'halfU', min: 1, max: 120, columnWidth: 90, columnShown: true }),
      2,
    ),
    face: defaulting(choice(FACES, { label: 'Face', columnWidth: 130, columnShown: true }), 'both'),
    reservedFor: text({
      label: 'Reserved for',
      max: 100,
      completed: true,
      help: 'The owner whose devices may be placed here',
      columnWidth: 180,
      columnShown: true,
      searched: true,
    }),
    until: optional(
      date({ label: 'Until', help: 'Last day held; empty: without end', columnWidth: 120, columnShown: true }),
    ),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type RackReservationRow = RowOf<typeof rackReservation>;
