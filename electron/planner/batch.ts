import type { PlanRequest } from '../../shared/domain/plan.ts';
import type { BatchPlan, BatchProgress, BatchStep, Unplaced } from '../../shared/domain/plan-recommendation.ts';
import { RESOURCE_COUNT, amountsOf } from './amounts.ts';
import { batchTotals, certificateOf, lowerBoundOf, type BatchTotals } from './batch-bound.ts';
import { BestFit } from './best-fit.ts';
import { forkColumns, type PlannerColumns } from './columns.ts';
import { compareText } from './figures.ts';
import { rank } from './rank.ts';
import { during, wholeOf, type Turns } from './turns.ts';

type BatchTurns<Result> = Turns<BatchProgress, Result>;

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

function* queueOf(columns: PlannerColumns, requests: readonly PlanRequest[], total: number): BatchTurns<PlanRequest[]> {
  const largest = columns.total.map((column) => {
    let most = 1;
    for (const amount of column) most = Math.max(most, amount);
    return most;
  });
  const queued: Queued[] = [];
  for (const request of requests) {
    const min = amountsOf(request.service.min);
    const shares = min.map((amount, resource) => (amount > 0 ? amount / (largest[resource] ?? 1) : 0));
    const eligible = rank(columns, { ...request, quantity: 1, top: 1 }).candidateCount;
    queued.push({ request, gpu: min[GPU] ?? 0, dominantShare: Math.max(...shares), eligible });
    yield { phase: 'placing', done: 0, total };
  }
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

function* attempt(
  original: PlannerColumns,
  queue: readonly PlanRequest[],
  basis: PlanRequest['basis'],
  phase: BatchProgress['phase'],
): BatchTurns<Attempt> {
  const columns = forkColumns(original);
  const steps: BatchStep[] = [];
  const leftOver = new Map<PlanRequest, number>();
  const total = instancesOf(queue);
  let done = 0;
  for (const [index, request] of queue.entries()) {
    // A size without a stored service still needs a name to count its own spread by.
    const places = new BestFit(columns, { ...request, basis }, request.service.id ?? `ad-hoc ${index}`);
    yield* during(places.look(), { phase, done, total });
    let remaining = request.quantity;
    for (; remaining > 0; remaining--) {
      const candidate = places.placeNext();
      if (!candidate) break;
      steps.push({ serviceId: request.service.id, service: request.service.name, candidate });
      yield { phase, done: ++done, total };
    }
    done += remaining;
    if (remaining > 0) leftOver.set(request, remaining);
  }
  return { steps, leftOver };
}

function instancesOf(requests: readonly PlanRequest[]): number {
  return requests.reduce((sum, request) => sum + request.quantity, 0);
}

function leftOverCount({ leftOver }: Attempt): number {
  return leftOver.values().reduce((sum, count) => sum + count, 0);
}

/** Why instances stayed out, service by service in the order asked for. */
function* unplacedOf(
  columns: PlannerColumns,
  requests: readonly PlanRequest[],
  totals: BatchTotals,
  { leftOver }: Attempt,
): BatchTurns<Unplaced[]> {
  const unplaced: Unplaced[] = [];
  for (const request of requests) {
    const quantity = leftOver.get(request) ?? 0;
    if (quantity === 0) continue;
    const { id, name } = request.service;
    unplaced.push({ serviceId: id, service: name, quantity, certificate: certificateOf(columns, request, totals) });
    yield { phase: 'proving', done: unplaced.length, total: leftOver.size };
  }
  return unplaced;
}

/**
 * Places several services, each with its quantity, in one run by best-fit-decreasing: identical instances together, ordered
 * by GPU need, dominant share, fewest eligible computes, name. Every rule holds at every step; the columns given are not
 * touched. If some instances find no room at the requested basis, all are tried again at min and the better plan is kept.
 * What stays out carries a proof, or says that there is none: the heuristic is not exact.
 *
 * Yields how far it is after each small piece of work; the columns must not change until it has returned.
 */
export function* batchTurns(columns: PlannerColumns, requests: readonly PlanRequest[]): BatchTurns<BatchPlan> {
  const requested = instancesOf(requests);
  const queue = yield* queueOf(columns, requests, requested);
  const wantsMax = requests.some((request) => request.basis === 'max');
  const first = yield* attempt(columns, queue, wantsMax ? 'max' : 'min', 'placing');
  const again = wantsMax && first.leftOver.size > 0;
  const second = again ? yield* attempt(columns, queue, 'min', 'placing-at-min') : first;
  const best = leftOverCount(second) < leftOverCount(first) ? second : first;
  const proving = { phase: 'proving', done: 0, total: best.leftOver.size } as const;
  const totals = yield* during(batchTotals(columns, requests), proving);
  const unplaced = yield* unplacedOf(columns, requests, totals, best);
  return {
    feasible: unplaced.length === 0,
    basis: best === first && wantsMax ? 'max' : 'min',
    steps: [...best.steps],
    unplaced,
    placed: best.steps.length,
    requested,
    computesUsed: new Set(best.steps.map((step) => step.candidate.computeId)).size,
    lowerBound: lowerBoundOf(totals, requests),
  };
}

/** The whole of `batchTurns` in one go. */
export function planBatch(columns: PlannerColumns, requests: readonly PlanRequest[]): BatchPlan {
  return wholeOf(batchTurns(columns, requests));
}
