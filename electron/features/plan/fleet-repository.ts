import type { ComputeState } from '../../../shared/domain/compute.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import type { TagMap } from '../../../shared/domain/tag.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { PlannerAssignment, PlannerCompute } from '../../planner/columns.ts';

interface ComputeRow {
  readonly id: string;
  readonly name: string;
  readonly state: ComputeState;
  readonly type: string;
  readonly provider: string | null;
  readonly region: string | null;
  readonly rackId: string | null;
  readonly cores: number;
  readonly memory: number;
  readonly vram: number;
  readonly nvme: number;
  readonly gpu: number;
}

const COMPUTES = `
  SELECT compute.id, compute.name, compute.state, compute.type, compute.provider, compute.region,
    ifnull(placement.rack_id, chassis.rack_id) AS rackId,
    capacity.cores, capacity.memory, capacity.vram, capacity.nvme, capacity.gpu
  FROM compute JOIN capacity ON capacity.compute_id = compute.id
  LEFT JOIN placement ON placement.object_id = compute.id
  LEFT JOIN placement AS chassis ON chassis.object_id = placement.parent_id`;

const TAGS = 'SELECT tag.object_id AS id, tag.key, tag.value FROM tag JOIN compute ON compute.id = tag.object_id';

interface RackPlace {
  readonly id: string;
  readonly rack: string;
  readonly room: string;
  readonly site: string;
  readonly row: string | null;
}

/** The planner's view of every compute, or of those in `ids`. Racks are few: their places are read once. */
export function plannerComputes(database: ReadDatabase, ids?: readonly string[]): PlannerCompute[] {
  const wanted = ids === undefined ? [] : [JSON.stringify(ids)];
  const places = rackPlaces(database);
  const tags = ownTags(database, ids);
  const where = ids === undefined ? '' : ' WHERE compute.id IN (SELECT value FROM json_each(?))';
  const rows = database.prepare<unknown[], ComputeRow>(COMPUTES + where).all(...wanted);
  return rows.map((row) => plannerCompute(row, tags.get(row.id) ?? {}, places));
}

/** The devices that sit in bays of these. */
export function inBaysOf(database: ReadDatabase, ids: readonly string[]): string[] {
  return database
    .prepare<[string], string>('SELECT object_id FROM placement WHERE parent_id IN (SELECT value FROM json_each(?))')
    .pluck()
    .all(JSON.stringify(ids));
}

function plannerCompute(row: ComputeRow, tags: TagMap, places: ReadonlyMap<string, RackPlace>): PlannerCompute {
  const { id, name, state, cores, memory, vram, nvme, gpu } = row;
  const place = row.rackId === null ? undefined : places.get(row.rackId);
  tags['@type'] = row.type;
  if (place) {
    tags['@rack'] = place.rack;
    tags['@room'] = place.room;
    tags['@site'] = place.site;
    if (place.row !== null) tags['@row'] = place.row;
  }
  if (row.provider !== null) tags['@provider'] = row.provider;
  if (row.region !== null) tags['@region'] = row.region;
  return { id, name, state, tags, total: { cores, memory, vram, nvme, gpu } };
}

/** Tags by compute. The rows come in the order of the index on object and key, those of one compute together. */
function ownTags(database: ReadDatabase, ids: readonly string[] | undefined): Map<string, TagMap> {
  const where = ids === undefined ? '' : ' WHERE tag.object_id IN (SELECT value FROM json_each(?))';
  const parameters = ids === undefined ? [] : [JSON.stringify(ids)];
  const rows = database.prepare<unknown[], { id: string; key: string; value: string }>(TAGS + where).all(...parameters);
  const found = new Map<string, TagMap>();
  let [last, tags]: [string, TagMap] = ['', {}];
  for (const row of rows) {
    if (row.id !== last) {
      last = row.id;
      tags = found.get(last) ?? {};
      found.set(last, tags);
    }
    tags[row.key] = row.value;
  }
  return found;
}

function rackPlaces(database: ReadDatabase): Map<string, RackPlace> {
  const rows = database
    .prepare<[], RackPlace>(
      `SELECT rack.id, rack.name AS rack, room.name AS room, site.name AS site, rack_row.name AS row
       FROM rack JOIN room ON room.id = rack.room_id JOIN site ON site.id = room.site_id LEFT JOIN rack_row ON rack_row.id = rack.row_id`,
    )
    .all();
  return new Map(rows.map((row) => [row.id, row]));
}

interface AssignmentRow {
  readonly serviceId: string;
  readonly computeId: string;
  readonly quantity: number;
  readonly allocated: string;
}

const ASSIGNMENTS = 'SELECT service_id AS serviceId, compute_id AS computeId, quantity, allocated FROM assignment';

/** What loading reads, for the bench that compares it with reading alone. */
export function plannerStatements(): readonly string[] {
  return [COMPUTES, TAGS, ASSIGNMENTS];
}

/** Every assignment, as the planner books it. */
export function plannerAssignments(database: ReadDatabase): PlannerAssignment[] {
  // Few services, few sizes: the same JSON text is parsed once.
  const parsed = new Map<string, ResourceSpec>();
  return database
    .prepare<[], AssignmentRow>(ASSIGNMENTS)
    .all()
    .map((row) => {
      const allocated = parsed.get(row.allocated) ?? (JSON.parse(row.allocated) as ResourceSpec);
      parsed.set(row.allocated, allocated);
      return { serviceId: row.serviceId, computeId: row.computeId, quantity: row.quantity, allocated };
    });
}
