/** Collects the rows whose approximate score could still be among the best `size`. */
export interface Threshold {
  /** The `size`-th best approximate score so far, a heap with the smallest at index 0. */
  readonly best: Float64Array<ArrayBuffer>;
  filled: number;
  /** Least approximate score worth keeping. */
  limit: number;
  readonly rows: Int32Array<ArrayBuffer>;
  readonly scores: Float64Array<ArrayBuffer>;
  count: number;
}

/**
 * Two millionths: exact scores are compared in whole millionths, and the approximate score differs from the exact one by
 * rounding only (below 1e-9), so a row further than this below the k-th best cannot tie with it.
 */
const MARGIN = 2e-6;

export function createThreshold(size: number, rowCount: number): Threshold {
  return {
    best: new Float64Array(Math.min(size, Math.max(1, rowCount))),
    filled: 0,
    limit: -Infinity,
    rows: new Int32Array(rowCount),
    scores: new Float64Array(rowCount),
    count: 0,
  };
}

/** Notes a candidate; `score` is approximate. Each row at most once. */
export function offer(threshold: Threshold, row: number, score: number): void {
  if (score < threshold.limit) return;
  threshold.rows[threshold.count] = row;
  threshold.scores[threshold.count] = score;
  threshold.count++;
  const { best, filled } = threshold;
  if (filled < best.length) {
    siftUp(best, filled, score);
    threshold.filled = filled + 1;
    if (threshold.filled === best.length) threshold.limit = (best[0] ?? 0) - MARGIN;
  } else if (score > (best[0] ?? 0)) {
    siftDown(best, score);
    threshold.limit = (best[0] ?? 0) - MARGIN;
  }
}

/** The rows still worth ranking exactly. */
export function survivorsOf(threshold: Threshold): Int32Array<ArrayBuffer> {
  const { rows, scores, count, limit } = threshold;
  let kept = 0;
  for (let index = 0; index < count; index++) {
    if ((scores[index] ?? 0) >= limit) rows[kept++] = rows[index] ?? 0;
  }
  return rows.subarray(0, kept);
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
