import { formatIp, type IpAddressValue } from '../domain/ip.ts';
import { hostRange, sizeOf, type IpBlock } from './ip-math.ts';

/** What is known of a prefix's inside: addresses that cannot be given out, and prefixes that have their own. */
export interface IpSpace {
  readonly block: IpBlock;
  readonly gateway: bigint | null;
  /** Assigned and reserved addresses. */
  readonly used: readonly bigint[];
  /** Prefixes directly inside, apart from each other. */
  readonly children: readonly IpBlock[];
}

/** Blocks by their first address; the child that holds a value is found by halving. */
function holderOf(children: readonly IpBlock[], value: bigint): IpBlock | undefined {
  let [low, high] = [0, children.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((children[middle]?.first ?? 0n) <= value) low = middle + 1;
    else high = middle;
  }
  const child = children[low - 1];
  return child && value <= child.last ? child : undefined;
}

function byFirst(children: readonly IpBlock[]): IpBlock[] {
  return children.toSorted((left, right) => (left.first < right.first ? -1 : 1));
}

/**
 * The next addresses to give out, at most `count`: those after the last one given, then from the start, each once. The
 * network, broadcast and gateway addresses, used ones and those of prefixes inside are skipped (systems.md 5.3, rule 7).
 * Fewer than asked for: the prefix is full. Takes time in the used addresses, never in the size of the prefix.
 */
export function nextFreeAddresses(space: IpSpace, lastGiven: bigint | null, count: number): IpAddressValue[] {
  const { from, to } = hostRange(space.block);
  const children = byFirst(space.children);
  const taken = new Set(space.used);
  if (space.gateway !== null) taken.add(space.gateway);
  const start = lastGiven !== null && lastGiven >= from && lastGiven < to ? lastGiven + 1n : from;
  const found: IpAddressValue[] = [];
  const walk = (first: bigint, last: bigint) => {
    for (let value = first; value <= last && found.length < count;) {
      const child = holderOf(children, value);
      if (child) value = child.last + 1n;
      else {
        if (!taken.has(value)) found.push({ version: space.block.version, value });
        value += 1n;
      }
    }
  };
  walk(start, to);
  walk(from, start - 1n);
  return found;
}

export interface Utilisation {
  readonly capacity: bigint;
  readonly used: bigint;
  /** Used / capacity, 0 to 1. */
  readonly share: number;
}

/**
 * How full a prefix is. With prefixes inside it is their addresses and the taken ones beside them, of all addresses; without,
 * the taken addresses of those that hosts may have. `takenBeside` counts used addresses and the gateway outside `children`.
 */
export function utilisationOf(block: IpBlock, children: readonly IpBlock[], takenBeside: number): Utilisation {
  const { from, to } = hostRange(block);
  const capacity = children.length > 0 ? sizeOf(block) : to - from + 1n;
  const inside = children.reduce((sum, child) => sum + sizeOf(child), 0n);
  const counted = inside + BigInt(takenBeside);
  const used = counted < capacity ? counted : capacity;
  return { capacity, used, share: Number((used * 1_000_000n) / capacity) / 1_000_000 };
}

export type SegmentKind = 'network' | 'broadcast' | 'gateway' | 'prefix' | 'address' | 'free';

/** A run of addresses of one kind; only free runs and prefixes hold more than one. */
export interface Segment {
  readonly kind: SegmentKind;
  readonly first: bigint;
  readonly last: bigint;
  /** Index into the addresses or children given. */
  readonly index: number | null;
}

interface Mark {
  readonly kind: Exclude<SegmentKind, 'free'>;
  readonly first: bigint;
  readonly last: bigint;
  readonly index: number | null;
}

function marksOf(block: IpBlock, gateway: bigint | null, addresses: readonly bigint[], children: readonly IpBlock[]) {
  const recorded = new Set(addresses);
  const { from, to } = hostRange(block);
  const single = (kind: Mark['kind'], value: bigint): Mark => ({ kind, first: value, last: value, index: null });
  const kept = [
    ...(from > block.first ? [single('network', block.first)] : []),
    ...(to < block.last ? [single('broadcast', block.last)] : []),
    ...(gateway !== null && gateway >= from && gateway <= to ? [single('gateway', gateway)] : []),
  ].filter(
    (mark) =>
      !recorded.has(mark.first) && !children.some(({ first, last }) => first <= mark.first && mark.first <= last),
  );
  return [
    ...kept,
    ...children.map(({ first, last }, index): Mark => ({ kind: 'prefix', first, last, index })),
    ...addresses.map((value, index): Mark => ({ ...single('address', value), index })),
  ].toSorted((left, right) => (left.first < right.first ? -1 : left.first > right.first ? 1 : 0));
}

/**
 * Every address of a prefix once, in order, as runs: prefixes inside, recorded addresses that lie in none of them, what is
 * kept back, and free runs between. `addresses` and `children` need no order.
 */
export function mapOf(
  block: IpBlock,
  gateway: bigint | null,
  addresses: readonly bigint[],
  children: readonly IpBlock[],
): Segment[] {
  const segments: Segment[] = [];
  let next = block.first;
  for (const mark of marksOf(block, gateway, addresses, children)) {
    if (mark.first < next) continue;
    if (mark.first > next) segments.push({ kind: 'free', first: next, last: mark.first - 1n, index: null });
    segments.push(mark);
    next = mark.last + 1n;
  }
  if (next <= block.last) segments.push({ kind: 'free', first: next, last: block.last, index: null });
  return segments;
}

/** `192.0.2.7`, or `192.0.2.7 to 192.0.2.12`. */
export function rangeText(version: 4 | 6, first: bigint, last: bigint): string {
  const start = formatIp({ version, value: first });
  return first === last ? start : `${start} to ${formatIp({ version, value: last })}`;
}
