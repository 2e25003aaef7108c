import type { MapSegment } from '../../../shared/contract/network.ts';
import { bitsOf, formatCidr, formatIp, parseIp, type IpNetwork } from '../../../shared/domain/ip.ts';
import { readBlock } from '../../../shared/rules/ip-math.ts';

/** Up to here a map has a cell for every address; above, this many blocks of equal size. */
const ADDRESS_CELLS_AT_MOST = 1024n;
const BLOCK_BITS = 8;

/** A cell of the map of a prefix: one address, or a block of them. */
export interface MapCell {
  /** `10.0.0.5`, or the network of a block. */
  readonly label: string;
  /** What holds the only address, or `block`. `unknown`: the map was cut off before it. */
  readonly kind: MapSegment['kind'] | 'block' | 'unknown';
  /** The run that the cell lies in; of a block null, unless one run covers it. */
  readonly segment: MapSegment | null;
  /** Share of the cell that cannot be given out, 0 to 1. */
  readonly share: number;
  /** Recorded addresses and prefixes that touch the cell. */
  readonly recorded: number;
}

interface Run {
  readonly first: bigint;
  readonly last: bigint;
  readonly segment: MapSegment;
}

function runsOf(segments: readonly MapSegment[]): Run[] {
  return segments.map((segment) => ({
    first: parseIp(segment.first)?.value ?? 0n,
    last: parseIp(segment.last)?.value ?? 0n,
    segment,
  }));
}

/** Whether addresses of the run are gone: all but free ones and those that are only on record. */
function isUsed({ kind, state }: MapSegment): boolean {
  return kind !== 'free' && state !== 'available';
}

/** The cells of a prefix in order. `segments` are its runs from the first address on, perhaps not all of them. */
export function mapCells(cidr: string, segments: readonly MapSegment[]): readonly MapCell[] {
  const block = readBlock(cidr);
  const runs = runsOf(segments);
  const size = block.last - block.first + 1n;
  const length = size <= ADDRESS_CELLS_AT_MOST ? bitsOf(block.version) : block.length + BLOCK_BITS;
  const step = 1n << BigInt(bitsOf(block.version) - length);
  const cells: MapCell[] = [];
  let at = 0;
  for (let first = block.first; first <= block.last; first += step) {
    const last = first + step - 1n;
    while (at < runs.length && (runs[at]?.last ?? 0n) < first) at += 1;
    const inside: Run[] = [];
    for (let index = at; index < runs.length; index += 1) {
      const run = runs[index];
      if (!run || run.first > last) break;
      inside.push(run);
    }
    cells.push(cellOf({ version: block.version, first, length }, last, inside));
  }
  return cells;
}

function cellOf(network: IpNetwork, last: bigint, runs: readonly Run[]): MapCell {
  const { version, first } = network;
  const [run] = runs;
  const single = first === last;
  const label = single ? formatIp({ version, value: first }) : formatCidr(network);
  if (!run) return { label, kind: 'unknown', segment: null, share: 0, recorded: 0 };
  const covered = runs.length === 1 && run.first <= first && run.last >= last ? run.segment : null;
  const used = runs
    .filter(({ segment }) => isUsed(segment))
    .reduce((sum, each) => sum + overlap(each, first, last), 0n);
  return {
    label,
    kind: single ? run.segment.kind : 'block',
    segment: covered,
    share: Number((used * 1_000_000n) / (last - first + 1n)) / 1_000_000,
    recorded: runs.filter(({ segment }) => segment.id !== null).length,
  };
}

function overlap(run: Run, first: bigint, last: bigint): bigint {
  const from = run.first > first ? run.first : first;
  const to = run.last < last ? run.last : last;
  return to - from + 1n;
}
