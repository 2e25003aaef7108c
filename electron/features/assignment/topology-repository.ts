import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** Where the value of a read-only key comes from; any other key is a tag of the user's own. */
const VALUE_OF: Readonly<Record<string, string>> = {
  '@provider': 'compute.provider',
  '@region': 'compute.region',
  '@type': 'compute.type',
  '@rack': 'rack.name',
  '@row': 'rack_row.name',
  '@room': 'room.name',
  '@site': 'site.name',
};

const IN_RACKS = `
  LEFT JOIN placement ON placement.object_id = compute.id
  LEFT JOIN placement AS chassis ON chassis.object_id = placement.parent_id
  LEFT JOIN rack ON rack.id = ifnull(placement.rack_id, chassis.rack_id)
  LEFT JOIN rack_row ON rack_row.id = rack.row_id
  LEFT JOIN room ON room.id = rack.room_id LEFT JOIN site ON site.id = room.site_id`;

const TAGGED = 'LEFT JOIN tag ON tag.object_id = compute.id AND tag.key = :key';

export interface TopologyCount {
  readonly value: string;
  /** Instances of the service on computes with this value. */
  readonly count: number;
  /** 1 where an active compute has the value. */
  readonly eligible: number;
  /** 1 for the value of the compute asked about. */
  readonly here: number;
}

/** Whose instances are counted, seen from which compute, without which assignment. */
export interface TopologyScope {
  readonly serviceId: string;
  readonly computeId: string;
  readonly assignmentId: string;
}

/** How many instances of a service run per value of a tag key, within the transaction; values without any count 0. */
export function topologyCounts(database: ReadDatabase, key: string, scope: TopologyScope): TopologyCount[] {
  const { serviceId, computeId, assignmentId } = scope;
  const value = VALUE_OF[key];
  const joins =
    value === undefined ? TAGGED : key === '@provider' || key === '@region' || key === '@type' ? '' : IN_RACKS;
  const sql = `
    SELECT ${value ?? 'tag.value'} AS value, ifnull(sum(assignment.quantity), 0) AS count,
      max(compute.state = 'active') AS eligible, max(compute.id = :computeId) AS here
    FROM compute ${joins} LEFT JOIN assignment ON assignment.compute_id = compute.id
      AND assignment.service_id = :serviceId AND assignment.id <> :assignmentId
    WHERE ${value ?? 'tag.value'} IS NOT NULL GROUP BY 1`;
  const ids = { serviceId, computeId, assignmentId };
  const parameters = value === undefined ? { key, ...ids } : ids;
  return statementOf<[typeof parameters], TopologyCount>(database, sql).all(parameters);
}
