import { fail } from '../../../shared/contract/failure.ts';
import { portMappingText } from '../../../shared/rules/packet.ts';
import type { Protocol } from '../../../shared/domain/protocol.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { mappingsAt, type MappingRow } from './repository.ts';

export function mappingText({ address, port, protocol, servicePort }: MappingRow): string {
  return portMappingText(address, port, protocol, servicePort);
}

/** `web on srv-1 has 203.0.113.45:8080/tcp → 80` */
export function holderText(row: MappingRow): string {
  return `${row.service} on ${row.compute} has ${mappingText(row)}`;
}

/** Whether two protocols cannot both have a port: `all` meets every one. */
export function protocolsMeet(one: Protocol, other: Protocol): boolean {
  return one === other || one === 'all' || other === 'all';
}

/** The mappings that stand in the way on this port. Empty: it is free. */
export function clashesAt(
  database: ReadDatabase,
  ipAddressId: string,
  port: number,
  protocol: Protocol,
): readonly MappingRow[] {
  return mappingsAt(database, ipAddressId, port).filter((row) => protocolsMeet(row.protocol, protocol));
}

/** A port leads to one service only, and goes to another one only by being taken over. */
export const portAssignmentRule: NounRule = {
  beforeWrite: (context, before, after) => {
    refuseClash(context.database, after);
    if (!before || before['assignmentId'] === after['assignmentId']) return;
    const holder = mappingsAt(context.database, String(before['ipAddressId']), Number(before['port'])).find(
      ({ id }) => id === after.id,
    );
    refuseTaken(holder ? [holder] : []);
  },
};

function refuseClash(database: ReadDatabase, after: StoredRecord): void {
  const [port, protocol] = [Number(after['port']), after['protocol'] as Protocol];
  const clashes = clashesAt(database, String(after['ipAddressId']), port, protocol);
  const clash = clashes.find(({ id }) => id !== after.id);
  if (!clash) return;
  const message = `Port ${port}/${protocol} is not free: ${holderText(clash)}.`;
  fail('E_PORT_BUSY', message, {
    fields: [{ path: 'port', message, value: port, allowed: 'a port that is free' }],
    details: { portAssignmentId: clash.id },
  });
}

/** Refuses a port that others have, each named; they are told apart from what cannot be taken over by `assignmentId`. */
export function refuseTaken(holders: readonly MappingRow[]): never {
  const [first] = holders;
  const who = first ? holders.map(holderText).join(', and ') : 'Another assignment has this port';
  const message = `${who}; take it over to give it to another.`;
  return fail('E_PORT_BUSY', message, {
    fields: [{ path: 'assignmentId', message, value: first?.assignmentId }],
    details: first ? { portAssignmentId: first.id, assignmentId: first.assignmentId } : {},
  });
}
