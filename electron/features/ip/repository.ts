import type { IpState, IpType } from '../../../shared/domain/ip-address.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export interface PrefixRow {
  readonly id: string;
  readonly cidr: string;
  readonly vrfId: string | null;
  readonly purpose: string | null;
  readonly vlan: number | null;
  readonly gateway: string | null;
  readonly dnsServers: string | null;
  readonly provider: string | null;
  readonly region: string | null;
  readonly firstKey: string;
  readonly lastKey: string;
  readonly lastGiven: string | null;
}

export interface AddressRow {
  readonly id: string;
  readonly address: string;
  readonly vrfId: string | null;
  readonly cidr: string | null;
  readonly gateway: string | null;
  readonly state: IpState;
  readonly sortKey: string;
}

const PREFIX = `id, cidr, vrf_id AS vrfId, purpose, vlan, gateway, dns_servers AS dnsServers, provider, region,
  first_key AS firstKey, last_key AS lastKey, last_given AS lastGiven`;
const ADDRESS = 'id, address, vrf_id AS vrfId, cidr, gateway, state, sort_key AS sortKey';

/** All prefixes, VRF by VRF (the default one first), each before those inside it. */
export function allPrefixes(database: ReadDatabase): PrefixRow[] {
  return statementOf(
    database,
    `SELECT ${PREFIX} FROM prefix ORDER BY vrf_id, first_key, last_key DESC`,
  ).all() as PrefixRow[];
}

export function prefixById(database: ReadDatabase, id: string): PrefixRow | undefined {
  return statementOf(database, `SELECT ${PREFIX} FROM prefix WHERE id = ?`).get(id) as PrefixRow | undefined;
}

/** Prefixes that hold the address with this sort key, in every VRF, the innermost of each first. */
export function prefixesAround(database: ReadDatabase, sortKey: string): PrefixRow[] {
  return statementOf(
    database,
    `SELECT ${PREFIX} FROM prefix WHERE first_key <= :sortKey AND last_key >= :sortKey
     ORDER BY vrf_id, first_key DESC, last_key`,
  ).all({ sortKey }) as PrefixRow[];
}

/** Prefixes of a VRF whose first address lies between two keys, each before those inside it. */
export function prefixesWithin(
  database: ReadDatabase,
  vrfId: string | null,
  range: { readonly firstKey: string; readonly lastKey: string },
): PrefixRow[] {
  return statementOf(
    database,
    `SELECT ${PREFIX} FROM prefix WHERE vrf_id IS :vrfId AND first_key >= :firstKey AND last_key <= :lastKey
     ORDER BY first_key, last_key DESC`,
  ).all({ vrfId, firstKey: range.firstKey, lastKey: range.lastKey }) as PrefixRow[];
}

/** All addresses, VRF by VRF, ascending. */
export function allAddresses(database: ReadDatabase): AddressRow[] {
  return statementOf(database, `SELECT ${ADDRESS} FROM ip_address ORDER BY vrf_id, sort_key, id`).all() as AddressRow[];
}

export function addressesWithin(
  database: ReadDatabase,
  vrfId: string | null,
  range: { readonly firstKey: string; readonly lastKey: string },
): AddressRow[] {
  return statementOf(
    database,
    `SELECT ${ADDRESS} FROM ip_address
     WHERE vrf_id IS :vrfId AND sort_key BETWEEN :firstKey AND :lastKey ORDER BY sort_key, id`,
  ).all({ vrfId, firstKey: range.firstKey, lastKey: range.lastKey }) as AddressRow[];
}

export function addressIn(database: ReadDatabase, vrfId: string | null, address: string): AddressRow | undefined {
  return statementOf(database, `SELECT ${ADDRESS} FROM ip_address WHERE address = ? AND vrf_id IS ?`).get(
    address,
    vrfId,
  ) as AddressRow | undefined;
}

export interface HolderRow {
  readonly assignmentId: string;
  readonly ipAddressId: string;
  readonly computeId: string;
  readonly compute: string;
  readonly interfaceName: string | null;
  readonly isPrimary: 0 | 1;
}

const HOLDER = `ip_assignment.id AS assignmentId, ip_address_id AS ipAddressId, compute_id AS computeId, compute.name AS compute,
  interface_name AS interfaceName, is_primary AS isPrimary
  FROM ip_assignment JOIN compute ON compute.id = ip_assignment.compute_id`;

/** The computes that have an address, by name. */
export function holdersOf(database: ReadDatabase, ipAddressId: string): HolderRow[] {
  return statementOf(
    database,
    `SELECT ${HOLDER} WHERE ip_address_id = ? ORDER BY compute.name COLLATE NOCASE, compute.id`,
  ).all(ipAddressId) as HolderRow[];
}

/** The computes that have any of the addresses, by address id. */
export function holdersOfMany(database: ReadDatabase, ids: readonly string[]): Map<string, string[]> {
  const rows = statementOf(
    database,
    `SELECT ${HOLDER} WHERE ip_address_id IN (SELECT value FROM json_each(?)) ORDER BY compute.name COLLATE NOCASE`,
  ).all(JSON.stringify(ids)) as HolderRow[];
  const found = new Map<string, string[]>();
  for (const { ipAddressId, compute } of rows) found.set(ipAddressId, [...(found.get(ipAddressId) ?? []), compute]);
  return found;
}

/** The assignment of the compute's primary address, or undefined. */
export function primaryOf(database: ReadDatabase, computeId: string): string | undefined {
  const row = statementOf(database, 'SELECT id FROM ip_assignment WHERE compute_id = ? AND is_primary = 1').get(
    computeId,
  ) as { id: string } | undefined;
  return row?.id;
}

export interface ComputeAddressRow {
  readonly assignmentId: string;
  readonly ipAddressId: string;
  readonly address: string;
  readonly vrf: string | null;
  readonly type: IpType | null;
  readonly cidr: string | null;
  readonly gateway: string | null;
  readonly dnsServers: string | null;
  readonly vlan: number | null;
  readonly interfaceName: string | null;
  readonly isPrimary: 0 | 1;
  readonly shared: 0 | 1;
}

export function addressRowsOf(database: ReadDatabase, computeId: string): ComputeAddressRow[] {
  return statementOf(
    database,
    `SELECT ip_assignment.id AS assignmentId, ip_address.id AS ipAddressId, ip_address.address, vrf.name AS vrf, ip_address.type,
       ip_address.cidr, ip_address.gateway, ip_address.dns_servers AS dnsServers, ip_address.vlan,
       interface_name AS interfaceName, is_primary AS isPrimary, ip_address.shared
     FROM ip_assignment JOIN ip_address ON ip_address.id = ip_assignment.ip_address_id
     LEFT JOIN vrf ON vrf.id = ip_address.vrf_id
     WHERE ip_assignment.compute_id = ? ORDER BY is_primary DESC, ip_address.sort_key, ip_address.id`,
  ).all(computeId) as ComputeAddressRow[];
}

/** Computes that have addresses and none of them is the primary one. */
export function computesWithoutPrimary(database: ReadDatabase): { id: string; name: string }[] {
  return statementOf(
    database,
    `SELECT compute.id, compute.name FROM ip_assignment JOIN compute ON compute.id = ip_assignment.compute_id
     GROUP BY compute.id HAVING max(is_primary) = 0 ORDER BY compute.name COLLATE NOCASE, compute.id`,
  ).all() as { id: string; name: string }[];
}

export function vrfNames(database: ReadDatabase): Map<string, string> {
  const rows = statementOf(database, 'SELECT id, name FROM vrf').all() as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}
