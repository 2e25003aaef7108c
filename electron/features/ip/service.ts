import type { ComputeAddress, MapSegment, PrefixNode } from '../../../shared/contract/network.ts';
import { fail } from '../../../shared/contract/failure.ts';
import { formatCidr, formatIp, ipSortKey, parseIp, type IpAddressValue } from '../../../shared/domain/ip.ts';
import { DEFAULT_VRF } from '../../../shared/domain/vrf.ts';
import { nextFreeNetwork, readBlock, typeOfAddress } from '../../../shared/rules/ip-math.ts';
import { mapOf, nextFreeAddresses, type IpSpace, type Segment } from '../../../shared/rules/ip-math-space.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { resolveReference } from '../object/reference-repository.ts';
import {
  addressesWithin,
  addressRowsOf,
  holdersOfMany,
  prefixById,
  prefixesAround,
  prefixesWithin,
  vrfNames,
  type AddressRow,
  type PrefixRow,
} from './repository.ts';
import { nodesOf, placed, vrfsOf } from './tree.ts';

/** The id of a VRF by name or id; null for the default one, also when it is named. */
export function resolveVrf(database: ReadDatabase, reference: string | null): string | null {
  if (reference === null || reference.toLowerCase() === DEFAULT_VRF) return null;
  return resolveReference(database, 'vrf', reference, 'vrf');
}

export function requirePrefix(database: ReadDatabase, reference: string): PrefixRow {
  const id = resolveReference(database, 'prefix', reference, 'prefix');
  return prefixById(database, id) ?? fail('E_NOT_FOUND', 'The prefix is no longer there.');
}

function requireIp(address: string): IpAddressValue {
  const ip = parseIp(address.trim());
  if (ip) return ip;
  const message = `Address must be an IPv4 or IPv6 address; "${address}" was given.`;
  return fail('E_FORMAT', message, { fields: [{ path: 'address', message, value: address }] });
}

export function prefixTree(database: ReadDatabase, vrfId: string | null | undefined): PrefixNode[] {
  return vrfsOf(database)
    .filter((vrf) => vrfId === undefined || vrf.vrfId === vrfId)
    .flatMap(({ name, prefixes, addresses }) => nodesOf(prefixes, addresses, name));
}

/** The prefix with everything inside it: itself first, then the prefixes in it in tree order. */
function insideOf(database: ReadDatabase, prefix: PrefixRow) {
  const prefixes = prefixesWithin(database, prefix.vrfId, prefix);
  const addresses = addressesWithin(database, prefix.vrfId, prefix);
  const place = placed(prefixes, addresses);
  const children = (place.children[0] ?? []).flatMap((index) => prefixes[index] ?? []);
  return { prefixes, addresses, children, beside: place.addresses[0] ?? [] };
}

/** What the next free addresses of a prefix depend on, as the rows are now. */
export function spaceOf(database: ReadDatabase, prefix: PrefixRow): IpSpace {
  const { children, beside } = insideOf(database, prefix);
  const gateway = prefix.gateway === null ? null : parseIp(prefix.gateway);
  return {
    block: readBlock(prefix.cidr),
    gateway: gateway?.value ?? null,
    used: beside.filter(({ state }) => state !== 'available').map(({ address }) => requireIp(address).value),
    children: children.map(({ cidr }) => readBlock(cidr)),
  };
}

export function nextFree(database: ReadDatabase, prefix: PrefixRow, count: number): string[] {
  const last = prefix.lastGiven === null ? null : parseIp(prefix.lastGiven);
  return nextFreeAddresses(spaceOf(database, prefix), last?.value ?? null, count).map(formatIp);
}

/** The lowest free network of `length` bits: apart from prefixes inside and from recorded addresses. */
export function nextNetwork(database: ReadDatabase, prefix: PrefixRow, length: number): string | null {
  const { children, beside } = insideOf(database, prefix);
  const taken = [...children.map(({ cidr }) => cidr), ...beside.map(({ address }) => address)].map(readBlock);
  const found = nextFreeNetwork(readBlock(prefix.cidr), taken, length);
  return found && formatCidr(found);
}

