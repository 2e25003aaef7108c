import type { PrefixNode } from '../../../shared/contract/network.ts';
import { ipSortKey, parseIp } from '../../../shared/domain/ip.ts';
import { DEFAULT_VRF } from '../../../shared/domain/vrf.ts';
import { readBlock } from '../../../shared/rules/ip-math.ts';
import { utilisationOf } from '../../../shared/rules/ip-math-space.ts';
import { innermostOf, parentsOf } from '../../../shared/rules/ip-math-tree.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { allAddresses, allPrefixes, vrfNames, type AddressRow, type PrefixRow } from './repository.ts';

/** The prefixes of one VRF with what lies directly in each. */
interface Placed {
  readonly prefixes: readonly PrefixRow[];
  readonly parents: readonly (number | null)[];
  readonly children: readonly number[][];
  readonly addresses: readonly AddressRow[][];
}

/** Puts prefixes (in tree order) and addresses (ascending) of one VRF where they belong; outside of all: dropped. */
export function placed(prefixes: readonly PrefixRow[], addresses: readonly AddressRow[]): Placed {
  const parents = parentsOf(prefixes);
  const children: number[][] = prefixes.map(() => []);
  for (const [index, parent] of parents.entries()) if (parent !== null) children[parent]?.push(index);
  const inside: AddressRow[][] = prefixes.map(() => []);
  const holders = innermostOf(
    prefixes,
    addresses.map(({ sortKey }) => sortKey),
  );
  for (const [index, holder] of holders.entries()) {
    const address = addresses[index];
    if (holder !== null && address) inside[holder]?.push(address);
  }
  return { prefixes, parents, children, addresses: inside };
}

/** 1 where the gateway lies directly in the prefix and is not counted as a used address. */
function gatewayBeside(prefix: PrefixRow, children: readonly PrefixRow[], used: readonly AddressRow[]): number {
  const ip = prefix.gateway === null ? null : parseIp(prefix.gateway);
  if (!ip) return 0;
  const key = ipSortKey(ip);
  const elsewhere = children.some(({ firstKey, lastKey }) => firstKey <= key && key <= lastKey);
  return elsewhere || used.some(({ sortKey }) => sortKey === key) ? 0 : 1;
}

function nodeOf(place: Placed, index: number, prefix: PrefixRow, depth: number, vrf: string): PrefixNode {
  const children = (place.children[index] ?? []).flatMap((child) => place.prefixes[child] ?? []);
  const addresses = place.addresses[index] ?? [];
  const used = addresses.filter(({ state }) => state !== 'available');
  const blocks = children.map(({ cidr }) => readBlock(cidr));
  const taken = used.length + gatewayBeside(prefix, children, used);
  const utilisation = utilisationOf(readBlock(prefix.cidr), blocks, taken);
  const parent = place.parents[index] ?? null;
  return {
    id: prefix.id,
    cidr: prefix.cidr,
    vrfId: prefix.vrfId,
    vrf,
    parentId: parent === null ? null : (place.prefixes[parent]?.id ?? null),
    depth,
    purpose: prefix.purpose,
    vlan: prefix.vlan,
    capacity: String(utilisation.capacity),
    used: String(utilisation.used),
    share: utilisation.share,
    children: children.length,
    addresses: addresses.length,
  };
}

/** The prefixes of one VRF as nodes, each below the one around it. */
export function nodesOf(prefixes: readonly PrefixRow[], addresses: readonly AddressRow[], vrf: string): PrefixNode[] {
  const place = placed(prefixes, addresses);
  const depths: number[] = [];
  return prefixes.map((prefix, index) => {
    const parent = place.parents[index] ?? null;
    const depth = parent === null ? 0 : (depths[parent] ?? 0) + 1;
    depths.push(depth);
    return nodeOf(place, index, prefix, depth, vrf);
  });
}

/** VRF by VRF: its id, its name, its prefixes and addresses. */
export function vrfsOf(database: ReadDatabase) {
  const names = vrfNames(database);
  const prefixes = Map.groupBy(allPrefixes(database), ({ vrfId }) => vrfId);
  const addresses = Map.groupBy(allAddresses(database), ({ vrfId }) => vrfId);
  return [null, ...names.keys()].map((vrfId) => ({
    vrfId,
    name: vrfId === null ? DEFAULT_VRF : (names.get(vrfId) ?? DEFAULT_VRF),
    prefixes: prefixes.get(vrfId) ?? [],
    addresses: addresses.get(vrfId) ?? [],
  }));
}
