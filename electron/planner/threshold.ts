/** Collects the rows whose approximate score could still be among the best `size`. */
export interface Threshold {
  /** The best approximate scores so far, a heap with the smallest at index 0. */
  readonly best: Float64Array<ArrayBuffer>;
  filled: number;
  /** Least approximate score worth keeping. */
  limit: number;
  kept: Survivors;
}

/** How a row takes the request: not worked out, the whole max, or less than max; the latter two only where the service is new. */
export const BOOKS_UNKNOWN = 0;
export const BOOKS_MAX = 1;
export const BOOKS_LESS = 2;

/** Rows to be ranked exactly; parallel arrays of which the first `count` entries count. */
export interface Survivors {
  count: number;
  readonly rows: Int32Array<ArrayBuffer>;
  readonly scores: Float64Array<ArrayBuffer>;
  /** What is known of the booking without working it out again. */
  readonly bookings: Uint8Array<ArrayBuffer>;
}

/**
 * Two millionths: exact scores are compared in whole millionths, and the approximate score differs from the exact one by
 * rounding only (below 1e-9), so a row further than this below the k-th best cannot tie with it.
 */
const MARGIN = 2e-6;

const FIRST_CAPACITY = 4_096;

function createSurvivors(capacity: number): Survivors {
  return {
    count: 0,
    rows: new Int32Array(capacity),
    scores: new Float64Array(capacity),
    bookings: new Uint8Array(capacity),
  };
}

export function createThreshold(size: number, rowCount: number): Threshold {
  const best = new Float64Array(Math.min(size, Math.max(1, rowCount)));
  return { best, filled: 0, limit: -Infinity, kept: createSurvivors(FIRST_CAPACITY) };
}

/** Notes a candidate; `score` is approximate. Each row at most once. @returns whether the limit rose. */
export function offer(threshold: Threshold, row: number, score: number, booking: number): boolean {
  if (score < threshold.limit) return false;
  let { kept } = threshold;
  if (kept.count === kept.rows.length) kept = makeRoom(threshold);
  kept.rows[kept.count] = row;
  kept.scores[kept.count] = score;
  kept.bookings[kept.count] = booking;
  kept.count++;
  const { best, filled } = threshold;
  if (filled < best.length) {
    siftUp(best, filled, score);
    threshold.filled = filled + 1;
    if (threshold.filled < best.length) return false;
  } else if (score > (best[0] ?? 0)) {
    siftDown(best, score);
  } else {
    return false;
  }
  const before = threshold.limit;
  threshold.limit = (best[0] ?? 0) - MARGIN;
  return threshold.limit > before;
}

/** The rows still worth ranking exactly. */
export function survivorsOf(threshold: Threshold): Survivors {
  copyWorthwhile(threshold.kept, threshold.kept, threshold.limit);
  return threshold.kept;
}

function makeRoom(threshold: Threshold): Survivors {
  const { kept, limit } = threshold;
  copyWorthwhile(kept, kept, limit);
  if (kept.count > kept.rows.length / 2) {
    threshold.kept = createSurvivors(kept.rows.length * 2);
    copyWorthwhile(kept, threshold.kept, limit);
  }
  return threshold.kept;
}

function copyWorthwhile(from: Survivors, to: Survivors, limit: number): void {
  let count = 0;
  for (let index = 0; index < from.count; index++) {
    const score = from.scores[index] ?? 0;
    if (score < limit) continue;
    to.rows[count] = from.rows[index] ?? 0;
    to.scores[count] = score;
    to.bookings[count] = from.bookings[index] ?? 0;
    count++;
  }
  to.count = count;
}

function siftUp(heap: Float64Array, start: number, value: number): void {
  let slot = start;
  while (slot > 0) {
    const parent = (slot - 1) >> 1;
    const above = heap[parent] ?? 0;
    if (above <= value) break;
    heap[slot] = above;
    slot = parent;
  }
  heap[slot] = value;
}

function siftDown(heap: Float64Array, value: number): void {
  const half = heap.length >> 1;
  let slot = 0;
  while (slot < half) {
    let child = 2 * slot + 1;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
    const below = heap[child] ?? 0;
    if (below >= value) break;
    heap[slot] = below;
    slot = child;
  }
  heap[slot] = value;
}