export function prefixMap(database: ReadDatabase, prefix: PrefixRow, limit: number) {
  const { prefixes, addresses, children, beside } = insideOf(database, prefix);
  const vrf = prefix.vrfId === null ? DEFAULT_VRF : (vrfNames(database).get(prefix.vrfId) ?? DEFAULT_VRF);
  const [node] = nodesOf(prefixes, addresses, vrf);
  if (!node) return fail('E_NOT_FOUND', 'The prefix is no longer there.');
  const gateway = prefix.gateway === null ? null : parseIp(prefix.gateway);
  const segments = mapOf(
    readBlock(prefix.cidr),
    gateway?.value ?? null,
    beside.map(({ address }) => requireIp(address).value),
    children.map(({ cidr }) => readBlock(cidr)),
  );
  const shown = segments.slice(0, limit);
  const named = shown.flatMap(({ kind, index }) => (kind === 'address' && index !== null ? (beside[index] ?? []) : []));
  const holders = holdersOfMany(
    database,
    named.map(({ id }) => id),
  );
  const version = readBlock(prefix.cidr).version;
  return {
    node,
    segments: shown.map((segment) => segmentOf(segment, version, beside, children, holders)),
    total: segments.length,
  };
}

function segmentOf(
  { kind, first, last, index }: Segment,
  version: 4 | 6,
  addresses: readonly AddressRow[],
  children: readonly PrefixRow[],
  holders: ReadonlyMap<string, string[]>,
): MapSegment {
  const address = kind === 'address' && index !== null ? addresses[index] : undefined;
  const child = kind === 'prefix' && index !== null ? children[index] : undefined;
  return {
    kind,
    first: formatIp({ version, value: first }),
    last: formatIp({ version, value: last }),
    size: String(last - first + 1n),
    id: address?.id ?? child?.id ?? null,
    state: address?.state ?? null,
    computes: address ? (holders.get(address.id) ?? []) : [],
  };
}

/** The innermost prefix of a VRF that holds the address, or undefined. */
export function innermostPrefix(database: ReadDatabase, vrfId: string | null, address: string): PrefixRow | undefined {
  return prefixesAround(database, ipSortKey(requireIp(address))).find((prefix) => prefix.vrfId === vrfId);
}

/** Whether a prefix of any VRF holds the address. */
export function hasPrefixAround(database: ReadDatabase, address: string): boolean {
  return prefixesAround(database, ipSortKey(requireIp(address))).length > 0;
}

/** The prefix that an address is given out of when only the address is named: in exactly one VRF (systems.md 5.3, rule 7). */
export function onlyPrefixAround(database: ReadDatabase, address: string): PrefixRow {
  const innermost = new Map<string | null, PrefixRow>();
  for (const prefix of prefixesAround(database, ipSortKey(requireIp(address))))
    if (!innermost.has(prefix.vrfId)) innermost.set(prefix.vrfId, prefix);
  const [first, second] = [...innermost.values()];
  if (!first)
    return fail('E_RANGE_NONE', `No prefix holds ${address}; add the prefix first, or record the address alone.`);
  if (!second) return first;
  const names = vrfNames(database);
  const listed = [...innermost.values()].map(
    ({ cidr, vrfId }) => `${cidr} of VRF ${vrfId === null ? DEFAULT_VRF : (names.get(vrfId) ?? vrfId)}`,
  );
  return fail('E_RANGE_AMBIGUOUS', `${address} lies in ${listed.join(' and in ')}; name the prefix.`, {
    details: { prefixes: [...innermost.values()].map(({ id, cidr, vrfId }) => ({ id, cidr, vrfId })) },
  });
}

export function proposal(database: ReadDatabase, address: string, vrfId: string | null) {
  const ip = parseIp(address.trim());
  const prefix = ip ? innermostPrefix(database, vrfId, formatIp(ip)) : undefined;
  return {
    type: ip ? typeOfAddress(formatIp(ip)) : null,
    prefixId: prefix?.id ?? null,
    cidr: prefix?.cidr ?? null,
    gateway: prefix?.gateway ?? null,
    dnsServers: prefix?.dnsServers ?? null,
    vlan: prefix?.vlan ?? null,
    provider: prefix?.provider ?? null,
    region: prefix?.region ?? null,
  };
}

/** The addresses of a compute, the primary one first. */
export function addressesOf(database: ReadDatabase, computeId: string): ComputeAddress[] {
  return addressRowsOf(database, computeId).map((row) => ({
    ...row,
    vrf: row.vrf ?? DEFAULT_VRF,
    isPrimary: row.isPrimary === 1,
    shared: row.shared === 1,
  }));
}
