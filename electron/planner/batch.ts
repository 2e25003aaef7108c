import type { Candidate, PlanRequest } from '../../shared/domain/plan.ts';
import type { BatchPlan, BatchStep, Unplaced } from '../../shared/domain/plan-recommendation.ts';
import { RESOURCE_COUNT, amountsOf } from './amounts.ts';
import { accept } from './accept.ts';
import { certificateOf, lowerBoundOf } from './batch-bound.ts';
import { candidateOf } from './candidate.ts';
import { forkColumns, type PlannerColumns } from './columns.ts';
import { compilePlan } from './compiled-plan.ts';
import { compareText, createFigures, readFigures, type Figures } from './figures.ts';
import { scalarKernel } from './kernel-scalar.ts';
import { rank } from './rank.ts';

const GPU = RESOURCE_COUNT - 1;

/** A service's place in the queue: hardest to place first. */
interface Queued {
  readonly request: PlanRequest;
  readonly gpu: number;
  /** Largest share of any one resource of the largest compute. */
  readonly dominantShare: number;
  readonly eligible: number;
}

interface Attempt {
  readonly steps: readonly BatchStep[];
  /** Instances left over per request, in the order given. */
  readonly leftOver: ReadonlyMap<PlanRequest, number>;
}

function queueOf(columns: PlannerColumns, requests: readonly PlanRequest[]): PlanRequest[] {
  const largest = columns.total.map((column) => {
    let most = 1;
    for (const amount of column) most = Math.max(most, amount);
    return most;
  });
  const queued = requests.map((request): Queued => {
    const min = amountsOf(request.service.min);
    const shares = min.map((amount, resource) => (amount > 0 ? amount / (largest[resource] ?? 1) : 0));
    const eligible = rank(columns, { ...request, quantity: 1, top: 1 }).candidateCount;
    return { request, gpu: min[GPU] ?? 0, dominantShare: Math.max(...shares), eligible };
  });
  return queued
    .toSorted(
      (left, right) =>
        right.gpu - left.gpu ||
        right.dominantShare - left.dominantShare ||
        left.eligible - right.eligible ||
        compareText(left.request.service.name, right.request.service.name) ||
        compareText(left.request.service.id ?? '', right.request.service.id ?? ''),
    )
    .map((entry) => entry.request);
}

/** Sum over resources of the squared share left free afterwards: the smaller, the tighter the fit. */
function residual(figures: Figures): number {
  return figures.shares.reduce((sum, share) => (share >= 0 ? sum + (1 - share) ** 2 : sum), 0);
}

/** Size of an empty compute for this request: how often the request's scarcest resource goes into it. */
function sizeFor(columns: PlannerColumns, request: PlanRequest, row: number): number {
  const ratios = amountsOf(request.service.min).map((amount, resource) =>
    amount > 0 ? (columns.total[resource]?.[row] ?? 0) / amount : Infinity,
  );
  return Math.min(...ratios);
}

/**
 * The best row for one instance: max before partial before min-only; a compute already in use before an empty one; among
 * those in use the tightest fit, among empty ones the largest for this request; then name and id.
 */
function bestFit(columns: PlannerColumns, request: PlanRequest): Candidate | null {
  const plan = compilePlan(columns, request);
  const { codes } = scalarKernel.scan(plan);
  const figures = createFigures();
  let best: { keys: readonly number[]; row: number } | null = null;
  for (let row = 0; row < codes.length; row++) {
    if (codes[row] !== 0) continue;
    readFigures(figures, plan, row);
    const open = (columns.base[row] ?? 0) > 0;
    const tightness = open ? residual(figures) : -sizeFor(columns, request, row);
    const keys = [figures.fitsOrder, open ? 0 : 1, Math.round(tightness * 1e9)];
    if (best && comparePlaces(columns, keys, row, best.keys, best.row) >= 0) continue;
    best = { keys, row };
  }
  if (!best) return null;
  readFigures(figures, plan, best.row);
  return candidateOf(plan, figures, 1);
}

function comparePlaces(
  columns: PlannerColumns,
  left: readonly number[],
  row: number,
  right: readonly number[],
  other: number,
): number {
  const difference = left.map((key, index) => key - (right[index] ?? 0)).find((value) => value !== 0);
  return (
    difference ??
    (compareText(columns.names[row] ?? '', columns.names[other] ?? '') ||
      compareText(columns.ids[row] ?? '', columns.ids[other] ?? ''))
  );
}

function attempt(original: PlannerColumns, queue: readonly PlanRequest[], basis: PlanRequest['basis']): Attempt {
  const columns = forkColumns(original);
  const steps: BatchStep[] = [];
  const leftOver = new Map<PlanRequest, number>();
  for (const [index, request] of queue.entries()) {
    // A size without a stored service still needs a name to count its own spread by.
    const serviceId = request.service.id ?? `ad-hoc ${index}`;
    const single: PlanRequest = { ...request, quantity: 1, basis, service: { ...request.service, id: serviceId } };
    let remaining = request.quantity;
    for (; remaining > 0; remaining--) {
      const candidate = bestFit(columns, single);
      if (!candidate) break;
      accept(columns, serviceId, candidate);
      steps.push({ serviceId: request.service.id, service: request.service.name, candidate });
    }
    if (remaining > 0) leftOver.set(request, remaining);
  }
  return { steps, leftOver };
}

function leftOverCount({ leftOver }: Attempt): number {
  return leftOver.values().reduce((sum, count) => sum + count, 0);
}

/**
 * Places several services, each with its quantity, in one run by best-fit-decreasing: identical instances together, ordered
 * by GPU need, dominant share, fewest eligible computes, name. Every rule holds at every step; the columns given are not
 * touched. If some instances find no room at the requested basis, all are tried again at min and the better plan is kept.
 * What stays out carries a proof, or says that there is none: the heuristic is not exact.
 */
export function planBatch(columns: PlannerColumns, requests: readonly PlanRequest[]): BatchPlan {
  const queue = queueOf(columns, requests);
  const wantsMax = requests.some((request) => request.basis === 'max');
  const first = attempt(columns, queue, wantsMax ? 'max' : 'min');
  const second = wantsMax && first.leftOver.size > 0 ? attempt(columns, queue, 'min') : first;
  const best = leftOverCount(second) < leftOverCount(first) ? second : first;
  const unplaced = requests.flatMap((request): Unplaced[] => {
    const quantity = best.leftOver.get(request) ?? 0;
    if (quantity === 0) return [];
    const { id, name } = request.service;
    return [{ serviceId: id, service: name, quantity, certificate: certificateOf(columns, request, requests) }];
  });
  return {
    feasible: unplaced.length === 0,
    basis: best === first && wantsMax ? 'max' : 'min',
    steps: [...best.steps],
    unplaced,
    placed: best.steps.length,
    requested: requests.reduce((sum, request) => sum + request.quantity, 0),
    computesUsed: new Set(best.steps.map((step) => step.candidate.computeId)).size,
    lowerBound: lowerBoundOf(columns, requests),
  };
}
