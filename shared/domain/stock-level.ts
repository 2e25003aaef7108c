import { defineNoun, type RowOf } from './noun.ts';
import { defaulting, integer, optional, reference } from './field.ts';

/** Units with a serial number or asset tag are parts of their own; `looseUnits` are the others on the shelf. */
export const stockLevel = defineNoun({
  noun: 'stockLevel',
  label: 'Stock level',
  plural: 'Stock levels',
  help: 'How many spares of a component should be there, on one shelf or in all.',
  table: 'stock_level',
  naturalKey: ['componentId', 'spareShelfId'],
  fields: {
    componentId: reference('component', { label: 'Component', onDelete: 'owned', columnWidth: 260, columnShown: true }),
    spareShelfId: optional(
      reference('spareShelf', {
        label: 'Spare shelf',
        onDelete: 'refuse',
        help: 'None: all shelves together',
        columnWidth: 180,
        columnShown: true,
      }),
    ),
    minimum: defaulting(
      integer({
        label: 'Minimum stock',
        unit: 'count',
        max: 1_000_000,
        bulkEditable: true,
        columnWidth: 120,
        columnShown: true,
      }),
      0,
    ),
    looseUnits: defaulting(
      integer({
        label: 'Units without serial number',
        unit: 'count',
        max: 1_000_000,
        help: 'Lying on the shelf, not recorded one by one',
        columnWidth: 160,
        columnShown: true,
      }),
      0,
    ),
  },
  check: (record) => {
    const { spareShelfId, looseUnits } = record;
    if (spareShelfId !== null || looseUnits === 0) return [];
    const message = 'Units without serial number lie on a shelf; choose the spare shelf.';
    return [{ path: 'spareShelfId', message, value: spareShelfId, allowed: 'the name of a spare shelf' }];
  },
});

export type StockLevel = RowOf<typeof stockLevel>;
