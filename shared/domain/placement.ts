import { defineNoun, type RowOf } from './noun.ts';
import { choice, defaulting, integer, optional, reference, text } from './field.ts';

export const FACES = [
  { value: 'front', label: 'Front' },
  { value: 'rear', label: 'Rear' },
  { value: 'both', label: 'Front and rear' },
] as const;

/** Where one compute or piece of equipment is: in a rack at a half-U position, on a rack's side, or in a chassis bay. */
export const placement = defineNoun({
  noun: 'placement',
  label: 'Placement',
  plural: 'Placements',
  help: 'The one place of a device: a rack position, a rack side, or a chassis bay.',
  table: 'placement',
  naturalKey: ['objectId'],
  fields: {
    objectId: reference('machine', { label: 'Device', onDelete: 'owned' }),
    rackId: optional(reference('rack', { label: 'Rack', onDelete: 'refuse' })),
    positionHalfU: optional(
      integer({
        label: 'Position',
        unit: 'halfU',
        min: 0,
        max: 119,
        help: 'Half units from the rack floor to the lower edge',
      }),
    ),
    heightHalfU: defaulting(integer({ label: 'Height', unit: 'halfU', min: 0, max: 120 }), 2),
    face: defaulting(choice(FACES, { label: 'Face' }), 'both'),
    widthParts: defaulting(
      integer({ label: 'Width in parts', min: 1, max: 8, unit: 'count', help: 'How many devices stand side by side' }),
      1,
    ),
    widthOffset: defaulting(integer({ label: 'Which part, from the left', min: 0, max: 7, unit: 'count' }), 0),
    widthSpan: defaulting(integer({ label: 'Parts it takes', min: 1, max: 8, unit: 'count' }), 1),
    side: optional(
      choice(
        [
          { value: 'left', label: 'Left side' },
          { value: 'right', label: 'Right side' },
        ],
        { label: 'Side (0 U)' },
      ),
    ),
    parentId: optional(reference('machine', { label: 'Chassis', onDelete: 'refuse' })),
    bay: optional(text({ label: 'Bay', max: 100 })),
  },
});

export type Placement = RowOf<typeof placement>;
