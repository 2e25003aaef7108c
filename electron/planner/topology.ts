import type { PlanRequest } from '../../shared/domain/plan.ts';
import type { TopologySpread } from '../../shared/domain/placement-rule.ts';
import { createBitset, writeBit, type Bitset } from './bitset.ts';
import type { PlannerColumns } from './columns.ts';

/** How one topology spread stands: instances per value of its key, before the request. */
export interface TopologyLimit {
  readonly spread: TopologySpread;
  readonly failing: Bitset;
  /** After-count of the value and the least count over the eligible values then; null where the compute lacks the key. */
  readonly outcomeAt: (row: number) => TopologyOutcome | null;
  /** Kept current by whoever places instances one after another; null where no compute has the key. */
  readonly tally: TopologyTally | null;
}

export interface TopologyOutcome {
  readonly after: number;
  readonly least: number;
}

function countPerCode(
  columns: PlannerColumns,
  serviceId: string | null,
  codes: ArrayLike<number>,
): Map<number, number> {
  const counts = new Map<number, number>();
  for (const [row, booking] of (serviceId === null ? undefined : columns.bookings.get(serviceId)) ?? []) {
    const code = codes[row] ?? 0;
    if (code !== 0) counts.set(code, (counts.get(code) ?? 0) + booking.quantity);
  }
  return counts;
}

/** Codes carried by at least one active compute inside the request's scope. */
function eligibleCodes(
  columns: PlannerColumns,
  codes: ArrayLike<number>,
  outOfScope: readonly Bitset[],
): ReadonlySet<number> {
  const eligible = new Set<number>();
  for (let word = 0; word << 5 < columns.rowCount; word++) {
    let open = columns.live[word] ?? 0;
    for (const failing of outOfScope) open &= ~(failing[word] ?? 0);
    while (open !== 0) {
      const lowest = open & -open;
      eligible.add(codes[(word << 5) + 31 - Math.clz32(lowest)] ?? 0);
      open ^= lowest;
    }
  }
  eligible.delete(0);
  return eligible;
}

/** Instances of the service per value of the key, with the least count over the eligible values. */
export class TopologyTally {
  readonly codes: ArrayLike<number>;
  readonly #counts: Map<number, number>;
  readonly #eligible: ReadonlySet<number>;
  readonly #quantity: number;
  readonly #maxSkew: number;
  /** The smallest count, who has it, and the smallest of the others. */
  #first = Infinity;
  #firstCode = 0;
  #second = Infinity;

  constructor(
    codes: ArrayLike<number>,
    counts: Map<number, number>,
    eligible: ReadonlySet<number>,
    { quantity, maxSkew }: { readonly quantity: number; readonly maxSkew: number },
  ) {
    this.codes = codes;
    this.#counts = counts;
    this.#eligible = eligible;
    this.#quantity = quantity;
    this.#maxSkew = maxSkew;
    this.#findLeast();
  }

  outcomeOf(code: number): TopologyOutcome {
    const after = (this.#counts.get(code) ?? 0) + this.#quantity;
    return { after, least: Math.min(after, code === this.#firstCode ? this.#second : this.#first) };
  }

  /** Whether a compute with this value may take the request; one without the key (code 0) may not. */
  admits(code: number): boolean {
    const { after, least } = this.outcomeOf(code);
    return code !== 0 && after - least <= this.#maxSkew;
  }

  /** Counts instances that were placed on a compute with this value. */
  add(code: number, instances: number): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + instances);
    this.#findLeast();
  }

  #findLeast(): void {
    let [first, firstCode, second] = [Infinity, 0, Infinity];
    for (const code of this.#eligible) {
      const count = this.#counts.get(code) ?? 0;
      if (count < first) [first, firstCode, second] = [count, code, first];
      else second = Math.min(second, count);
    }
    [this.#first, this.#firstCode, this.#second] = [first, firstCode, second];
  }
}

/**
 * Which rows a topology spread rejects: those without the key, and those where the count of their value after placing
 * exceeds the least count by more than maxSkew. Eligible values are those of active computes within the request's scope
 * (provider to query); affinity does not narrow them, otherwise adding an affinity could add a candidate.
 */
export function topologyLimit(
  columns: PlannerColumns,
  request: PlanRequest,
  spread: TopologySpread,
  outOfScope: readonly Bitset[],
): TopologyLimit {
  const failing = createBitset(columns.rowCapacity);
  const column = columns.tags.get(spread.key);
  if (!column) return { spread, failing: failing.fill(0xffffffff), outcomeAt: () => null, tally: null };
  const { codes } = column;
  const counts = countPerCode(columns, request.service.id, codes);
  const { quantity } = request;
  const { maxSkew } = spread;
  const tally = new TopologyTally(codes, counts, eligibleCodes(columns, codes, outOfScope), { quantity, maxSkew });
  const rejects = column.values.map((_, code) => !tally.admits(code));
  for (let row = 0; row < columns.rowCount; row++) if (rejects[codes[row] ?? 0]) writeBit(failing, row, true);
  return { spread, failing, outcomeAt: (row) => (codes[row] ? tally.outcomeOf(codes[row] ?? 0) : null), tally };
}
