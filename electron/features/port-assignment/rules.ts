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

/** The mapping that stands in the way on this port: `all` meets every protocol. Undefined: the port is free. */
export function clashAt(
  database: ReadDatabase,
  ipAddressId: string,
  port: number,
  protocol: Protocol,
  except: string | null,
): MappingRow | undefined {
  return mappingsAt(database, ipAddressId, port).find(
    (row) => row.id !== except && (row.protocol === protocol || row.protocol === 'all' || protocol === 'all'),
  );
}

/** A port leads to one service only, and goes to another one only by being taken over. */
export const portAssignmentRule: NounRule = {
  beforeWrite: (context, before, after) => {
    refuseClash(context.database, after);
    if (!before || before['assignmentId'] === after['assignmentId']) return;
    const holder = mappingsAt(context.database, String(before['ipAddressId']), Number(before['port'])).find(
      ({ id }) => id === after.id,
    );
    refuseTaken(holder);
  },
};

function refuseClash(database: ReadDatabase, after: StoredRecord): void {
  const [port, protocol] = [Number(after['port']), after['protocol'] as Protocol];
  const clash = clashAt(database, String(after['ipAddressId']), port, protocol, after.id);
  if (!clash) return;
  const message = `Port ${port}/${protocol} is not free: ${holderText(clash)}.`;
  fail('E_PORT_BUSY', message, {
    fields: [{ path: 'port', message, value: port, allowed: 'a port that is free' }],
    details: { portAssignmentId: clash.id },
  });
}

export function refuseTaken(holder: MappingRow | undefined): never {
  const message = `${holder ? holderText(holder) : 'Another assignment has this port'}; take it over to give it to another.`;
  return fail('E_PORT_BUSY', message, {
    fields: [{ path: 'assignmentId', message, value: holder?.assignmentId }],
    details: holder ? { portAssignmentId: holder.id, assignmentId: holder.assignmentId } : {},
  });
}
