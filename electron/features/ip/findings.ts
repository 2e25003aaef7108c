import type { NetworkFinding } from '../../../shared/contract/network.ts';
import { ipSortKey, parseIp } from '../../../shared/domain/ip.ts';
import { blockHolds, cidrHolds, hostRange, readBlock } from '../../../shared/rules/ip-math.ts';
import { innermostOf } from '../../../shared/rules/ip-math-tree.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { computesWithoutPrimary, type AddressRow, type PrefixRow } from './repository.ts';
import { vrfsOf } from './tree.ts';

type VrfRows = ReturnType<typeof vrfsOf>[number];

function finding(
  code: NetworkFinding['code'],
  noun: string,
  id: string,
  message: string,
  otherId: string | null = null,
): NetworkFinding {
  return { code, noun, id, message, otherId };
}

/** What contradicts itself between addresses and prefixes of one VRF (undefined: of all), and across VRFs. */
export function networkFindings(database: ReadDatabase, vrfId: string | null | undefined): NetworkFinding[] {
  const vrfs = vrfsOf(database).filter((vrf) => vrfId === undefined || vrf.vrfId === vrfId);
  const primaries = computesWithoutPrimary(database).map(({ id, name }) =>
    finding('NO_PRIMARY', 'compute', id, `${name} has addresses, and none of them is its primary address.`),
  );
  return [...vrfs.flatMap(vrfFindings), ...acrossVrfs(vrfs), ...(vrfId === undefined ? primaries : [])];
}

function vrfFindings({ prefixes, addresses }: VrfRows): NetworkFinding[] {
  const holders = innermostOf(
    prefixes,
    addresses.map(({ sortKey }) => sortKey),
  );
  const ofAddresses = addresses.flatMap((address, index) => {
    const holder = holders[index] ?? null;
    return addressFindings(address, holder === null ? null : (prefixes[holder] ?? null), prefixes.length > 0);
  });
  const byKey = new Map(addresses.map((address) => [address.sortKey, address]));
  return [...ofAddresses, ...prefixes.flatMap((prefix) => gatewayFindings(prefix, byKey)), ...overlaps(addresses)];
}

function addressFindings(address: AddressRow, prefix: PrefixRow | null, anyPrefix: boolean): NetworkFinding[] {
  const { id, cidr, gateway } = address;
  const found: NetworkFinding[] = [];
  const add = (code: NetworkFinding['code'], message: string, otherId: string | null = null) =>
    found.push(finding(code, 'ipAddress', id, message, otherId));
  if (!prefix && anyPrefix) add('OUTSIDE_PREFIXES', `${address.address} lies in no prefix.`);
  if (prefix && cidr !== null && cidr !== prefix.cidr)
    add('OTHER_NETWORK', `${address.address} says it is in ${cidr}; its prefix is ${prefix.cidr}.`, prefix.id);
  const network = cidr ?? prefix?.cidr ?? null;
  if (network === null) return found;
  if (gateway !== null && !cidrHolds(network, gateway))
    add('GATEWAY_OUTSIDE', `Gateway ${gateway} of ${address.address} is not in ${network}.`);
  const ip = parseIp(address.address);
  const { from, to } = hostRange(readBlock(network));
  if (ip && address.state !== 'available' && (ip.value < from || ip.value > to)) {
    const what = ip.value < from ? 'network' : 'broadcast';
    add('NOT_FOR_HOSTS', `${address.address} is the ${what} address of ${network}, and is ${address.state}.`);
  }
  return found;
}

function gatewayFindings(prefix: PrefixRow, byKey: ReadonlyMap<string, AddressRow>): NetworkFinding[] {
  const ip = prefix.gateway === null ? null : parseIp(prefix.gateway);
  const address = ip ? byKey.get(ipSortKey(ip)) : undefined;
  if (!address || address.state !== 'assigned') return [];
  const message = `${address.address} is the gateway of ${prefix.cidr}, and is assigned to a compute.`;
  return [finding('GATEWAY_ASSIGNED', 'ipAddress', address.id, message, prefix.id)];
}

/** Networks that addresses of one VRF state, one inside the other, as if both were on one wire. */
function overlaps(addresses: readonly AddressRow[]): NetworkFinding[] {
  const stated = new Map<string, AddressRow>();
  for (const address of addresses)
    if (address.cidr !== null && !stated.has(address.cidr)) stated.set(address.cidr, address);
  const blocks = [...stated].map(([cidr, address]) => ({ cidr, address, block: readBlock(cidr) }));
  const ordered = blocks.toSorted((left, right) =>
    left.block.first === right.block.first
      ? left.block.length - right.block.length
      : left.block.first < right.block.first
        ? -1
        : 1,
  );
  const around: typeof ordered = [];
  return ordered.flatMap((entry) => {
    for (let top = around.at(-1); top && !blockHolds(top.block, entry.block); top = around.at(-1)) around.pop();
    const outer = around.at(-1);
    around.push(entry);
    if (!outer) return [];
    const message = `${entry.address.address} is in ${entry.cidr}, ${outer.address.address} in ${outer.cidr}, which overlap.`;
    return [finding('OVERLAP', 'ipAddress', entry.address.id, message, outer.address.id)];
  });
}

/** The same address in several VRFs: right where they never meet, a mistake where they do. */
function acrossVrfs(vrfs: readonly VrfRows[]): NetworkFinding[] {
  const seen = new Map<string, { row: AddressRow; vrf: string }>();
  return vrfs.flatMap(({ name, addresses }) =>
    addresses.flatMap((row) => {
      const first = seen.get(row.address);
      if (!first) {
        seen.set(row.address, { row, vrf: name });
        return [];
      }
      const message = `${row.address} is in VRF ${first.vrf} and in VRF ${name}.`;
      return [finding('DUPLICATE', 'ipAddress', row.id, message, first.row.id)];
    }),
  );
}
