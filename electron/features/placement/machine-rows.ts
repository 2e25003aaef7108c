import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** One device with its place, if it has one, as SQL gives it. */
export interface MachineRow {
  readonly id: string;
  readonly noun: 'compute' | 'equipment';
  readonly name: string | null;
  readonly type: string;
  readonly state: string;
  readonly role: string | null;
  readonly owner: string | null;
  readonly serial: string | null;
  readonly assetTag: string | null;
  readonly lastAudited: string | null;
  readonly contractEnd: string | null;
  readonly deviceTypeId: string | null;
  readonly deviceType: string | null;
  readonly typeHeightHalfU: number | null;
  readonly fullDepth: number | null;
  readonly depthMm: number | null;
  /** `19`, in inches. */
  readonly typeWidth: string | null;
  readonly typeWatts: number | null;
  readonly drawWatts: number | null;
  readonly typeGrams: number | null;
  readonly partGrams: number | null;
  readonly chassisRole: 'parent' | 'child' | null;
  /** JSON list of the bays its type declares; null: none. */
  readonly bays: string | null;
  readonly rackId: string | null;
  readonly parentId: string | null;
  readonly bay: string | null;
  readonly positionHalfU: number | null;
  readonly heightHalfU: number | null;
  readonly face: 'front' | 'rear' | 'both' | null;
  readonly widthParts: number | null;
  readonly widthOffset: number | null;
  readonly widthSpan: number | null;
  readonly side: 'left' | 'right' | null;
  readonly cores: number | null;
  readonly coresAllocated: number | null;
  readonly memory: number | null;
  readonly memoryAllocated: number | null;
  readonly vram: number | null;
  readonly vramAllocated: number | null;
  readonly nvme: number | null;
  readonly nvmeAllocated: number | null;
  readonly gpu: number | null;
  readonly gpuAllocated: number | null;
}

const BAYS = `
  CASE WHEN device_type.subdevice_role = 'parent' OR instr(device_type.templates, '"device-bays"') > 0
    THEN json_extract(device_type.templates, '$."device-bays"') END`;

const MACHINES = `
  SELECT object.id, object.noun, object.name, ifnull(compute.type, equipment.type) AS type,
    ifnull(compute.state, equipment.state) AS state, ifnull(compute.role, equipment.role) AS role,
    ifnull(compute.owner, equipment.owner) AS owner, ifnull(compute.serial, equipment.serial) AS serial,
    ifnull(compute.asset_tag, equipment.asset_tag) AS assetTag,
    ifnull(compute.last_audited, equipment.last_audited) AS lastAudited, compute.contract_end AS contractEnd,
    device_type.id AS deviceTypeId, model.name AS deviceType, device_type.height_half_u AS typeHeightHalfU,
    device_type.full_depth AS fullDepth, device_type.depth_mm AS depthMm, device_type.width_inches AS typeWidth, device_type.power_watts AS typeWatts,
    capacity.draw_watts AS drawWatts, device_type.weight_grams AS typeGrams, capacity.weight_grams AS partGrams,
    device_type.subdevice_role AS chassisRole,
    ${BAYS} AS bays,
    placement.rack_id AS rackId, placement.parent_id AS parentId, placement.bay,
    placement.position_half_u AS positionHalfU, placement.height_half_u AS heightHalfU, placement.face,
    placement.width_parts AS widthParts, placement.width_offset AS widthOffset, placement.width_span AS widthSpan,
    placement.side, capacity.cores, capacity.cores_allocated AS coresAllocated, capacity.memory,
    capacity.memory_allocated AS memoryAllocated, capacity.vram, capacity.vram_allocated AS vramAllocated,
    capacity.nvme, capacity.nvme_allocated AS nvmeAllocated, capacity.gpu, capacity.gpu_allocated AS gpuAllocated
  FROM object LEFT JOIN placement ON placement.object_id = object.id
  LEFT JOIN compute ON compute.id = object.id LEFT JOIN equipment ON equipment.id = object.id
  LEFT JOIN capacity ON capacity.compute_id = object.id
  LEFT JOIN device_type ON device_type.id = ifnull(compute.device_type_id, equipment.device_type_id)
  LEFT JOIN object AS model ON model.id = device_type.id`;

const FROM_THE_FLOOR_UP = 'ORDER BY placement.position_half_u, placement.width_offset, object.id';

const BAYS_OF_ONE = `
  SELECT ${BAYS} AS bays FROM object LEFT JOIN compute ON compute.id = object.id
  LEFT JOIN equipment ON equipment.id = object.id
  JOIN device_type ON device_type.id = ifnull(compute.device_type_id, equipment.device_type_id) WHERE object.id = ?`;

/** Only the bays that the type of a device declares, as `bays` of its row. */
export function baysById(database: ReadDatabase, id: string): Pick<MachineRow, 'bays'> {
  return (statementOf(database, BAYS_OF_ONE).get(id) as Pick<MachineRow, 'bays'> | undefined) ?? { bays: null };
}

