import type { Protocol } from '../../../shared/domain/protocol.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export interface MappingRow {
  readonly id: string;
  readonly assignmentId: string;
  readonly ipAddressId: string;
  readonly address: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly servicePort: number;
  readonly description: string | null;
  readonly service: string;
  readonly compute: string;
  readonly computeId: string;
}

const MAPPING = `
  SELECT port_assignment.id, assignment_id AS assignmentId, ip_address_id AS ipAddressId, ip_address.address,
    port_assignment.port, port_assignment.protocol, service_port AS servicePort, port_assignment.description,
    service.name AS service, compute.name AS compute, compute.id AS computeId
  FROM port_assignment
  JOIN ip_address ON ip_address.id = port_assignment.ip_address_id
  JOIN assignment ON assignment.id = port_assignment.assignment_id
  JOIN service ON service.id = assignment.service_id
  JOIN compute ON compute.id = assignment.compute_id`;
const IN_ORDER = 'ORDER BY ip_address.sort_key, port_assignment.port, port_assignment.protocol, port_assignment.id';

/** The mappings that lead to a compute. */
export function mappingsOf(database: ReadDatabase, computeId: string): MappingRow[] {
  return statementOf(database, `${MAPPING} WHERE assignment.compute_id = ? ${IN_ORDER}`).all(computeId) as MappingRow[];
}

export function allMappings(database: ReadDatabase): MappingRow[] {
  return statementOf(database, `${MAPPING} ${IN_ORDER}`).all() as MappingRow[];
}

/** The mappings of one port of an address, of any protocol. */
export function mappingsAt(database: ReadDatabase, ipAddressId: string, port: number): MappingRow[] {
  return statementOf(
    database,
    `${MAPPING} WHERE port_assignment.ip_address_id = ? AND port_assignment.port = ? ${IN_ORDER}`,
  ).all(ipAddressId, port) as MappingRow[];
}

export interface AssignmentRow {
  readonly id: string;
  readonly service: string;
  readonly compute: string;
  readonly computeId: string;
  /** JSON of the declared ports. */
  readonly ports: string;
}

const ASSIGNMENT = `
  SELECT assignment.id, service.name AS service, compute.name AS compute, compute.id AS computeId, service.ports
  FROM assignment JOIN service ON service.id = assignment.service_id JOIN compute ON compute.id = assignment.compute_id`;

export function assignmentById(database: ReadDatabase, id: string): AssignmentRow | undefined {
  return statementOf(database, `${ASSIGNMENT} WHERE assignment.id = ?`).get(id) as AssignmentRow | undefined;
}

export function assignmentBetween(
  database: ReadDatabase,
  serviceId: string,
  computeId: string,
): AssignmentRow | undefined {
  return statementOf(database, `${ASSIGNMENT} WHERE assignment.service_id = ? AND assignment.compute_id = ?`).get(
    serviceId,
    computeId,
  ) as AssignmentRow | undefined;
}

/** The names of the computes that have an address. */
export function computesWith(database: ReadDatabase, ipAddressId: string): string[] {
  const rows = statementOf(
    database,
    `SELECT compute.name FROM ip_assignment JOIN compute ON compute.id = ip_assignment.compute_id
     WHERE ip_assignment.ip_address_id = ? ORDER BY compute.name COLLATE NOCASE`,
  ).all(ipAddressId) as { name: string }[];
  return rows.map(({ name }) => name);
}
