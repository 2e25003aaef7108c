import type { z } from 'zod';
import { fail } from '../../../shared/contract/failure.ts';
import type { PortFinding, PortMapping, PortProposal } from '../../../shared/contract/port-assignment.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Protocol } from '../../../shared/domain/protocol.ts';
import type { servicePortSchema } from '../../../shared/domain/service.ts';
import { portMappingText } from '../../../shared/rules/packet.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { addressesOf } from '../ip/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, updateRow } from '../object/service.ts';
import {
  allMappings,
  assignmentBetween,
  assignmentById,
  computesWith,
  mappingsAt,
  mappingsOf,
  type AssignmentRow,
  type MappingRow,
} from './repository.ts';
import { clashAt, holderText, mappingText, refuseTaken } from './rules.ts';

const PORT_ASSIGNMENT = definitionOf('portAssignment');

type ServicePort = z.output<typeof servicePortSchema>;

export type AssignmentReference = { readonly id: string } | { readonly service: string; readonly compute: string };

function requireAssignment(database: ReadDatabase, reference: AssignmentReference): AssignmentRow {
  if ('id' in reference) {
    const id = resolveReference(database, 'assignment', reference.id, 'assignment');
    return assignmentById(database, id) ?? fail('E_NOT_FOUND', 'The assignment is no longer there.');
  }
  const serviceId = resolveReference(database, 'service', reference.service, 'assignment.service');
  const computeId = resolveReference(database, 'compute', reference.compute, 'assignment.compute');
  const row = assignmentBetween(database, serviceId, computeId);
  return row ?? fail('E_NOT_FOUND', `${reference.service} does not run on ${reference.compute}.`);
}

/** `web on srv-1` */
export function assignmentText(database: ReadDatabase, reference: AssignmentReference): string {
  const { service, compute } = requireAssignment(database, reference);
  return `${service} on ${compute}`;
}

function shown(row: MappingRow): PortMapping {
  return { ...row, text: mappingText(row) };
}

/** The port mappings that lead to a compute, by address and port. */
export function portMappingsOf(database: ReadDatabase, computeId: string): PortMapping[] {
  return mappingsOf(database, computeId).map(shown);
}

/** What the service declares, on the primary address of its compute (or its first one); nothing without an address. */
export function proposePorts(database: ReadDatabase, reference: AssignmentReference): PortProposal[] {
  const assignment = requireAssignment(database, reference);
  const [address] = addressesOf(database, assignment.computeId);
  if (!address) return [];
  return (JSON.parse(assignment.ports) as ServicePort[]).map(({ port, protocol, description }) => {
    const clash = clashAt(database, address.ipAddressId, port, protocol, null);
    return {
      address: address.address,
      port,
      protocol,
      servicePort: port,
      description: description ?? null,
      text: portMappingText(address.address, port, protocol, port),
      taken: clash ? `${holderText(clash)}.` : null,
    };
  });
}

export interface TakeRequest {
  readonly assignment: AssignmentReference;
  readonly address: string;
  readonly port: number;
  readonly protocol: Protocol;
  readonly servicePort: number;
  readonly description?: string | null | undefined;
  readonly takeOver: boolean;
}

export interface Taken {
  readonly id: string;
  readonly outcome: 'created' | 'updated' | 'unchanged' | 'taken over';
}

/** Creates or updates a mapping; that of another assignment only when it is to be taken over. */
export function takePort(context: WriteContext, rules: NounRules, request: TakeRequest): Taken {
  const { database } = context;
  const { id: assignmentId } = requireAssignment(database, request.assignment);
  const ipAddressId = resolveReference(database, 'ipAddress', request.address, 'address');
  const { port, protocol, servicePort } = request;
  const present = mappingsAt(database, ipAddressId, port).find((row) => row.protocol === protocol);
  const fields = { servicePort, ...(request.description === undefined ? {} : { description: request.description }) };
  if (!present) {
    const draft = { assignmentId, ipAddressId, port, protocol, ...fields };
    return { id: createRow(context, rules, PORT_ASSIGNMENT, draft).id, outcome: 'created' };
  }
  if (present.assignmentId === assignmentId) {
    const changed = updateRow(context, rules, PORT_ASSIGNMENT, present.id, fields);
    return { id: present.id, outcome: changed ? 'updated' : 'unchanged' };
  }
  if (!request.takeOver) refuseTaken(present);
  const record = context.find(PORT_ASSIGNMENT, present.id);
  if (record) context.update(PORT_ASSIGNMENT, record, { assignmentId });
  updateRow(context, rules, PORT_ASSIGNMENT, present.id, fields);
  return { id: present.id, outcome: 'taken over' };
}

/** What is odd about mappings of a compute (null: of all), and allowed. */
export function portFindings(database: ReadDatabase, computeId: string | null): PortFinding[] {
  const rows = computeId === null ? allMappings(database) : mappingsOf(database, computeId);
  const holders = new Map<string, readonly string[]>();
  return rows.flatMap((row) => {
    const names = holders.get(row.ipAddressId) ?? computesWith(database, row.ipAddressId);
    holders.set(row.ipAddressId, names);
    return [...holderFindings(row, names), ...declaredFindings(database, row)];
  });
}

function holderFindings(row: MappingRow, names: readonly string[]): PortFinding[] {
  if (names.includes(row.compute)) return [];
  const about = { portAssignmentId: row.id };
  if (names.length === 0)
    return [{ code: 'UNASSIGNED_ADDRESS', message: `${mappingText(row)}: no compute has ${row.address}.`, ...about }];
  const message = `${mappingText(row)} leads to ${row.compute}; ${row.address} belongs to ${names.join(', ')} (NAT or VIP).`;
  return [{ code: 'OTHER_COMPUTE', message, ...about }];
}

function declaredFindings(database: ReadDatabase, row: MappingRow): PortFinding[] {
  const declared = JSON.parse(assignmentById(database, row.assignmentId)?.ports ?? '[]') as ServicePort[];
  const known = declared.some(
    ({ port, protocol }) =>
      port === row.servicePort && (protocol === row.protocol || protocol === 'all' || row.protocol === 'all'),
  );
  if (known || declared.length === 0) return [];
  const message = `${mappingText(row)} leads to port ${row.servicePort}, which ${row.service} does not declare.`;
  return [{ code: 'UNKNOWN_SERVICE_PORT', message, portAssignmentId: row.id }];
}
