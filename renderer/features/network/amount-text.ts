import type { PrefixNode } from '../../../shared/contract/network.ts';
import { bitsOf } from '../../../shared/domain/ip.ts';
import { formatCount } from '../../ui/format.ts';

/** Above it nobody counts: powers of ten say more. */
const COUNTED_UP_TO = 1_000_000_000_000n;

/** An amount of addresses: `65,536`, `about 7.9 × 10^28`. */
export function amountText(amount: string): string {
  const value = BigInt(amount);
  if (value < COUNTED_UP_TO) return formatCount(Number(value));
  const power = amount.length - 1;
  const lead = Math.floor(Number(amount.slice(0, 3)) / 10) / 10;
  return `about ${lead} × 10^${power}`;
}

/** A share of a prefix: `23 %`; what is used a little says so, and only what is full is 100 %. */
export function shareText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 1) return '< 1 %';
  if (percent > 99 && percent < 100) return '> 99 %';
  return `${Math.round(percent)} %`;
}

/** The network that begins at an address and has `size` addresses, a power of two: `10.0.1.0/24`. */
export function networkText(first: string, size: string): string {
  const bits = BigInt(size).toString(2).length - 1;
  return `${first}/${bitsOf(first.includes(':') ? 6 : 4) - bits}`;
}

type Use = Pick<PrefixNode, 'used' | 'capacity'>;

/** `2 of 254`; of a prefix that holds others, all addresses count. */
export function ofText({ used, capacity }: Use): string {
  return `${amountText(used)} of ${amountText(capacity)}`;
}

export function usedText(use: Use): string {
  return `${ofText(use)} used`;
}
