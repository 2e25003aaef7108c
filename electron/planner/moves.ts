import type { PlanRequest, PlanService } from '../../shared/domain/plan.ts';
import { FIRST_FIT } from './first-fit.ts';
import type { AdviceProgress, MoveRecommendation } from '../../shared/domain/plan-recommendation.ts';
import { vectorOf } from './amounts.ts';
import { accept, undoOf } from './accept.ts';
import { applyAssignment, setState } from './columns-change.ts';
import { forkColumns, type Booking, type PlannerColumns } from './columns.ts';
import { compareText } from './figures.ts';
import { RESOURCE_BITS } from './patterns.ts';
import { rank, type Ranking } from './rank.ts';
import { missingAmount, rejectedRows } from './rejections.ts';
import type { Turns } from './turns.ts';

/** How many of the closest misses are looked at. */
const LOOKED_AT = 50;

/** How many moves are planned at the most; each plans the whole fleet twice. */
const PLANNED_AT_MOST = 60;

const MEMORY = 1;

interface Movable {
  readonly id: string;
  readonly service: PlanService;
  readonly booking: Booking;
}

/** Whether taking this off a row would leave room for the request, by amounts alone. */
function freesEnough(ranking: Ranking, row: number, { quantity, allocated }: Booking): boolean {
  const code = ranking.scan.codes[row] ?? 0;
  return allocated.every((amount, resource) => {
    return ((code >> resource) & 1) === 0 || missingAmount(ranking, row, resource) <= quantity * amount;
  });
}

/** What runs on a row and would free enough by moving, the least memory first: what is cheapest to move. */
function movablesOn(ranking: Ranking, row: number, services: ReadonlyMap<string, PlanService>): Movable[] {
  const { columns, request } = ranking.plan;
  const memory = ({ booking }: Movable): number => booking.quantity * (booking.allocated[MEMORY] ?? 0);
  return [...columns.bookings]
    .flatMap(([id, rows]): Movable[] => {
      const [service, booking] = [services.get(id), rows.get(row)];
      if (!service || !booking || id === request.service.id || !freesEnough(ranking, row, booking)) return [];
      return [{ id, service, booking }];
    })
    .toSorted((left, right) => memory(left) - memory(right) || compareText(left.service.name, right.service.name));
}

/** All instances of a service, keeping the allocation they have. */
function relocation(service: PlanService, booking: Booking): PlanRequest {
  const allocated = vectorOf(booking.allocated);
  return {
    ...FIRST_FIT,
    service: { ...service, min: allocated, max: allocated },
    quantity: booking.quantity,
  };
}

/** Plans the move and then the request; `fork` is left as it was. */
function moveOff(
  { plan }: Ranking,
  fork: PlannerColumns,
  row: number,
  { id, service, booking }: Movable,
): MoveRecommendation | null {
  const fromComputeId = fork.ids[row] ?? '';
  const { quantity } = booking;
  const before = { quantity, allocated: vectorOf(booking.allocated) };
  applyAssignment(fork, { serviceId: id, computeId: fromComputeId, before, after: null });
  setState(fork, fromComputeId, 'inactive');
  const [target] = rank(fork, relocation(service, booking)).candidates;
  setState(fork, fromComputeId, 'active');
  const placed = target ? accept(fork, id, target) : null;
  const constraints = { ...plan.request.constraints, computeId: fromComputeId };
  const [candidate] = target ? rank(fork, { ...plan.request, constraints, top: 1 }).candidates : [];
  if (placed) applyAssignment(fork, undoOf(placed));
  applyAssignment(fork, { serviceId: id, computeId: fromComputeId, before: null, after: before });
  if (!candidate || !target) return null;
  const { computeId: toComputeId, compute: toCompute } = target;
  const move = { serviceId: id, service: service.name, quantity, fromComputeId, toComputeId, toCompute };
  return { kind: 'move', computeId: fromComputeId, compute: candidate.compute, move, candidate, verified: true };
}

/**
 * Machines that could take the request once one service has moved elsewhere with all its instances, each proven by planning
 * the move under the service's own rules and then the request again. Only computes that nothing but amounts keeps out
 * are considered, closest misses first; per compute the move of least memory.
 */
export function* movesFor(
  ranking: Ranking,
  services: ReadonlyMap<string, PlanService>,
  limit = 5,
): Turns<AdviceProgress, MoveRecommendation[]> {
  const { rows } = rejectedRows(ranking, { offset: 0, limit: LOOKED_AT });
  const tries = rows
    .filter((row) => (ranking.scan.codes[row] ?? 0) >> RESOURCE_BITS === 0)
    .flatMap((row) => movablesOn(ranking, row, services).map((movable) => ({ row, movable })))
    .slice(0, PLANNED_AT_MOST);
  if (tries.length === 0) return [];
  const fork = forkColumns(ranking.plan.columns);
  const found = new Map<number, MoveRecommendation>();
  for (const [done, { row, movable }] of tries.entries()) {
    if (found.size === limit) break;
    yield { phase: 'moving', done, total: tries.length };
    if (found.has(row)) continue;
    const move = moveOff(ranking, fork, row, movable);
    if (move) found.set(row, move);
  }
  return [...found.values()];
}
