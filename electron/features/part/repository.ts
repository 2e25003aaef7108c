import { decodeRows } from '../../db/typed-row.ts';
import type { Part } from '../../../shared/domain/part.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

type Values = Readonly<Record<string, string | number>>;

function partRows(database: ReadDatabase, where: string, values: Values): Part[] {
  const rows = statementOf(database, `SELECT part.* FROM part ${where}`).all(values) as Record<string, unknown>[];
  return decodeRows('part', rows);
}

/** The parts in an assignment, the oldest first. */
export function partsIn(database: ReadDatabase, assignmentId: string): Part[] {
  return partRows(database, 'WHERE component_assignment_id = :assignmentId ORDER BY id', { assignmentId });
}

/** The parts fitted in a compute. */
export function partsOfCompute(database: ReadDatabase, computeId: string): Part[] {
  const where = `JOIN component_assignment ON component_assignment.id = part.component_assignment_id
    WHERE component_assignment.compute_id = :computeId ORDER BY part.id`;
  return partRows(database, where, { computeId });
}

/** Parts whose serial number or asset tag is `text`, compared without case. */
export function partsNamed(database: ReadDatabase, text: string): Part[] {
  const where = 'WHERE part.serial = :text COLLATE NOCASE OR part.asset_tag = :text COLLATE NOCASE ORDER BY part.id';
  return partRows(database, where, { text: text.trim() });
}

/** Parts whose serial number or asset tag begins with `text`. */
export function partsLike(database: ReadDatabase, text: string, limit: number): Part[] {
  const where = `WHERE instr(lower(ifnull(part.serial, '')), lower(:text)) = 1
      OR instr(lower(ifnull(part.asset_tag, '')), lower(:text)) = 1
    ORDER BY part.serial, part.id LIMIT :limit`;
  return partRows(database, where, { text, limit });
}

/** Makers repeat serial numbers over their products: two parts are alike when maker and part number (or model) are. */
const ALIKE = `
  JOIN component AS mine ON mine.id = :componentId
  JOIN component AS other ON other.id = part.component_id AND other.manufacturer = mine.manufacturer COLLATE NOCASE
    AND ifnull(other.part_number, other.model) = ifnull(mine.part_number, mine.model) COLLATE NOCASE`;

/** Parts of the same maker and part number with this serial number. */
export function partsWithSerial(database: ReadDatabase, componentId: string, serial: string): Part[] {
  const where = `${ALIKE} WHERE part.serial = :serial COLLATE NOCASE ORDER BY part.id`;
  return partRows(database, where, { componentId, serial: serial.trim() });
}

export interface DuplicateRow {
  readonly serial: string;
  readonly component: string;
  readonly ids: string;
}

/** Serial numbers that several parts of one maker and part number have. */
export function duplicateSerials(database: ReadDatabase): DuplicateRow[] {
  return statementOf<[], DuplicateRow>(
    database,
    `SELECT min(part.serial) AS serial, min(object.name) AS component, json_group_array(part.id) AS ids
       FROM part JOIN component ON component.id = part.component_id JOIN object ON object.id = component.id
       WHERE part.serial IS NOT NULL
       GROUP BY lower(part.serial), lower(component.manufacturer), lower(ifnull(component.part_number, component.model))
       HAVING count(*) > 1 ORDER BY component, serial`,
  ).all();
}

export interface PlaceRow {
  readonly partId: string;
  readonly status: Part['status'];
  readonly component: string;
  readonly computeId: string | null;
  readonly compute: string | null;
  readonly slot: string | null;
  readonly spareShelfId: string | null;
  readonly shelf: string | null;
}

/** Where parts are, with the names of their computes and shelves. */
export function placesOf(database: ReadDatabase, ids: readonly string[]): Map<string, PlaceRow> {
  const rows = statementOf(
    database,
    `SELECT part.id AS partId, part.status, component.name AS component, fitted.compute_id AS computeId,
       machine.name AS compute, ifnull(part.slot, iif(fitted.quantity = 1, fitted.slot, NULL)) AS slot,
       part.spare_shelf_id AS spareShelfId, spare_shelf.name AS shelf
     FROM part JOIN object AS component ON component.id = part.component_id
     LEFT JOIN component_assignment AS fitted ON fitted.id = part.component_assignment_id
     LEFT JOIN object AS machine ON machine.id = fitted.compute_id
     LEFT JOIN spare_shelf ON spare_shelf.id = part.spare_shelf_id
     WHERE part.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids)) as PlaceRow[];
  return new Map(rows.map((row) => [row.partId, row]));
}
