import type { z } from 'zod';
import type { Blocker, capacityContract } from '../../../shared/contract/capacity.ts';
import { RESOURCE_KEYS, type ResourceVector } from '../../../shared/domain/resource.ts';
import type { PlanService } from '../../../shared/domain/plan.ts';
import { amountsOf, vectorOf, type Amounts } from '../../planner/amounts.ts';
import { hasBit } from '../../planner/bitset.ts';
import type { PlannerColumns } from '../../planner/columns.ts';
import { compareRows, liveRows, loadedAt } from './fleet-usage.ts';

export type StrandedAnswer = z.output<NonNullable<(typeof capacityContract.stranded)['~orpc']['outputSchema']>>;

export interface Profile {
  readonly name: string;
  readonly need: Amounts;
}

/** Asked for where nothing runs yet, so that an empty fleet has an answer too. */
const SMALLEST: Profile = { name: '1 core with 4 GB', need: [1, 4096, 0, 0, 0] };

/** A service's minimum, or the mean instance of everything that runs, each amount rounded up. */
export function profileOf(columns: PlannerColumns, service: PlanService | null): Profile {
  if (service) return { name: service.name, need: amountsOf(service.min) };
  const sums = RESOURCE_KEYS.map(() => 0);
  let instances = 0;
  for (const rows of columns.bookings.values()) {
    for (const { quantity, allocated } of rows.values()) {
      instances += quantity;
      allocated.forEach((amount, resource) => (sums[resource] = (sums[resource] ?? 0) + amount * quantity));
    }
  }
  // GPUs are held by few: the mean of all would ask every machine for a part of one.
  const shared = ['cores', 'memory', 'nvme'];
  const mean = sums.map((sum, resource) => {
    const key = RESOURCE_KEYS[resource];
    return key !== undefined && shared.includes(key) ? Math.ceil(sum / Math.max(1, instances)) : 0;
  });
  return instances > 0 ? { name: 'the mean instance', need: mean } : SMALLEST;
}

interface RowFit {
  readonly row: number;
  readonly blocker: Blocker;
  readonly fits: number;
  readonly stranded: number[];
}

/**
 * How many more of the profile a row takes: the smallest floor(free / need) over what it needs. The resource with that
 * smallest number blocks it (the first of equal ones); what is then left over is stranded. A resting compute strands all.
 */
function fitOf(columns: PlannerColumns, row: number, need: Amounts): RowFit {
  const free = RESOURCE_KEYS.map((_, resource) =>
    Math.max(0, (columns.total[resource]?.[row] ?? 0) - (columns.used[resource]?.[row] ?? 0)),
  );
  if (!hasBit(columns.active, row)) return { row, blocker: 'state', fits: 0, stranded: free };
  if ((columns.measured[row] ?? 0) === 0) return { row, blocker: 'no-data', fits: 0, stranded: free };
  let blocker: Blocker = 'no-data';
  let fits = Infinity;
  RESOURCE_KEYS.forEach((key, resource) => {
    const amount = need[resource] ?? 0;
    const count = amount > 0 ? Math.floor((free[resource] ?? 0) / amount) : Infinity;
    if (count < fits) [fits, blocker] = [count, key];
  });
  if (fits === Infinity) fits = 0;
  const stranded = free.map((amount, resource) => amount - fits * (need[resource] ?? 0));
  return { row, blocker, fits, stranded };
}

function sumOf(fits: readonly RowFit[]): ResourceVector {
  return vectorOf(
    RESOURCE_KEYS.map((_, resource) => fits.reduce((sum, fit) => sum + (fit.stranded[resource] ?? 0), 0)),
  );
}

/** What blocks every compute from taking more of a profile, and what is stranded there, the most stranded first. */
export function strandedCapacity(columns: PlannerColumns, profile: Profile, limit: number): StrandedAnswer {
  const fits = [...liveRows(columns, null)].map((row) => fitOf(columns, row, profile.need));
  const all = RESOURCE_KEYS.map((_, resource) =>
    Math.max(
      1,
      [...liveRows(columns, null)].reduce((sum, row) => sum + (columns.total[resource]?.[row] ?? 0), 0),
    ),
  );
  const share = (fit: RowFit): number =>
    fit.stranded.reduce((sum, amount, resource) => sum + amount / (all[resource] ?? 1), 0);
  const weighed = fits.map((fit) => ({ fit, share: share(fit) }));
  const sorted = weighed.toSorted(
    (left, right) => right.share - left.share || compareRows(columns, left.fit.row, right.fit.row),
  );
  const byBlocker = [...Map.groupBy(fits, (fit) => fit.blocker)].map(([blocker, group]) => {
    return { blocker, computes: group.length, stranded: sumOf(group) };
  });
  return {
    profile: { name: profile.name, spec: vectorOf(profile.need) },
    blockers: byBlocker.toSorted((left, right) => right.computes - left.computes),
    fits: fits.reduce((sum, fit) => sum + fit.fits, 0),
    total: fits.length,
    rows: sorted.slice(0, limit).map(({ fit }) => ({
      ...loadedAt(columns, fit.row),
      blocker: fit.blocker,
      fits: fit.fits,
      stranded: vectorOf(fit.stranded),
    })),
  };
}
