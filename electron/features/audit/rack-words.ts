import { findRow } from '../../db/typed-row.ts';
import type { Rack } from '../../../shared/domain/rack.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import { rackUnitLabel } from '../../../shared/rules/rack-units.ts';
import type { ReadDatabase } from '../../db/connection.ts';

/** One unit: what an auditor points at, whatever stands there. */
export const ONE_UNIT_HALF_U = 2;

export function rackOf(database: ReadDatabase, rackId: string): Rack | undefined {
  return findRow(database, 'rack', rackId);
}

/** `rack101`; empty for none, and for a rack that was deleted since. */
export function rackName(database: ReadDatabase, rackId: string | null): string {
  return rackId === null ? '' : (rackOf(database, rackId)?.name ?? '');
}

/** `U12`; empty without a position. */
export function unitText(
  database: ReadDatabase,
  rackId: string | null,
  positionHalfU: number | null,
  heightHalfU = ONE_UNIT_HALF_U,
): string {
  const rack = rackId === null || positionHalfU === null ? undefined : rackOf(database, rackId);
  return rack && positionHalfU !== null ? rackUnitLabel(rack, positionHalfU, heightHalfU) : '';
}

/** `rack101 U12`, as far as it is known. */
export function placeText(
  database: ReadDatabase,
  { rackId, positionHalfU, bay = null }: { rackId: string | null; positionHalfU: number | null; bay?: string | null },
  heightHalfU = ONE_UNIT_HALF_U,
): string {
  const at = bay === null ? unitText(database, rackId, positionHalfU, heightHalfU) : bayName(bay);
  return [rackName(database, rackId), at].filter((part) => part !== '').join(' ');
}
