import { fail } from '../../../shared/contract/failure.ts';
import { FIRST_FIT } from '../../planner/first-fit.ts';
import type { PlanRequest, PlanService, Verdict } from '../../../shared/domain/plan.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import type { WriteContext } from '../../db/write-context.ts';
import { accept } from '../../planner/accept.ts';
import { forkColumns, type PlannerColumns } from '../../planner/columns.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { writeBooking } from './booking.ts';
import { explainOne } from './service.ts';

export interface ManyMachines {
  readonly service: PlanService;
  readonly computeIds: readonly string[];
  /** On each of them. */
  readonly quantity: number;
  readonly basis: PlanRequest['basis'];
}

/** What each compute would be booked with, or why it cannot take it; each on top of those before it. */
export function previewMany(columns: PlannerColumns, wanted: ManyMachines): Verdict[] {
  const { service, quantity, basis } = wanted;
  const fork = forkColumns(columns);
  return wanted.computeIds.map((computeId) => {
    const request = { ...FIRST_FIT, service, quantity, basis, constraints: { computeId } };
    const verdict = explainOne(fork, request, computeId);
    if (verdict.verdict === 'candidate' && service.id !== null) accept(fork, service.id, verdict);
    return verdict;
  });
}

export interface ManyChoice {
  readonly onlyFitting: boolean;
  readonly overrideReason?: string | undefined;
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
      writeBooking(context, rules, { serviceId, computeId, quantity, allocated: service.min, overrideReason });
    } else continue;
    booked++;
  }
  return { booked, skipped: overrideReason === undefined ? skipped : [] };
}
