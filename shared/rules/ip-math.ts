import { bitsOf, formatCidr, formatIp, ipSortKey, parseCidr, parseIp, type IpNetwork } from '../domain/ip.ts';
import type { IpType } from '../domain/ip-address.ts';

/** A network with both its ends; ends are included. */
export interface IpBlock extends IpNetwork {
  readonly last: bigint;
}

export function blockOf({ version, first, length }: IpNetwork): IpBlock {
  return { version, first, length, last: first + (1n << BigInt(bitsOf(version) - length)) - 1n };
}

/** The block of a network or address in text; throws for text that no field would have let through. */
export function readBlock(cidr: string): IpBlock {
  const network = parseCidr(cidr);
  if (!network) throw new Error(`"${cidr}" is no network.`);
  return blockOf(network);
}

/** Whether every address of `inner` is in `outer`. */
export function blockHolds(outer: IpBlock, inner: IpBlock): boolean {
  return outer.version === inner.version && outer.first <= inner.first && outer.last >= inner.last;
}

/** Whether the address in text lies in the network in text; false for text that is none. */
export function cidrHolds(cidr: string, address: string): boolean {
  const [network, ip] = [parseCidr(cidr), parseIp(address)];
  if (!network || !ip || network.version !== ip.version) return false;
  const block = blockOf(network);
  return block.first <= ip.value && ip.value <= block.last;
}

/** The sort keys of the first and the last address: the range of an index that finds what lies in the network. */
export function keyRange(block: IpBlock): { firstKey: string; lastKey: string } {
  const { version, first, last } = block;
  return { firstKey: ipSortKey({ version, value: first }), lastKey: ipSortKey({ version, value: last }) };
}

export function sizeOf(block: IpBlock): bigint {
  return block.last - block.first + 1n;
}

/**
 * The addresses that hosts may have, both ends included. IPv4 keeps the network and the broadcast address back (RFC 950),
 * but not in /31 (RFC 3021) and /32; IPv6 keeps the router anycast address back (RFC 4291, 2.6.1), but not in /127
 * (RFC 6164) and /128.
 */
export function hostRange(block: IpBlock): { readonly from: bigint; readonly to: bigint } {
  const rest = bitsOf(block.version) - block.length;
  if (rest < 2) return { from: block.first, to: block.last };
  return { from: block.first + 1n, to: block.version === 4 ? block.last - 1n : block.last };
}

/** The two halves of a block; it must hold more than one address. */
function halves(block: IpBlock): [IpBlock, IpBlock] {
  const { version, first, length } = block;
  const low = blockOf({ version, first, length: length + 1 });
  return [low, blockOf({ version, first: low.last + 1n, length: length + 1 })];
}

/** The lowest network of `length` bits in `block` that none of `taken` touches; null when there is none. */
export function nextFreeNetwork(block: IpBlock, taken: readonly IpBlock[], length: number): IpBlock | null {
  const touching = taken.filter((other) => other.version === block.version && overlaps(other, block));
  if (touching.some((other) => blockHolds(other, block)) || length < block.length) return null;
  if (touching.length === 0) return blockOf({ version: block.version, first: block.first, length });
  if (block.length === length) return null;
  const [low, high] = halves(block);
  return nextFreeNetwork(low, touching, length) ?? nextFreeNetwork(high, touching, length);
}

function overlaps(left: IpBlock, right: IpBlock): boolean {
  return left.first <= right.last && right.first <= left.last;
}

/** Networks that no packet of the public internet is for: IANA's special-purpose registries. */
const PRIVATE = [
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
].map(readBlock);

/** What the address itself says: private where it is routed inside one network only, else public. */
export function typeOfAddress(address: string): IpType {
  const ip = parseIp(address);
  if (!ip) throw new Error(`"${address}" is no IP address.`);
  if (ip.version === 6 && ip.value >> 32n === 0xffffn)
    return typeOfAddress(formatIp({ version: 4, value: ip.value & 0xffff_ffffn }));
  const inside = PRIVATE.some(
    (block) => block.version === ip.version && block.first <= ip.value && ip.value <= block.last,
  );
  return inside ? 'private' : 'public';
}

export function blockText(block: IpNetwork): string {
  return formatCidr(block);
}
