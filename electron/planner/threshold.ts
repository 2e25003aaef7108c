import { scoreOf, utilisationsScoring, type UtilisationShape } from '../../shared/rules/utilisation-score.ts';

/** How a row takes the request: not worked out, the whole max, or less than max; the latter two only where the service is new. */
export const BOOKS_UNKNOWN = 0;
export const BOOKS_MAX = 1;
export const BOOKS_LESS = 2;

/** Candidate rows waiting to be ranked exactly, in parallel arrays of which the first `count` entries count. */
export interface Waiting {
  count: number;
  readonly rows: Int32Array<ArrayBuffer>;
  /** Approximate utilisation; NaN where the score does not come from the mean alone. */
  readonly utilisations: Float64Array<ArrayBuffer>;
  /** One of BOOKS_…: what is known of the booking without working it out again. */
  readonly bookings: Uint8Array<ArrayBuffer>;
}

/** Collects the rows whose approximate score could still be among the best `size`. */
export interface Threshold {
  readonly shape: UtilisationShape;
  /** The best approximate scores so far, a heap with the smallest at index 0. */
  readonly best: Float64Array<ArrayBuffer>;
  filled: number;
  /** Utilisations outside `low` to `high` score too little to be kept. */
  low: number;
  high: number;
  /** Utilisations outside this range do not raise the threshold. */
  raiseLow: number;
  raiseHigh: number;
  /** Rows that book their whole max and are less balanced than this rank behind the best; Infinity while that is not certain. */
  imbalance: number;
  readonly waiting: Waiting;
  /** Called when no more rows can wait, and by the kernel at the end; takes all waiting rows. */
  readonly absorb: (threshold: Threshold) => void;
}

/**
 * Two millionths: exact scores are compared in whole millionths, and the approximate score differs from the exact one by
 * rounding only (below 1e-9), so a row further than this below the k-th best cannot tie with it.
 */
const MARGIN = 2e-6;

/** Widens ranges of utilisation against rounding; far above the error of a mean of five shares. */
const SLACK = 1e-9;

/** Few, so that the best rows are known early and turn most others away. */
const WAITING_AT_MOST = 256;

export function createThreshold(shape: UtilisationShape, size: number, absorb: Threshold['absorb']): Threshold {
  const [low, high] = [-Infinity, Infinity];
  const waiting: Waiting = {
    count: 0,
    rows: new Int32Array(WAITING_AT_MOST),
    utilisations: new Float64Array(WAITING_AT_MOST),
    bookings: new Uint8Array(WAITING_AT_MOST),
  };
  return {
    shape,
    best: new Float64Array(size),
    filled: 0,
    low,
    high,
    raiseLow: low,
    raiseHigh: high,
    imbalance: Infinity,
    waiting,
    absorb,
  };
}

/** Notes a candidate by its approximate utilisation, which the caller has found within `low` to `high`. Each row at most once. */
export function keepByUtilisation(threshold: Threshold, row: number, utilisation: number, booking: number): void {
  keep(threshold, row, utilisation, booking);
  if (utilisation >= threshold.raiseLow && utilisation <= threshold.raiseHigh) {
    raise(threshold, scoreOf(utilisation, threshold.shape));
  }
}

/** Notes a candidate whose score is already exact. */
export function keepByScore(threshold: Threshold, row: number, score: number): void {
  keep(threshold, row, Number.NaN, BOOKS_UNKNOWN);
  raise(threshold, score);
}

function keep(threshold: Threshold, row: number, utilisation: number, booking: number): void {
  const { waiting } = threshold;
  if (waiting.count === WAITING_AT_MOST) threshold.absorb(threshold);
  const { count } = waiting;
  waiting.rows[count] = row;
  waiting.utilisations[count] = utilisation;
  waiting.bookings[count] = booking;
  waiting.count = count + 1;
}

function raise(threshold: Threshold, score: number): void {
  const { best, filled, shape } = threshold;
  if (filled < best.length) {
    siftUp(best, filled, score);
    threshold.filled = filled + 1;
    if (threshold.filled < best.length) return;
  } else if (score > (best[0] ?? 0)) {
    siftDown(best, score);
  } else {
    return;
  }
  const worst = best[0] ?? 0;
  const [low, high] = utilisationsScoring(shape, worst - MARGIN);
  threshold.low = low - SLACK;
  threshold.high = high + SLACK;
  const [raiseLow, raiseHigh] = utilisationsScoring(shape, worst + SLACK);
  threshold.raiseLow = raiseLow;
  threshold.raiseHigh = raiseHigh;
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
