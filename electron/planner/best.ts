import { scoreOf } from '../../shared/rules/utilisation-score.ts';
import { RESOURCE_COUNT, sameAmounts } from './amounts.ts';
import { balanceLook, isLessBalanced, isMoreImbalanced, wholeBalance } from './balance.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { compareFigures, createFigures, millionths, rankKeysOf, readFigures, type RankKeys } from './figures.ts';
import { BOOKS_LESS, BOOKS_UNKNOWN, type Threshold } from './threshold.ts';

const GPU = RESOURCE_COUNT - 1;

/** Guards the look ahead against rounding: approximate scores err below 1e-9. In millionths. */
const SCORE_SLACK = 1e-3;
const IMBALANCE_SLACK = 1.5e-6;

/** The best rows found so far, best first. */
export interface BestRows {
  readonly rows: RankKeys[];
  /** Ranks the rows waiting in a threshold exactly and keeps the best `size` of all so far. */
  readonly absorb: (threshold: Threshold) => void;
}

/**
 * Where many rows tie on the score (a fleet of identical machines, or the plateau of the target shape) most are turned
 * away by a look at two of their shares alone, and most of the rest by their shares without working out the booking.
 */
export function createBestRows(plan: CompiledPlan, size: number): BestRows {
  const best: RankKeys[] = [];
  const figures = createFigures();
  const look = lookAhead(plan);
  const absorb = (threshold: Threshold): void => {
    const { waiting, low, high } = threshold;
    for (let index = 0; index < waiting.count; index++) {
      const utilisation = waiting.utilisations[index] ?? 0;
      if (utilisation < low || utilisation > high) continue;
      const row = waiting.rows[index] ?? 0;
      const booking = waiting.bookings[index] ?? BOOKS_UNKNOWN;
      const last = best.length >= size ? best[best.length - 1] : undefined;
      if (last && booking !== BOOKS_UNKNOWN && look(row, utilisation, booking, last)) continue;
      readFigures(figures, plan, row);
      if (last && compareFigures(plan.columns, figures, last) >= 0) continue;
      best.splice(insertionIndex(plan, best, figures), 0, rankKeysOf(figures));
      if (best.length > size) best.pop();
    }
    waiting.count = 0;
    threshold.imbalance = decidingImbalance(plan, best.length >= size ? best[best.length - 1] : undefined);
  };
  return { rows: best, absorb };
}

/** The `fitsOrder` of a row that books the whole of what was asked for at most. */
function wholeFitsOrder({ demand }: CompiledPlan): number {
  return sameAmounts(demand.max, demand.fullMax) ? 0 : 2;
}

/** The top of the shape, in millionths. */
function highestScore({ shape }: CompiledPlan): number {
  return millionths(Math.max(...shape.map((point) => point.score)));
}

/**
 * Beyond which imbalance a row with its whole max certainly ranks behind `last`: known once `last` has the highest score
 * there is, books its whole max too, and strands no GPU, so that only balance can put a row before it.
 */
function decidingImbalance(plan: CompiledPlan, last: RankKeys | undefined): number {
  if (!last || plan.request.judgeEachResource || millionths(last.score) < highestScore(plan)) return Infinity;
  return last.fitsOrder === wholeFitsOrder(plan) && last.strandsGpu === 0 ? last.imbalance + IMBALANCE_SLACK : Infinity;
}

/** Tells whether a row certainly ranks behind `last`, by ever finer figures; false: not certain. */
function lookAhead(plan: CompiledPlan): (row: number, utilisation: number, booking: number, last: RankKeys) => boolean {
  const { columns, demand, shape } = plan;
  const fitsOrder = wholeFitsOrder(plan);
  const needsGpu = (demand.fullMax[GPU] ?? 0) > 0;
  const [gpuTotals, gpuUsed] = [columns.total[GPU], columns.used[GPU]];
  const highest = highestScore(plan);
  const balance = balanceLook(plan);
  const whole = wholeBalance(plan);
  return (row, utilisation, booking, last) => {
    if (last.measured === 0) return false;
    const lastScore = millionths(last.score);
    // At the top of the shape no score can be higher, and a lower one is worse all the more.
    if (lastScore < highest) {
      const score = Math.round(scoreOf(utilisation, shape) * 1e6 + SCORE_SLACK);
      if (score !== lastScore) return score < lastScore;
    }
    if (booking === BOOKS_LESS) return last.fitsOrder === 0;
    if (fitsOrder !== last.fitsOrder) return fitsOrder > last.fitsOrder;
    const strandsGpu = !needsGpu && (gpuTotals?.[row] ?? 0) > (gpuUsed?.[row] ?? 0) ? 1 : 0;
    if (strandsGpu !== last.strandsGpu) return strandsGpu > last.strandsGpu;
    const imbalance = last.imbalance + IMBALANCE_SLACK;
    return isLessBalanced(balance, row, imbalance) || isMoreImbalanced(whole, row, imbalance);
  };
}

function insertionIndex({ columns }: CompiledPlan, sorted: readonly RankKeys[], figures: RankKeys): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = sorted[middle];
    if (entry && compareFigures(columns, entry, figures) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
