import type { z } from 'zod';
import { fail } from '../../../shared/contract/failure.ts';
import type { PortFinding, PortMapping, PortProposal } from '../../../shared/contract/port-assignment.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { PortAssignment } from '../../../shared/domain/port-assignment.ts';
import type { Protocol } from '../../../shared/domain/protocol.ts';
import type { servicePortSchema } from '../../../shared/domain/service.ts';
import { portMappingText } from '../../../shared/rules/packet.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule, NounRules } from '../../session/noun-rules.ts';
import { addressesOf } from '../ip/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, removeRows, updateRow } from '../object/service.ts';
import {
  allMappings,
  assignmentBetween,
  assignmentById,
  computesWith,
  mappingsOf,
  type AssignmentRow,
  type MappingRow,
} from './repository.ts';
import { clashesAt, holderText, mappingText, portAssignmentRule, protocolsMeet, refuseTaken } from './rules.ts';

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

/** `web on srv-1`, `3 assignments` */
export function assignmentsText(database: ReadDatabase, references: readonly AssignmentReference[]): string {
  const named = new Map(references.map((reference) => [JSON.stringify(reference), reference]));
  const [only] = named.values();
  if (!only || named.size > 1) return `${named.size} assignments`;
  const { service, compute } = requireAssignment(database, only);
  return `${service} on ${compute}`;
}

function shown(row: MappingRow): PortMapping {
  return { ...row, text: mappingText(row) };
}

/** The port mappings that lead to a compute, by address and port. */
export function portMappingsOf(database: ReadDatabase, computeId: string): PortMapping[] {
  return mappingsOf(database, computeId).map(shown);
}

/** What services declare, each on the primary address of its compute (or its first one); nothing without an address. */
export function proposePorts(database: ReadDatabase, references: readonly AssignmentReference[]): PortProposal[] {
  const before = new Map<string, PortProposal[]>();
  return references.flatMap((reference) => {
    const assignment = requireAssignment(database, reference);
    const [address] = addressesOf(database, assignment.computeId);
    if (!address) return [];
    return (JSON.parse(assignment.ports) as ServicePort[]).map((declared) => {
      const key = `${address.ipAddressId} ${declared.port}`;
      const beside = before.get(key) ?? [];
      const proposal = proposalOf(database, assignment, address, declared, beside);
      before.set(key, [...beside, proposal]);
      return proposal;
    });
  });
}

/** One declared port on an address; those proposed `beside` it come first. */
function proposalOf(
  database: ReadDatabase,
  { id: assignmentId, service, compute }: AssignmentRow,
  { ipAddressId, address }: { readonly ipAddressId: string; readonly address: string },
  { port, protocol, description }: ServicePort,
  beside: readonly PortProposal[],
): PortProposal {
  const holders = clashesAt(database, ipAddressId, port, protocol).map((row) => `${holderText(row)}.`);
  const wanted = beside
    .filter((other) => other.taken === null && protocolsMeet(other.protocol, protocol))
    .map((other) => `${other.service} on ${other.compute} is proposed for it first.`);
  return {
    assignmentId,
    service,
    compute,
    address,
    port,
    protocol,
    servicePort: port,
    description: description ?? null,
    text: portMappingText(address, port, protocol, port),
    taken: [...holders, ...wanted].join(' ') || null,
  };
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

/** Creates or updates a mapping; where others have the port, they give way only when it is to be taken over. */
export function takePort(context: WriteContext, rules: NounRules, request: TakeRequest): Taken {
  const { database } = context;
  const { id: assignmentId } = requireAssignment(database, request.assignment);
  const ipAddressId = resolveReference(database, 'ipAddress', request.address, 'address');
  const { port, protocol, servicePort } = request;
  const clashes = clashesAt(database, ipAddressId, port, protocol);
  const exact = clashes.find((row) => row.protocol === protocol);
  const fields = { servicePort, ...(request.description === undefined ? {} : { description: request.description }) };
  if (exact?.assignmentId === assignmentId) {
    const changed = updateRow(context, rules, PORT_ASSIGNMENT, exact.id, fields);
    return { id: exact.id, outcome: changed ? 'updated' : 'unchanged' };
  }
  if (clashes.length > 0 && !request.takeOver) refuseTaken(clashes);
  giveWay(context, rules, clashes, { assignmentId, protocol });
  if (exact) {
    updateRow(context, rules, PORT_ASSIGNMENT, exact.id, fields);
    return { id: exact.id, outcome: 'taken over' };
  }
  const draft = { assignmentId, ipAddressId, port, protocol, ...fields };
  const { id } = createRow(context, rules, PORT_ASSIGNMENT, draft);
  return { id, outcome: clashes.length > 0 ? 'taken over' : 'created' };
}

/** The mapping of just this protocol passes to the assignment; one of another that meets it goes, and may be several. */
function giveWay(
  context: WriteContext,
  rules: NounRules,
  clashes: readonly MappingRow[],
  { assignmentId, protocol }: { readonly assignmentId: string; readonly protocol: Protocol },
): void {
  const exact = clashes.find((row) => row.protocol === protocol);
  const record = exact && context.find(PORT_ASSIGNMENT, exact.id);
  if (record) context.update(PORT_ASSIGNMENT, record, { assignmentId });
  const inTheWay = clashes.filter((row) => row !== exact).map(({ id }) => id);
  if (inTheWay.length > 0) removeRows(context, rules, PORT_ASSIGNMENT, inTheWay);
}

/** The noun's rule, and what a file may ask for beyond it: ports that others have. */
export const portAssignmentRules: NounRule = {
  ...portAssignmentRule,
  takeOver: (context, rules, record) => {
    const { assignmentId, ipAddressId, port, protocol = 'tcp' } = record as Partial<PortAssignment>;
    if (assignmentId === undefined || ipAddressId === undefined || port === undefined) return [];
    const clashes = clashesAt(context.database, ipAddressId, port, protocol);
    const held = clashes.filter((row) => row.assignmentId !== assignmentId || row.protocol !== protocol);
    giveWay(context, rules, held, { assignmentId, protocol });
    return held.map((row) => ({ id: row.id, holder: holderText(row) }));
  },
};

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
