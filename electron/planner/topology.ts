import type { PlanRequest } from '../../shared/domain/plan.ts';
import type { TopologySpread } from '../../shared/domain/placement-rule.ts';
import { createBitset, writeBit, type Bitset } from './bitset.ts';
import type { PlannerColumns } from './columns.ts';

/** How one topology spread stands: instances per value of its key, before the request. */
export interface TopologyLimit {
  readonly spread: TopologySpread;
  readonly failing: Bitset;
  /** After-count of the value and the least count over the eligible values then; null where the compute lacks the key. */
  readonly outcomeAt: (row: number) => { readonly after: number; readonly least: number } | null;
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

/** Codes carried by at least one active compute inside the request's scope, with the smallest count and the next one. */
function eligibleLeast(
  columns: PlannerColumns,
  codes: ArrayLike<number>,
  counts: Map<number, number>,
  outOfScope: readonly Bitset[],
) {
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
  let [first, firstCode, second] = [Infinity, 0, Infinity];
  for (const code of eligible) {
    const count = counts.get(code) ?? 0;
    if (count < first) [first, firstCode, second] = [count, code, first];
    else second = Math.min(second, count);
  }
  return { first, firstCode, second };
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
  if (!column) return { spread, failing: failing.fill(0xffffffff), outcomeAt: () => null };
  const { codes } = column;
  const counts = countPerCode(columns, request.service.id, codes);
  const { first, firstCode, second } = eligibleLeast(columns, codes, counts, outOfScope);
  const outcomeOf = (code: number) => {
    const after = (counts.get(code) ?? 0) + request.quantity;
    return { after, least: Math.min(after, code === firstCode ? second : first) };
  };
  const rejects = column.values.map((_, code) => {
    const { after, least } = outcomeOf(code);
    return code === 0 || after - least > spread.maxSkew;
  });
  for (let row = 0; row < columns.rowCount; row++) if (rejects[codes[row] ?? 0]) writeBit(failing, row, true);
  return { spread, failing, outcomeAt: (row) => (codes[row] ? outcomeOf(codes[row] ?? 0) : null) };
}
