import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord } from '../../db/statements.ts';

interface FittingRow {
  id: string;
  componentId: string;
  component: string;
  type: string;
  quantity: number;
  slot: string | null;
  serial: string | null;
  raidLevel: string | null;
  raidGroup: string | null;
  specs: string;
}

/** The component assignments of a compute with what they are made of, by slot. */
export function fittingsOf(database: ReadDatabase, computeId: string) {
  return database
    .prepare<[string], FittingRow>(
      `SELECT fitted.id, component.id AS componentId, object.name AS component, component.type, fitted.quantity, fitted.slot,
         (SELECT group_concat(part.serial, ', ') FROM part WHERE part.component_assignment_id = fitted.id) AS serial,
         fitted.raid_level AS raidLevel, fitted.raid_group AS raidGroup, component.specs
       FROM component_assignment AS fitted JOIN component ON component.id = fitted.component_id JOIN object ON object.id = component.id
       WHERE fitted.compute_id = ? ORDER BY component.type, fitted.slot, fitted.id`,
    )
    .all(computeId)
    .map((row) => ({ ...row, specs: JSON.parse(row.specs) as Record<string, unknown> }));
}

interface RunningRow {
  id: string;
  serviceId: string;
  service: string;
  quantity: number;
  allocated: string;
  overrideReason: string | null;
}

/** The services that run on a compute, by name. */
export function servicesOn(database: ReadDatabase, computeId: string) {
  return database
    .prepare<[string], RunningRow>(
      `SELECT assignment.id, service.id AS serviceId, service.name AS service, assignment.quantity, assignment.allocated,
         assignment.override_reason AS overrideReason
       FROM assignment JOIN service ON service.id = assignment.service_id WHERE assignment.compute_id = ?
       ORDER BY service.name COLLATE NOCASE`,
    )
    .all(computeId)
    .map((row) => ({ ...row, allocated: JSON.parse(row.allocated) as Record<string, number> }));
}

interface PlaceRow {
  site_id: string;
  site: string;
  room_id: string;
  room: string;
  row_id: string | null;
  row: string | null;
  rack_id: string;
  rack: string;
}

export interface PathStep {
  noun: string;
  id: string;
  name: string;
}

/** Site, room, row and rack of a rack, outermost first. */
export function rackPath(database: ReadDatabase, rackId: string): PathStep[] {
  const found = database
    .prepare<[string], PlaceRow>(
      `SELECT site.id AS site_id, site.name AS site, room.id AS room_id, room.name AS room, rack_row.id AS row_id,
         rack_row.name AS row, rack.id AS rack_id, rack.name AS rack
       FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id
       LEFT JOIN rack_row ON rack_row.id = rack.row_id WHERE rack.id = ?`,
    )
    .get(rackId);
  if (!found) return [];
  return [
    { noun: 'site', id: found.site_id, name: found.site },
    { noun: 'room', id: found.room_id, name: found.room },
    ...(found.row_id === null ? [] : [{ noun: 'row', id: found.row_id, name: found.row ?? '' }]),
    { noun: 'rack', id: found.rack_id, name: found.rack },
  ];
}

export interface DevicePlacement {
  readonly rackId: string | null;
  readonly parentId: string | null;
  readonly positionHalfU: number | null;
  readonly heightHalfU: number;
  readonly side: string | null;
  readonly bay: string | null;
}

export function placementOf(database: ReadDatabase, objectId: string): DevicePlacement | undefined {
  return database
    .prepare<[string], DevicePlacement>(
      'SELECT rack_id AS rackId, parent_id AS parentId, position_half_u AS positionHalfU, height_half_u AS heightHalfU, side, bay FROM placement WHERE object_id = ?',
    )
    .get(objectId);
}

export function rackOf(database: ReadDatabase, id: string) {
  return findRecord(database, definitionOf('rack'), id);
}
