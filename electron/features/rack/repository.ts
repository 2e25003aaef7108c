import type { Mounted } from '../../../shared/contract/rack.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Rack } from '../../../shared/domain/rack.ts';
import type { RackDevice, RackSpace } from '../../../shared/rules/rack-model.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord } from '../../db/statements.ts';

interface MountedRow extends Omit<Mounted, 'utilisation'> {
  readonly depthMm: number | null;
  readonly widthSpan: number;
  readonly utilisation: number | null;
}

const MOUNTED = `
  SELECT object.id, object.noun, object.name, ifnull(compute.type, equipment.type) AS type,
    ifnull(compute.state, equipment.state) AS state, model.name AS deviceType,
    placement.position_half_u AS positionHalfU, placement.height_half_u AS heightHalfU, placement.face,
    placement.width_parts AS widthParts, placement.width_offset AS widthOffset, placement.width_span AS widthSpan, placement.side,
    ifnull(nullif(device_type.power_watts, 0), nullif(capacity.draw_watts, 0)) AS powerWatts,
    ifnull(device_type.weight_grams, nullif(capacity.weight_grams, 0)) AS weightGrams,
    device_type.depth_mm AS depthMm,
    (SELECT avg(min(1.0, used * 1.0 / total)) FROM (
       SELECT capacity.cores_allocated AS used, capacity.cores AS total UNION ALL SELECT capacity.memory_allocated, capacity.memory
       UNION ALL SELECT capacity.vram_allocated, capacity.vram UNION ALL SELECT capacity.nvme_allocated, capacity.nvme
       UNION ALL SELECT capacity.gpu_allocated, capacity.gpu) WHERE total > 0) AS utilisation
  FROM placement JOIN object ON object.id = placement.object_id
  LEFT JOIN compute ON compute.id = object.id LEFT JOIN equipment ON equipment.id = object.id
  LEFT JOIN capacity ON capacity.compute_id = object.id
  LEFT JOIN device_type ON device_type.id = ifnull(compute.device_type_id, equipment.device_type_id)
  LEFT JOIN object AS model ON model.id = device_type.id
  WHERE placement.rack_id = ?
  ORDER BY placement.position_half_u, placement.width_offset, object.id`;

/** What is mounted in a rack, from the floor up; devices on the sides come first. */
export function mountedIn(database: ReadDatabase, rackId: string): MountedRow[] {
  const rows = database.prepare<[string], MountedRow & { name: string | null }>(MOUNTED).all(rackId);
  return rows.map((row) => ({ ...row, name: row.name ?? `${row.type} without a name` }));
}

/** The rack and its devices as the fit rule sees them. */
export function rackSpace(rack: Rack): RackSpace {
  return {
    id: rack.id,
    name: rack.name,
    heightU: rack.heightU,
    numbering: rack.numbering,
    widthInches: Number(rack.widthInches),
    depthMm: rack.depthMm,
    maximumWeightGrams: rack.maximumWeightGrams,
    feeds: rack.feeds,
  };
}

export function rackDevices(rows: readonly MountedRow[]): RackDevice[] {
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    positionHalfU: row.positionHalfU,
    heightHalfU: row.heightHalfU,
    face: row.face,
    widthParts: row.widthParts,
    widthOffset: row.widthOffset,
    widthSpan: row.widthSpan,
    side: row.side,
    depthMm: row.depthMm,
    weightGrams: row.weightGrams,
    powerWatts: row.powerWatts,
  }));
}

export function findRack(database: ReadDatabase, id: string): Rack | undefined {
  return findRecord(database, definitionOf('rack'), id) as unknown as Rack | undefined;
}

interface DeviceFacts {
  readonly name: string | null;
  readonly type: string;
  readonly heightHalfU: number | null;
  readonly fullDepth: number | null;
  readonly depthMm: number | null;
  readonly weightGrams: number | null;
  readonly powerWatts: number | null;
}

/** What a device's type and parts say that matters for where it fits. */
export function deviceFacts(database: ReadDatabase, id: string): DeviceFacts | undefined {
  return database
    .prepare<[string], DeviceFacts>(
      `SELECT object.name, ifnull(compute.type, equipment.type) AS type, device_type.height_half_u AS heightHalfU,
         device_type.full_depth AS fullDepth, device_type.depth_mm AS depthMm,
         ifnull(device_type.weight_grams, nullif(capacity.weight_grams, 0)) AS weightGrams,
         ifnull(nullif(device_type.power_watts, 0), nullif(capacity.draw_watts, 0)) AS powerWatts
       FROM object LEFT JOIN compute ON compute.id = object.id LEFT JOIN equipment ON equipment.id = object.id
       LEFT JOIN capacity ON capacity.compute_id = object.id
       LEFT JOIN device_type ON device_type.id = ifnull(compute.device_type_id, equipment.device_type_id)
       WHERE object.id = ?`,
    )
    .get(id);
}

interface OverviewRow {
  readonly id: string;
  readonly name: string;
  readonly site: string;
  readonly room: string;
  readonly row: string | null;
  readonly heightU: number;
  readonly usedHalfU: number;
  readonly devices: number;
}

/** Every rack with how full it is, in walking order. */
export function racksOverview(database: ReadDatabase): OverviewRow[] {
  return database
    .prepare<[], OverviewRow>(
      `SELECT rack.id, rack.name, site.name AS site, room.name AS room, rack_row.name AS row, rack.height_u AS heightU,
         ifnull(sum(CASE WHEN placement.width_offset = 0 AND placement.face <> 'rear' THEN placement.height_half_u END), 0) AS usedHalfU,
         count(placement.id) AS devices
       FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id
       LEFT JOIN rack_row ON rack_row.id = rack.row_id LEFT JOIN placement ON placement.rack_id = rack.id
       GROUP BY rack.id
       ORDER BY site.name, room.name, rack_row.ordinal, rack_row.name, rack.ordinal, rack.name COLLATE NOCASE`,
    )
    .all();
}
