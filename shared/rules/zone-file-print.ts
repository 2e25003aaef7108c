import { absoluteAscii, dnsLabels, isInZone } from '../domain/dns-name.ts';
import { fileValue } from './zone-file-values.ts';

export interface PrintedRecord {
  readonly name: string;
  readonly type: string;
  readonly ttlSeconds: number;
  readonly value: string;
}

/** The zone's own records first, the SOA before all; then by name from its end, type and value. */
function orderKey(zone: string, { name, type, value }: PrintedRecord): string {
  const rank = type === 'SOA' ? '0' : type === 'NS' ? '1' : '2';
  const labels = name === zone ? [] : dnsLabels(name).toReversed();
  return JSON.stringify([...labels, '', rank, type, value]);
}

/** A name as it stands before its record: `@` for the zone, else relative to it. */
function ownerText(zone: string, name: string): string {
  if (name === zone) return '@';
  if (!isInZone(name, zone)) return absoluteAscii(name);
  const labels = dnsLabels(name);
  return absoluteAscii(labels.slice(0, labels.length - dnsLabels(zone).length).join('.')).slice(0, -1);
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * A zone as a zone file that BIND and others read, one record on a line, every name of a value in full. The same records
 * give the same bytes, whatever their order was. A lone SOA is part of a zone, and does not name itself as a whole one.
 */
export function printZoneFile(zone: string, records: readonly PrintedRecord[]): string {
  const ordered = records
    .map((record) => ({ record, key: orderKey(zone, record) }))
    .toSorted((left, right) => compare(left.key, right.key));
  const lines = ordered.map(
    ({ record: { name, type, ttlSeconds, value } }) =>
      `${ownerText(zone, name)} ${ttlSeconds} IN ${type} ${fileValue(type, value)}\n`,
  );
  const [first, ...more] = records;
  const part = first?.type === 'SOA' && more.length === 0;
  return `${part ? '' : `$ORIGIN ${absoluteAscii(zone)}\n`}${lines.join('')}`;
}
