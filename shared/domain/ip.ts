/** An IP address as a number; version 4 has 32 bits, version 6 has 128. */
export interface IpAddressValue {
  readonly version: 4 | 6;
  readonly value: bigint;
}

/** A network: its first address and how many leading bits are fixed. */
export interface IpNetwork {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly length: number;
}

export function bitsOf(version: 4 | 6): number {
  return version === 4 ? 32 : 128;
}

const OCTET = /^(?:0|[1-9]\d{0,2})$/;

function parseIpv4(text: string): bigint | null {
  const parts = text.split('.');
  if (parts.length !== 4 || !parts.every((part) => OCTET.test(part) && Number(part) < 256)) return null;
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

/** The groups of one side of `::`, a dotted end as two groups; null where one is no group. */
function readGroups(text: string, dottedEnd: boolean): bigint[] | null {
  if (text === '') return [];
  const parts = text.split(':');
  const last = parts.at(-1) ?? '';
  const dotted = dottedEnd && last.includes('.') ? parseIpv4(last) : undefined;
  if (dotted === null) return null;
  const plain = dotted === undefined ? parts : parts.slice(0, -1);
  if (!plain.every((part) => /^[0-9a-f]{1,4}$/i.test(part))) return null;
  const groups = plain.map((part) => BigInt(`0x${part}`));
  return dotted === undefined ? groups : [...groups, dotted >> 16n, dotted & 0xffffn];
}

function parseIpv6(text: string): bigint | null {
  const halves = text.split('::');
  if (halves.length > 2) return null;
  const [left = '', right] = halves;
  const head = readGroups(left, right === undefined);
  const tail = right === undefined ? [] : readGroups(right, true);
  if (!head || !tail) return null;
  const missing = 8 - head.length - tail.length;
  // `::` stands for at least one group (RFC 5952, 4.2.2 asks writers for two; readers take one).
  if (right === undefined ? missing !== 0 : missing < 1) return null;
  const groups = [...head, ...Array.from({ length: missing }, () => 0n), ...tail];
  return groups.reduce((value, group) => (value << 16n) | group, 0n);
}

/**
 * Reads an IPv4 or IPv6 address; null for anything else. Octets with leading zeros are none, because some programs read
 * them as octal; neither are addresses with a zone (`fe80::1%eth0`), which mean something on one machine only.
 */
export function parseIp(text: string): IpAddressValue | null {
  if (text.length > 45) return null;
  const version = text.includes(':') ? 6 : 4;
  const value = version === 6 ? parseIpv6(text) : parseIpv4(text);
  return value === null ? null : { version, value };
}

function formatIpv4(value: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 0xffn)).join('.');
}

/** RFC 5952: lower case, no leading zeros, the longest run of two or more zero groups (the first of equals) as `::`. */
function formatIpv6(value: bigint): string {
  if (value >> 32n === 0xffffn) return `::ffff:${formatIpv4(value & 0xffff_ffffn)}`;
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - index * 16)) & 0xffffn).toString(16));
  let [start, length] = [0, 0];
  for (let at = 0; at < 8; at += 1) {
    let run = 0;
    while (groups[at + run] === '0') run += 1;
    if (run > length) [start, length] = [at, run];
    at += run;
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + length).join(':')}`;
}

/** The one way an address is written: `192.0.2.1`, `2001:db8::1`, `::ffff:192.0.2.1`. */
export function formatIp({ version, value }: IpAddressValue): string {
  return version === 4 ? formatIpv4(value) : formatIpv6(value);
}

/** Reads `10.0.0.0/8`; an address alone is a network of one. `hostBits`: the address is not the network's first one. */
export function parseCidr(text: string): (IpNetwork & { readonly hostBits: boolean }) | null {
  const [address = '', bits, ...more] = text.split('/');
  const ip = parseIp(address);
  if (!ip || more.length > 0) return null;
  const most = bitsOf(ip.version);
  const length = bits === undefined ? most : OCTET.test(bits) ? Number(bits) : -1;
  if (length < 0 || length > most) return null;
  const host = BigInt(most - length);
  const first = (ip.value >> host) << host;
  return { version: ip.version, first, length, hostBits: first !== ip.value };
}

export function formatCidr({ version, first, length }: IpNetwork): string {
  return `${formatIp({ version, value: first })}/${length}`;
}

/** An address as it is stored, or null. */
export function canonicalAddress(text: string): string | null {
  const ip = parseIp(text.trim());
  return ip && formatIp(ip);
}

/** The network that an address with a mask lies in, `192.168.1.5/24` → `192.168.1.0/24`; null without a mask. */
export function canonicalNetwork(text: string): string | null {
  const network = text.includes('/') ? parseCidr(text.trim()) : null;
  return network && formatCidr(network);
}

/** A network written by its first address, as a prefix must be; null where host bits are set. */
export function canonicalPrefix(text: string): string | null {
  const network = text.includes('/') ? parseCidr(text.trim()) : null;
  return network === null || network.hostBits ? null : formatCidr(network);
}

/** Addresses between commas or blanks, as they are stored: `1.1.1.1, 9.9.9.9`. Null where one is none. */
export function canonicalAddressList(text: string): string | null {
  const addresses = text
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map(canonicalAddress);
  return addresses.length === 0 || addresses.includes(null) ? null : addresses.join(', ');
}

/** Text that sorts as the addresses do, IPv4 first: `4c0000201`, `620010db8…`. */
export function ipSortKey({ version, value }: IpAddressValue): string {
  return `${version}${value.toString(16).padStart(bitsOf(version) / 4, '0')}`;
}

export const ADDRESS_FORM = 'an IPv4 or IPv6 address such as 192.0.2.10 or 2001:db8::10';
export const NETWORK_FORM = 'a network such as 192.0.2.0/24 or 2001:db8::/48';
