import type { CompiledPlan } from './compiled-plan.ts';
import { RESOURCE_COUNT, sameAmounts } from './amounts.ts';
import { compareFigures, copyFigures, createFigures, millionths, readFigures, type Figures } from './figures.ts';
import { BOOKS_LESS, BOOKS_UNKNOWN, type Survivors } from './threshold.ts';

const GPU = RESOURCE_COUNT - 1;

/** Guards the look ahead against rounding: approximate scores err below 1e-9, imbalances below 1e-7. In millionths. */
const SCORE_SLACK = 1e-3;
const IMBALANCE_SLACK = 1.5;

/**
 * The best `size` of the survivors, best first, by exact figures. Where many tie on the score (a fleet of identical
 * machines, or the plateau of the target shape) most are turned away by a look at their imbalance alone.
 */
export function bestOf(plan: CompiledPlan, survivors: Survivors, size: number): Figures[] {
  const best: Figures[] = [];
  const figures = createFigures();
  for (let index = 0; index < survivors.count; index++) {
    const row = survivors.rows[index] ?? 0;
    const last = best.length >= size ? best[best.length - 1] : undefined;
    const booking = survivors.bookings[index] ?? BOOKS_UNKNOWN;
    if (last && booking !== BOOKS_UNKNOWN && isWorse(plan, row, survivors.scores[index] ?? 0, booking, last)) continue;
    readFigures(figures, plan, row);
    if (last && compareFigures(plan.columns, figures, last) >= 0) continue;
    best.splice(insertionIndex(plan, best, figures), 0, copyFigures(figures));
    if (best.length > size) best.pop();
  }
  return best;
}

/** Whether a row certainly ranks behind `last`; false: not certain. */
function isWorse(plan: CompiledPlan, row: number, score: number, booking: number, last: Figures): boolean {
  const { columns, demand } = plan;
  const highestScore = Math.round(score * 1e6 + SCORE_SLACK);
  const lastScore = millionths(last.score);
  if (highestScore !== lastScore) return highestScore < lastScore;
  if (last.measured === 0) return false;
  if (booking === BOOKS_LESS) return last.fitsOrder === 0;
  const fitsOrder = sameAmounts(demand.max, demand.fullMax) ? 0 : 2;
  if (fitsOrder !== last.fitsOrder) return fitsOrder > last.fitsOrder;
  const freeGpu = (columns.total[GPU]?.[row] ?? 0) > (columns.used[GPU]?.[row] ?? 0);
  const strandsGpu = freeGpu && (demand.fullMax[GPU] ?? 0) === 0 ? 1 : 0;
  if (strandsGpu !== last.strandsGpu) return strandsGpu > last.strandsGpu;
  return quickImbalance(plan, row) * 1e6 > millionths(last.imbalance) + IMBALANCE_SLACK;
}

/** Standard deviation of the shares with the whole max booked, by the one-pass formula: quick, not exact. */
function quickImbalance({ columns, demand }: CompiledPlan, row: number): number {
  let [sum, squares, measured] = [0, 0, 0];
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const total = columns.total[resource]?.[row] ?? 0;
    if (total === 0) continue;
    const after = (columns.used[resource]?.[row] ?? 0) + demand.quantity * (demand.max[resource] ?? 0);
    const share = after < total ? after / total : 1;
    sum += share;
    squares += share * share;
    measured++;
  }
  if (measured === 0) return 0;
  const mean = sum / measured;
  return Math.sqrt(Math.max(0, squares / measured - mean * mean));
}

function insertionIndex({ columns }: CompiledPlan, sorted: readonly Figures[], figures: Figures): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = sorted[middle];
    if (entry && compareFigures(columns, entry, figures) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
