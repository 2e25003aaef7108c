import { scoreOf } from '../../shared/rules/utilisation-score.ts';
import { RESOURCE_COUNT } from './amounts.ts';
import type { PlannerColumns } from './columns.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { allot, createAllotment, readRoom, type Allotment } from './demand.ts';

/** The exact figures a candidate is ranked by. */
export interface RankKeys {
  readonly row: number;
  /** Resources with a total; 0: no capacity data, no utilisation, score 0, ranked last. */
  readonly measured: number;
  /** 0 max, 1 partial, 2 min-only: the order among equal scores. */
  readonly fitsOrder: number;
  /** 1 when nothing here needs a GPU and the compute has free ones. */
  readonly strandsGpu: number;
  readonly score: number;
  /** Population standard deviation of the shares. */
  readonly imbalance: number;
  /** Distance of the utilisation from what the shape scores best. */
  readonly deviation: number;
  /** The bottleneck's share. */
  readonly highest: number;
}

/** All figures of a row; like its allotment, one record is reused for row after row. */
export interface Figures extends Writable<RankKeys> {
  readonly allotment: Allotment;
  /** Share of each total that is booked after, at most 1; -1 where the compute has none of the resource. */
  readonly shares: Float64Array<ArrayBuffer>;
  /** Mean of the shares. */
  utilisation: number;
}

type Writable<Record> = { -readonly [Key in keyof Record]: Record[Key] };

const GPU = RESOURCE_COUNT - 1;

export function createFigures(): Figures {
  return {
    row: -1,
    allotment: createAllotment(),
    shares: new Float64Array(RESOURCE_COUNT),
    measured: 0,
    fitsOrder: 0,
    strandsGpu: 0,
    score: 0,
    utilisation: 0,
    imbalance: 0,
    deviation: 0,
    highest: 0,
  };
}

/** What a comparison needs, for keeping. */
export function rankKeysOf(figures: Figures): RankKeys {
  const { row, measured, fitsOrder, strandsGpu, score, imbalance, deviation, highest } = figures;
  return { row, measured, fitsOrder, strandsGpu, score, imbalance, deviation, highest };
}

function fitsOrderOf(plan: CompiledPlan, allocated: Float64Array): number {
  const { min, fullMax } = plan.demand;
  let [atMax, atMin] = [true, true];
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    atMax &&= allocated[resource] === fullMax[resource];
    atMin &&= allocated[resource] === min[resource];
  }
  return atMax ? 0 : atMin ? 2 : 1;
}

function readShares(figures: Figures, plan: CompiledPlan, row: number): void {
  const { columns, shape } = plan;
  let [measured, sum, highest, eachScore] = [0, 0, 0, 0];
  for (let resource = 0; resource < RESOURCE_COUNT; resource++) {
    const total = columns.total[resource]?.[row] ?? 0;
    if (total <= 0) {
      figures.shares[resource] = -1;
      continue;
    }
    const after = (columns.used[resource]?.[row] ?? 0) + (figures.allotment.added[resource] ?? 0);
    const share = Math.min(1, after / total);
    figures.shares[resource] = share;
    measured++;
    sum += share;
    highest = Math.max(highest, share);
    if (plan.request.judgeEachResource) eachScore += scoreOf(share, shape);
  }
  const mean = measured > 0 ? sum / measured : 0;
  figures.measured = measured;
  figures.utilisation = mean;
  figures.highest = highest;
  figures.deviation = Math.abs(mean - plan.bestUtilisation);
  if (measured === 0) figures.score = 0;
  else figures.score = plan.request.judgeEachResource ? eachScore / measured : scoreOf(mean, shape);
}

function imbalanceOf(figures: Figures): number {
  if (figures.measured === 0) return 0;
  let squares = 0;
  for (const share of figures.shares) if (share >= 0) squares += (share - figures.utilisation) ** 2;
  return Math.sqrt(squares / figures.measured);
}

/** Fills in score and tie-breakers of a row that can take the request (planner.md section 3). */
export function readFigures(figures: Figures, plan: CompiledPlan, row: number): void {
  const { columns, demand } = plan;
  const { allotment } = figures;
  readRoom(allotment.room, columns, demand, row);
  allot(allotment, demand, plan.bookings.get(row) ?? null);
  figures.row = row;
  figures.fitsOrder = fitsOrderOf(plan, allotment.allocated);
  const freeGpu = (columns.total[GPU]?.[row] ?? 0) > (columns.used[GPU]?.[row] ?? 0);
  figures.strandsGpu = freeGpu && (demand.fullMax[GPU] ?? 0) === 0 ? 1 : 0;
  readShares(figures, plan, row);
  figures.imbalance = imbalanceOf(figures);
}

/** The precision at which figures are compared. */
export const millionths = (value: number): number => Math.round(value * 1e6);

/**
 * The one order of candidates: score, max before partial before min-only, hosts whose free GPUs would be stranded last,
 * balance, distance from what the shape scores best, bottleneck, name by code unit, id. Figures count in millionths.
 * @returns negative when `left` comes first.
 */
export function compareFigures(columns: PlannerColumns, left: RankKeys, right: RankKeys): number {
  return (
    Number(left.measured === 0) - Number(right.measured === 0) ||
    millionths(right.score) - millionths(left.score) ||
    left.fitsOrder - right.fitsOrder ||
    left.strandsGpu - right.strandsGpu ||
    millionths(left.imbalance) - millionths(right.imbalance) ||
    millionths(left.deviation) - millionths(right.deviation) ||
    millionths(left.highest) - millionths(right.highest) ||
    compareText(columns.names[left.row] ?? '', columns.names[right.row] ?? '') ||
    compareText(columns.ids[left.row] ?? '', columns.ids[right.row] ?? '')
  );
}

/** By UTF-16 code unit: the same on every machine, unlike a locale's order. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
