import { findRow } from '../../db/typed-row.ts';
import type { Rack } from '../../../shared/domain/rack.ts';
import type { RackReservation, RackSpace } from '../../../shared/rules/rack-model.ts';
import { rackUnitLabel } from '../../../shared/rules/rack-units.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export interface ReservationRow extends RackReservation {
  readonly id: string;
  readonly rackId: string;
  readonly until: string | null;
  readonly notes: string | null;
}

export function findRack(database: ReadDatabase, id: string): Rack | undefined {
  return findRow(database, 'rack', id);
}

/** The reservations of the racks by rack, from the floor up. */
export function reservationsOf(database: ReadDatabase, rackIds: readonly string[]): Map<string, ReservationRow[]> {
  const rows = statementOf<[string], ReservationRow>(
    database,
    `SELECT id, rack_id AS rackId, position_half_u AS positionHalfU, height_half_u AS heightHalfU, face,
         reserved_for AS reservedFor, until, notes
       FROM rack_reservation WHERE rack_id IN (SELECT value FROM json_each(?)) ORDER BY position_half_u, id`,
  ).all(JSON.stringify(rackIds));
  return Map.groupBy(rows, ({ rackId }) => rackId);
}

/** The rack as the fit rule sees it. */
export function rackSpace(rack: Rack, reservations: readonly RackReservation[]): RackSpace {
  const { id, name, heightU, numbering, startUnit, depthMm, maximumWeightGrams, feeds } = rack;
  const widthInches = Number(rack.widthInches);
  return { id, name, heightU, numbering, startUnit, widthInches, depthMm, maximumWeightGrams, feeds, reservations };
}

interface PlacedAt {
  readonly positionHalfU: number | null;
  readonly heightHalfU: number | null;
  readonly side: string | null;
}

/** `U12`, or `left side`. */
export function placeLabel(
  rack: Parameters<typeof rackUnitLabel>[0],
  { positionHalfU, heightHalfU, side }: PlacedAt,
): string {
  return positionHalfU === null ? `${side ?? 'one'} side` : rackUnitLabel(rack, positionHalfU, heightHalfU ?? 2);
}

export interface PathStep {
  readonly noun: string;
  readonly id: string;
  readonly name: string;
}

interface PlaceRow {
  readonly siteId: string;
  readonly site: string;
  readonly roomId: string;
  readonly room: string;
  readonly rowId: string | null;
  readonly row: string | null;
  readonly rackId: string;
  readonly rack: string;
}

/** Site, room, row and rack of a rack, outermost first. */
export function rackPath(database: ReadDatabase, rackId: string): PathStep[] {
  const found = statementOf<[string], PlaceRow>(
    database,
    `SELECT site.id AS siteId, site.name AS site, room.id AS roomId, room.name AS room, rack_row.id AS rowId,
         rack_row.name AS row, rack.id AS rackId, rack.name AS rack
       FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id
       LEFT JOIN rack_row ON rack_row.id = rack.row_id WHERE rack.id = ?`,
  ).get(rackId);
  if (!found) return [];
  return [
    { noun: 'site', id: found.siteId, name: found.site },
    { noun: 'room', id: found.roomId, name: found.room },
    ...(found.rowId === null ? [] : [{ noun: 'row', id: found.rowId, name: found.row ?? '' }]),
    { noun: 'rack', id: found.rackId, name: found.rack },
  ];
}
