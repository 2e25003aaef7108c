import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

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

const WALKING_ORDER =
  'ORDER BY site.name COLLATE NOCASE, room.name COLLATE NOCASE, rack_row.ordinal, rack_row.name, rack.ordinal, rack.name COLLATE NOCASE, rack.id';

/** Every rack with how full it is, in walking order. */
export function racksOverview(database: ReadDatabase): OverviewRow[] {
  return statementOf<[], OverviewRow>(
    database,
    `SELECT rack.id, rack.name, site.name AS site, room.name AS room, rack_row.name AS row, rack.height_u AS heightU,
         ifnull(sum(CASE WHEN placement.width_offset = 0 AND placement.face <> 'rear' THEN placement.height_half_u END), 0) AS usedHalfU,
         count(placement.id) AS devices
       FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id
       LEFT JOIN rack_row ON rack_row.id = rack.row_id LEFT JOIN placement ON placement.rack_id = rack.id
       GROUP BY rack.id ${WALKING_ORDER}`,
  ).all();
}

export interface RackScope {
  readonly siteId: string | null;
  readonly roomId: string | null;
  readonly zoneId: string | null;
}

export interface ScopedRack {
  readonly id: string;
  readonly siteId: string;
  readonly site: string;
  readonly roomId: string;
  readonly room: string;
  readonly rowId: string | null;
  readonly row: string | null;
  readonly zone: string | null;
}

/** The racks of a site, room or zone (all: of every one) in walking order. A zone is the rack's own, else its room's, else its site's. */
export function racksInScope(database: ReadDatabase, scope: RackScope): ScopedRack[] {
  return statementOf<[RackScope], ScopedRack>(
    database,
    `SELECT rack.id, site.id AS siteId, site.name AS site, room.id AS roomId, room.name AS room, rack_row.id AS rowId,
         rack_row.name AS row, zone.name AS zone
       FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id
       LEFT JOIN rack_row ON rack_row.id = rack.row_id
       LEFT JOIN zone ON zone.id = coalesce(rack.zone_id, room.zone_id, site.zone_id)
       WHERE (@siteId IS NULL OR site.id = @siteId) AND (@roomId IS NULL OR room.id = @roomId)
         AND (@zoneId IS NULL OR zone.id = @zoneId)
       ${WALKING_ORDER}`,
  ).all(scope);
}

interface FreePortRow {
  readonly rackId: string;
  readonly type: string | null;
  readonly speedMbps: number | null;
  readonly ports: number;
}

/** Free data ports of switches and routers, counted by rack and type. */
export function freeSwitchPorts(database: ReadDatabase): FreePortRow[] {
  return statementOf<[], FreePortRow>(
    database,
    `SELECT placement.rack_id AS rackId, port.type, port.speed_mbps AS speedMbps, count(*) AS ports
       FROM port JOIN equipment ON equipment.id = port.object_id AND equipment.type IN ('switch', 'router')
       JOIN placement ON placement.object_id = equipment.id
       WHERE port.kind = 'interface' AND port.management_only = 0 AND port.mark_connected = 0 AND placement.rack_id IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM cable WHERE a_port_id = port.id)
         AND NOT EXISTS (SELECT 1 FROM cable WHERE b_port_id = port.id)
       GROUP BY placement.rack_id, port.type, port.speed_mbps`,
  ).all();
}
