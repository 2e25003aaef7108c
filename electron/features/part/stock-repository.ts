import type { ReadDatabase } from '../../db/connection.ts';

export interface StockedComponent {
  readonly componentId: string;
  readonly component: string;
  readonly type: string;
  readonly leadTimeDays: number | null;
  readonly fitted: number;
  readonly rma: number;
}

/** Catalogue entries that have a stock level or a part that is not fitted, by name. */
export function stockedComponents(database: ReadDatabase): StockedComponent[] {
  return database
    .prepare<[], StockedComponent>(
      `SELECT component.id AS componentId, object.name AS component, component.type, component.lead_time_days AS leadTimeDays,
         (SELECT ifnull(sum(quantity), 0) FROM component_assignment WHERE component_id = component.id) AS fitted,
         (SELECT count(*) FROM part WHERE component_id = component.id AND status = 'rma') AS rma
       FROM component JOIN object ON object.id = component.id
       WHERE component.id IN (SELECT component_id FROM stock_level UNION SELECT component_id FROM part WHERE status IN ('spare', 'rma'))
       ORDER BY object.name COLLATE NOCASE, component.id`,
    )
    .all();
}

/** Minimums over all shelves together, by component. */
export function stockMinimums(database: ReadDatabase): Map<string, number> {
  const rows = database
    .prepare<[], { component_id: string; minimum: number }>(
      'SELECT component_id, minimum FROM stock_level WHERE spare_shelf_id IS NULL',
    )
    .all();
  return new Map(rows.map((row) => [row.component_id, row.minimum]));
}

export interface ShelfCount {
  readonly componentId: string;
  readonly spareShelfId: string;
  readonly shelf: string;
  /** Parts with a number of their own. */
  readonly spares: number;
  readonly looseUnits: number;
  readonly minimum: number;
}

/** What lies on each shelf, and how much should. */
export function shelfCounts(database: ReadDatabase, shelfId: string | null): ShelfCount[] {
  return database
    .prepare<{ shelfId: string | null }, ShelfCount>(
      `WITH pair AS (
         SELECT component_id, spare_shelf_id FROM part WHERE status = 'spare'
         UNION SELECT component_id, spare_shelf_id FROM stock_level WHERE spare_shelf_id IS NOT NULL
       )
       SELECT pair.component_id AS componentId, pair.spare_shelf_id AS spareShelfId, spare_shelf.name AS shelf,
         (SELECT count(*) FROM part WHERE part.component_id = pair.component_id AND part.status = 'spare'
            AND part.spare_shelf_id = pair.spare_shelf_id) AS spares,
         ifnull(level.loose_units, 0) AS looseUnits, ifnull(level.minimum, 0) AS minimum
       FROM pair JOIN spare_shelf ON spare_shelf.id = pair.spare_shelf_id
       LEFT JOIN stock_level AS level ON level.component_id = pair.component_id AND level.spare_shelf_id = pair.spare_shelf_id
       WHERE :shelfId IS NULL OR pair.spare_shelf_id = :shelfId ORDER BY spare_shelf.name COLLATE NOCASE`,
    )
    .all({ shelfId });
}
