import { PART_STATUSES } from '../../../shared/domain/part.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** A part as it is recorded now. */
export interface PartNow {
  readonly id: string;
  readonly serial: string | null;
  readonly assetTag: string | null;
  readonly component: string;
  readonly status: string;
  /** The compute it is fitted in; null: none. */
  readonly computeId: string | null;
  readonly compute: string | null;
  readonly slot: string | null;
  readonly shelf: string | null;
}

const PART = `
  SELECT part.id, part.serial, part.asset_tag AS assetTag, component.name AS component, part.status,
    fitted.compute_id AS computeId, machine.name AS compute,
    ifnull(part.slot, iif(fitted.quantity = 1, fitted.slot, NULL)) AS slot, spare_shelf.name AS shelf
  FROM part JOIN object AS component ON component.id = part.component_id
  LEFT JOIN component_assignment AS fitted ON fitted.id = part.component_assignment_id
  LEFT JOIN object AS machine ON machine.id = fitted.compute_id
  LEFT JOIN spare_shelf ON spare_shelf.id = part.spare_shelf_id WHERE part.id = ?`;

/** Undefined: the record is gone. */
export function partNow(database: ReadDatabase, partId: string): PartNow | undefined {
  return statementOf(database, PART).get(partId) as PartNow | undefined;
}

/** `web-1, slot A1`, `Shelf B`, `RMA`: where a part is recorded. */
export function partPlaceText({ status, compute, slot, shelf }: PartNow): string {
  if (status === 'fitted') return slotText(compute ?? 'a compute', slot);
  return shelf ?? PART_STATUSES.find(({ value }) => value === status)?.label ?? status;
}

export function slotText(compute: string, slot: string | null): string {
  return slot === null ? compute : `${compute}, slot ${slot}`;
}
