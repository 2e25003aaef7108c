import type { Candidate, Fits, ResourceBar } from '../../shared/domain/plan.ts';
import { RESOURCE_COUNT, resourceAt, vectorOf } from './amounts.ts';
import { amountAt } from './columns.ts';
import type { CompiledPlan } from './compiled-plan.ts';
import { STORED_STEP } from './demand.ts';
import type { Figures } from './figures.ts';

const FITS: readonly Fits[] = ['max', 'partial', 'min-only'];

function barsOf({ columns }: CompiledPlan, figures: Figures): ResourceBar[] {
  const bars: ResourceBar[] = [];
  for (let index = 0; index < RESOURCE_COUNT; index++) {
    const total = amountAt(columns.total, figures.row, index);
    const usedBefore = amountAt(columns.used, figures.row, index);
    const usedAfter = usedBefore + (figures.allotment.added[index] ?? 0);
    if (total <= 0 && usedAfter <= 0) continue;
    const before = total > 0 ? usedBefore / total : 1;
    const after = total > 0 ? usedAfter / total : 1;
    bars.push({ resource: resourceAt(index), total, usedBefore, usedAfter, before, after });
  }
  return bars;
}

/** A ranked row as plain data: what the wizard draws, and exactly what accepting it books. */
export function candidateOf(plan: CompiledPlan, figures: Figures, rank: number): Candidate {
  const { columns, request } = plan;
  const { row, allotment } = figures;
  const booking = plan.bookings.get(row) ?? null;
  const resources = barsOf(plan, figures);
  const measured = figures.measured > 0;
  const overbooked = resources.some((bar) => bar.usedAfter > bar.total);
  return {
    computeId: columns.ids[row] ?? '',
    compute: columns.names[row] ?? '',
    verdict: 'candidate',
    rank,
    score: figures.score,
    utilisation: measured ? figures.utilisation : null,
    utilisationBefore: measured ? (columns.base[row] ?? 0) : null,
    bottleneck: measured
      ? { resource: resourceAt(figures.shares.indexOf(figures.highest)), utilisation: figures.highest }
      : null,
    imbalance: figures.imbalance,
    strandsGpu: figures.strandsGpu === 1,
    fits: FITS[figures.fitsOrder] ?? 'max',
    step: allotment.step === STORED_STEP ? null : allotment.step,
    quantity: request.quantity,
    quantityBefore: booking?.quantity ?? 0,
    allocated: vectorOf(allotment.allocated),
    allocatedBefore: booking ? vectorOf(booking.allocated) : null,
    resources,
    badges: [...(overbooked ? (['OVERBOOKED'] as const) : []), ...(measured ? [] : (['NO_CAPACITY_DATA'] as const))],
  };
}
