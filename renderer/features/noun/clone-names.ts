import { bitsOf, formatCidr, formatIp, parseCidr } from '../../../shared/domain/ip.ts';

/** The networks of the same size after a network, or the addresses after an address; null for other names. */
function networksAfter(name: string, copies: number): readonly string[] | null {
  const network = parseCidr(name);
  if (!network || network.hostBits) return null;
  const { version, first, length } = network;
  const step = 1n << BigInt(bitsOf(version) - length);
  const after = Array.from({ length: copies }, (_unused, index) => first + step * BigInt(index + 1));
  return after
    .filter((value) => value >> BigInt(bitsOf(version)) === 0n)
    .map((value) =>
      name.includes('/') ? formatCidr({ version, first: value, length }) : formatIp({ version, value }),
    );
}

/**
 * Names for copies of `name` that count on where it stops: `db-07` → `db-08`, `db-09`; `db` → `db-2`, `db-3`;
 * `10.0.0.0/24` → `10.0.1.0/24`. Leading zeros are kept.
 */
export function cloneNames(name: string, copies: number): readonly string[] {
  const networks = networksAfter(name, copies);
  if (networks) return networks;
  const digits = /\d+$/.exec(name)?.[0];
  const stem = digits === undefined ? `${name}-` : name.slice(0, -digits.length);
  const first = digits === undefined ? 2 : Number(digits) + 1;
  return Array.from(
    { length: copies },
    (_unused, index) => stem + String(first + index).padStart(digits?.length ?? 1, '0'),
  );
}

/** One name per line, blank lines left out. */
export function namesIn(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
