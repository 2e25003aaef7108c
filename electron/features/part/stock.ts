import { fail } from '../../../shared/contract/failure.ts';
import type { StockRow } from '../../../shared/contract/part.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { StockLevel } from '../../../shared/domain/stock-level.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { findByNaturalKey } from '../object/reference-repository.ts';
import { createRow, requireRow, updateRow } from '../object/service.ts';
import { shelfCounts, stockedComponents, stockMinimums, type ShelfCount } from './stock-repository.ts';

const STOCK = definitionOf('stockLevel');

/** Changes the count of units without serial number on a shelf; refuses to take more than lie there. */
export function changeLooseUnits(
  context: WriteContext,
  rules: NounRules,
  componentId: string,
  spareShelfId: string,
  by: number,
): void {
  const key = { componentId, spareShelfId };
  const id = findByNaturalKey(context.database, STOCK, key);
  const present = id === null ? null : (requireRow(context.database, STOCK, id) as StoredRecord & StockLevel);
  const looseUnits = (present?.looseUnits ?? 0) + by;
  if (looseUnits < 0) {
    const message = `The shelf counts ${looseUnits - by} units without serial number; ${-by} cannot be taken.`;
    fail('E_INCOHERENT', message, { fields: [{ path: 'takenFrom', message }] });
  }
  if (present) updateRow(context, rules, STOCK, present.id, { looseUnits });
  else createRow(context, rules, STOCK, { ...key, looseUnits });
}

function shelvesOf(counts: readonly ShelfCount[]): StockRow['shelves'] {
  return counts.map(({ componentId: _componentId, spares, looseUnits, minimum, ...shelf }) => {
    const all = spares + looseUnits;
    return { ...shelf, spares: all, looseUnits, minimum, short: Math.max(0, minimum - all) };
  });
}

/**
 * Spares per catalogue entry that has any, or should have. `short` is what the minimum over all shelves misses, or, if
 * more, what the shelves together miss of their own minimums.
 */
export function stockRows(database: ReadDatabase, shelfId: string | null): StockRow[] {
  const counts = Map.groupBy(shelfCounts(database, shelfId), ({ componentId }) => componentId);
  const minimums = shelfId === null ? stockMinimums(database) : new Map<string, number>();
  return stockedComponents(database)
    .filter(({ componentId }) => shelfId === null || counts.has(componentId))
    .map((component) => {
      const shelves = shelvesOf(counts.get(component.componentId) ?? []);
      const spares = shelves.reduce((sum, shelf) => sum + shelf.spares, 0);
      const ownMinimum = minimums.get(component.componentId) ?? 0;
      const ofShelves = shelves.reduce((sum, shelf) => sum + shelf.minimum, 0);
      const missing = shelves.reduce((sum, shelf) => sum + shelf.short, 0);
      return {
        ...component,
        spares,
        looseUnits: shelves.reduce((sum, shelf) => sum + shelf.looseUnits, 0),
        minimum: Math.max(ownMinimum, ofShelves),
        short: Math.max(0, ownMinimum - spares, missing),
        shelves,
      };
    });
}

/** The entries that miss spares, the most missing first. */
export function shortRows(database: ReadDatabase): StockRow[] {
  const rows = stockRows(database, null).filter(({ short }) => short > 0);
  return rows.toSorted((left, right) => right.short - left.short || (left.component < right.component ? -1 : 1));
}
