import { fail } from '../../../shared/contract/failure.ts';
import { parseIp } from '../../../shared/domain/ip.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { recordsAbout, recordsLinkedTo, type RecordRow } from './repository.ts';

const RECORD = definitionOf('dnsRecord');

/** Brings the records linked to an address along when it becomes another one; PTR records are named after it. */
export function followAddress(context: WriteContext, ipAddressId: string, before: string, after: string): void {
  const linked = recordsLinkedTo(context.database, ipAddressId);
  const [first] = linked;
  if (first && parseIp(before)?.version !== parseIp(after)?.version) {
    const message = `${before} is linked by the ${first.type} record ${first.name}; ${after} is of another version.`;
    fail('E_IN_USE', message, { fields: [{ path: 'address', message, value: after }] });
  }
  for (const row of linked) {
    const record = context.find(RECORD, row.id);
    // A reverse name is another name: its record stays as it is, without the link.
    if (record) context.update(RECORD, record, row.type === 'PTR' ? { ipAddressId: null } : { value: after });
  }
}

/** What zones say about an address: linked records and those with it as their value. */
export function dnsOfAddress(database: ReadDatabase, ipAddressId: string, address: string): readonly RecordRow[] {
  return recordsAbout(database, ipAddressId, address);
}