/** Devices by id, in the order of the ids of the object table. */
export function machinesById(database: ReadDatabase, ids: readonly string[]): MachineRow[] {
  return statementOf<[string], MachineRow>(
    database,
    // The plus keeps SQLite from walking all devices by their noun to find a few by id.
    `${MACHINES} WHERE object.id IN (SELECT value FROM json_each(?)) AND +object.noun IN ('compute', 'equipment')`,
  ).all(JSON.stringify(ids));
}

/** What is mounted in the racks, from the floor up; devices on the sides come first. */
export function machinesInRacks(database: ReadDatabase, rackIds: readonly string[]): MachineRow[] {
  return statementOf<[string], MachineRow>(
    database,
    `${MACHINES} WHERE object.id IN (SELECT object_id FROM placement WHERE rack_id IN (SELECT value FROM json_each(?)))
       ${FROM_THE_FLOOR_UP}`,
  ).all(JSON.stringify(rackIds));
}

/** What sits in the bays of the chassis, by bay. */
export function machinesInBays(database: ReadDatabase, chassisIds: readonly string[]): MachineRow[] {
  return statementOf<[string], MachineRow>(
    database,
    `${MACHINES} WHERE object.id IN (SELECT object_id FROM placement WHERE parent_id IN (SELECT value FROM json_each(?)))
       ORDER BY placement.parent_id, length(placement.bay), placement.bay, object.id`,
  ).all(JSON.stringify(chassisIds));
}

/** Devices in units, on sides and in the bays of the racks, in no order. */
export function devicesInRacks(
  database: ReadDatabase,
  rackIds: readonly string[],
): { readonly id: string; readonly noun: 'compute' | 'equipment' }[] {
  return statementOf<[string], { id: string; noun: 'compute' | 'equipment' }>(
    database,
    `WITH standing(id) AS (SELECT object_id FROM placement WHERE rack_id IN (SELECT value FROM json_each(?)))
       SELECT object.id, object.noun FROM object WHERE object.id IN (
         SELECT id FROM standing UNION SELECT object_id FROM placement WHERE parent_id IN (SELECT id FROM standing))`,
  ).all(JSON.stringify(rackIds));
}

const UNPLACED = `
  FROM object LEFT JOIN compute ON compute.id = object.id LEFT JOIN equipment ON equipment.id = object.id
  WHERE object.noun IN ('compute', 'equipment') AND (compute.id IS NULL OR compute.type = 'baremetal')
    AND NOT EXISTS (SELECT 1 FROM placement WHERE placement.object_id = object.id)
    AND (@key = '' OR instr(object.name_key, @key) > 0 OR instr(lower(ifnull(compute.serial, equipment.serial)), @key) > 0
      OR instr(lower(ifnull(compute.asset_tag, equipment.asset_tag)), @key) > 0)`;

/** Devices that are nowhere, whose name, serial or asset tag holds `key` (lower case). */
export function unplacedIds(database: ReadDatabase, key: string, limit: number): { total: number; ids: string[] } {
  const total = database.prepare<[{ key: string }], number>(`SELECT count(*) ${UNPLACED}`).pluck().get({ key }) ?? 0;
  const ids = database
    .prepare<[{ key: string; limit: number }], string>(
      `SELECT object.id ${UNPLACED} ORDER BY object.name_key IS NULL, object.name_key, object.id LIMIT @limit`,
    )
    .pluck()
    .all({ key, limit });
  return { total, ids };
}

/** The earliest warranty end of a compute's parts, by compute. */
export function warrantyEnds(database: ReadDatabase, ids: readonly string[]): Map<string, string> {
  const rows = statementOf<[string], { id: string; until: string }>(
    database,
    `SELECT compute_id AS id, min(warranty_end) AS until FROM component_assignment
       WHERE compute_id IN (SELECT value FROM json_each(?)) AND warranty_end IS NOT NULL GROUP BY compute_id`,
  ).all(JSON.stringify(ids));
  return new Map(rows.map(({ id, until }) => [id, until]));
}

export interface PortCount {
  readonly total: number;
  readonly used: number;
}

/** How many ports devices have, and how many are taken. */
export function portCounts(database: ReadDatabase, ids: readonly string[]): Map<string, PortCount> {
  const rows = statementOf<[string], PortCount & { id: string }>(
    database,
    `SELECT port.object_id AS id, count(*) AS total,
         sum(port.mark_connected OR EXISTS (SELECT 1 FROM cable WHERE a_port_id = port.id)
           OR EXISTS (SELECT 1 FROM cable WHERE b_port_id = port.id)) AS used
       FROM port WHERE port.object_id IN (SELECT value FROM json_each(?)) GROUP BY port.object_id`,
  ).all(JSON.stringify(ids));
  return new Map(rows.map(({ id, total, used }) => [id, { total, used }]));
}
