import type { DnsFinding } from '../../../shared/contract/dns.ts';
import { isInZone } from '../../../shared/domain/dns-name.ts';
import { reverseName } from '../../../shared/rules/zone-file-names.ts';
import { targetsOf } from '../../../shared/rules/zone-file-values.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { addressStates, allRecords, type AddressState, type RecordRow } from './repository.ts';

/** Types that may stand beside a CNAME (RFC 4035, 2.5; RFC 2181, 10.1). */
const BESIDE_CNAME: ReadonlySet<string> = new Set(['CNAME', 'RRSIG', 'SIG', 'NSEC', 'NXT', 'KEY']);
/** Types whose value leads to a host. The names in an SOA are a server and a mailbox. */
const LEADS: ReadonlySet<string> = new Set(['CNAME', 'DNAME', 'NS', 'PTR', 'MX', 'SRV']);

interface Facts {
  readonly records: readonly RecordRow[];
  readonly zones: readonly string[];
  readonly byName: ReadonlyMap<string, readonly RecordRow[]>;
  readonly addresses: ReadonlyMap<string, AddressState>;
}

function finding(code: DnsFinding['code'], row: RecordRow, message: string): DnsFinding {
  return { code, message, recordId: row.id, zone: row.zone, name: row.name };
}

/** What contradicts itself in the records of a zone (undefined: of all), seen with all zones on record. */
export function dnsFindings(database: ReadDatabase, zone: string | undefined): DnsFinding[] {
  const records = allRecords(database);
  const facts: Facts = {
    records,
    zones: [...new Set(records.map((row) => row.zone))],
    byName: Map.groupBy(records, ({ name }) => name),
    addresses: new Map(addressStates(database).map((address) => [address.id, address])),
  };
  return records
    .filter((row) => zone === undefined || row.zone === zone)
    .flatMap((row) => [
      ...besideCname(facts, row),
      ...dangling(facts, row),
      ...linkFindings(facts, row),
      ...reverseFindings(facts, row),
      ...withoutServers(facts, row),
    ]);
}

function besideCname({ byName }: Facts, row: RecordRow): DnsFinding[] {
  if (row.type !== 'CNAME') return [];
  const others = (byName.get(row.name) ?? []).filter((other) => other.zone === row.zone && other.id !== row.id);
  const other = others.find(({ type }) => !BESIDE_CNAME.has(type));
  const second = others.find(({ type, id }) => type === 'CNAME' && id > row.id);
  if (other)
    return [
      finding('CNAME_AND_OTHER', row, `${row.name} is an alias (CNAME) and has a record of type ${other.type} too.`),
    ];
  return second
    ? [finding('CNAME_AND_OTHER', row, `${row.name} is an alias of ${row.value} and of ${second.value}.`)]
    : [];
}

/** A name in a zone of ours is there, or a wildcard or a delegation above it is. */
function answered({ byName, zones }: Facts, name: string): boolean {
  if (byName.has(name)) return true;
  const zone = zones.filter((entry) => isInZone(name, entry)).toSorted((left, right) => right.length - left.length)[0];
  if (zone === undefined) return true;
  for (let parent = parentOf(name); parent !== null && isInZone(parent, zone); parent = parentOf(parent)) {
    if (byName.has(`*.${parent}`)) return true;
    if (parent !== zone && byName.get(parent)?.some(({ type }) => type === 'NS' || type === 'DNAME')) return true;
  }
  return false;
}

function parentOf(name: string): string | null {
  const at = name.search(/(?<!\\)\./);
  return at < 0 ? null : name.slice(at + 1);
}

function dangling(facts: Facts, row: RecordRow): DnsFinding[] {
  if (!LEADS.has(row.type)) return [];
  return targetsOf(row.type, row.value)
    .filter((target) => target !== '.' && !answered(facts, target))
    .map((target) =>
      finding('DANGLING_TARGET', row, `${row.name} (${row.type}) leads to ${target}, of which there is no record.`),
    );
}

function linkFindings({ addresses }: Facts, row: RecordRow): DnsFinding[] {
  const address = row.ipAddressId === null ? undefined : addresses.get(row.ipAddressId);
  if (!address || row.type === 'PTR') return [];
  if (row.value !== address.address) {
    const message = `${row.name} says ${row.value}; the address it is linked to is ${address.address}.`;
    return [finding('VALUE_MISMATCH', row, message)];
  }
  if (address.state !== 'available') return [];
  return [finding('DANGLING_ADDRESS', row, `${row.name} leads to ${address.address}, which belongs to nobody.`)];
}

/** Both ways: an address record without a PTR record in a reverse zone of ours, and a PTR record that leads elsewhere. */
function reverseFindings({ byName, zones }: Facts, row: RecordRow): DnsFinding[] {
  if (row.type !== 'A' && row.type !== 'AAAA') return [];
  const reverse = reverseName(row.value);
  if (reverse === null || row.name.startsWith('*')) return [];
  const pointers = (byName.get(reverse) ?? []).filter(({ type }) => type === 'PTR');
  if (pointers.length === 0) {
    if (!zones.some((zone) => zone !== '.' && isInZone(reverse, zone))) return [];
    return [finding('PTR_MISSING', row, `${row.value} of ${row.name} has no PTR record ${reverse}.`)];
  }
  const names = pointers.map(({ value }) => value);
  const returns = names.some((name) => (byName.get(name) ?? []).some((other) => other.value === row.value));
  if (returns) return [];
  return [
    finding(
      'PTR_WRONG',
      row,
      `The PTR record of ${row.value} leads to ${names.join(', ')}, which does not lead back; ${row.name} does.`,
    ),
  ];
}

function withoutServers({ byName }: Facts, row: RecordRow): DnsFinding[] {
  if (row.type !== 'SOA' || byName.get(row.name)?.some(({ type }) => type === 'NS')) return [];
  return [finding('NO_NAME_SERVER', row, `The zone ${row.zone} has no name server (NS) at its origin.`)];
}
