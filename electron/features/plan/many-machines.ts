import { fail } from '../../../shared/contract/failure.ts';
import { FIRST_FIT } from '../../planner/first-fit.ts';
import type { PlanRequest, PlanService, Verdict } from '../../../shared/domain/plan.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { accept } from '../../planner/accept.ts';
import { vectorOf } from '../../planner/amounts.ts';
import { explainCompute } from '../../planner/explain.ts';
import { rank } from '../../planner/rank.ts';
import { forkColumns, type PlannerColumns } from '../../planner/columns.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { refuseChanged, refuseRejected, withoutZeros, writeBooking } from './booking.ts';
import { explainOne } from './service.ts';

export interface ManyMachines {
  readonly service: PlanService;
  readonly computeIds: readonly string[];
  /** On each of them. */
  readonly quantity: number;
  readonly basis: PlanRequest['basis'];
  readonly shape: PlanRequest['shape'];
}

/** What each compute would be booked with, or why it cannot take it; each on top of those before it. */
export function previewMany(columns: PlannerColumns, wanted: ManyMachines): Verdict[] {
  const { service, quantity, basis, shape } = wanted;
  // Only a spread over places lets one compute change what another may take.
  if (service.placement.topologySpread.length === 0) return previewTogether(columns, wanted);
  const fork = forkColumns(columns);
  return wanted.computeIds.map((computeId) => {
    const request = { ...FIRST_FIT, service, quantity, basis, shape, constraints: { computeId } };
    const verdict = explainOne(fork, request, computeId);
    if (verdict.verdict === 'candidate' && service.id !== null) accept(fork, service.id, verdict);
    return verdict;
  });
}

/** All of them by one pass over the fleet. */
function previewTogether(columns: PlannerColumns, wanted: ManyMachines): Verdict[] {
  const { service, quantity, basis, shape, computeIds } = wanted;
  const constraints = { computeIds: [...computeIds] };
  const request = { ...FIRST_FIT, service, quantity, basis, shape, constraints, top: computeIds.length };
  const ranking = rank(columns, request);
  const candidates = new Map<string, Verdict>(ranking.candidates.map((candidate) => [candidate.computeId, candidate]));
  return computeIds.map(
    (id) =>
      candidates.get(id) ??
      explainCompute(ranking, id) ??
      fail('E_NOT_FOUND', 'The compute is not known to the planner.'),
  );
}

export interface ManyChoice {
  readonly onlyFitting: boolean;
  readonly overrideReason?: string | undefined;
  /** What a preview showed each fitting compute to be booked with, by id. */
  readonly previewed?: Readonly<Record<string, ResourceSpec>> | undefined;
}

interface Skipped {
  readonly computeId: string;
  readonly compute: string;
  readonly reasons: string[];
}

function skippedOf(verdicts: readonly Verdict[]): Skipped[] {
  return verdicts.flatMap((verdict) => {
    if (verdict.verdict === 'candidate') return [];
    const { computeId, compute, reasons } = verdict;
    return [{ computeId, compute, reasons: reasons.map(reasonText) }];
  });
}

/** What is booked is what was shown, or nothing. */
function refuseOther(service: string, verdicts: readonly Verdict[], previewed: Readonly<Record<string, ResourceSpec>>) {
  for (const verdict of verdicts) {
    const shown = previewed[verdict.computeId];
    if (verdict.verdict === 'candidate') refuseChanged(verdict, shown ?? {});
    else if (shown) refuseRejected(service, verdict);
  }
}

/** What an override books: as the instances that are there, else the minimum. */
function overriddenAmounts(columns: PlannerColumns, service: PlanService, computeId: string): ResourceSpec {
  const row = columns.rowOf.get(computeId) ?? -1;
  const present = columns.bookings.get(service.id ?? '')?.get(row);
  return present ? withoutZeros(vectorOf(present.allocated)) : service.min;
}

/** Books the service on all of the computes, or on none; see `assignment.toMany` for the two ways out. */
export function assignToMany(
  context: WriteContext,
  rules: NounRules,
  columns: PlannerColumns,
  wanted: ManyMachines,
  choice: ManyChoice,
): { booked: number; skipped: Skipped[] } {
  const { service, quantity } = wanted;
  const { overrideReason } = choice;
  const verdicts = previewMany(columns, wanted);
  if (choice.previewed) refuseOther(service.name, verdicts, choice.previewed);
  const skipped = skippedOf(verdicts);
  const [first] = skipped;
  const serviceId = service.id ?? '';
  if (first && !choice.onlyFitting && overrideReason === undefined)
    fail(
      'E_CAPACITY',
      `${skipped.length} of ${verdicts.length} computes cannot take ${service.name}; nothing was booked. ${first.compute}: ${first.reasons.join(' ')}`,
      { details: { skipped } },
    );
  let booked = 0;
  for (const verdict of verdicts) {
    const { computeId } = verdict;
    if (verdict.verdict === 'candidate') {
      writeBooking(context, rules, { serviceId, computeId, quantity, allocated: verdict.allocated });
    } else if (overrideReason !== undefined) {
      const allocated = overriddenAmounts(columns, service, computeId);
      writeBooking(context, rules, { serviceId, computeId, quantity, allocated, overrideReason });
    } else continue;
    booked++;
  }
  return { booked, skipped: overrideReason === undefined ? skipped : [] };
}
