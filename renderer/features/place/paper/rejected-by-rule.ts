import type { PlanRule, Rejection, RejectionReason } from '../../../../shared/domain/plan.ts';

/** Whether a reason comes from a rule of the request. */
export function comesFrom(reason: RejectionReason, rule: PlanRule): boolean {
  if ('rule' in reason) return reason.rule === rule.rule;
  if ('resource' in reason) return rule.code === 'INSUFFICIENT' && rule.about === reason.resource;
  if (reason.code === 'TAG') return rule.code === 'TAG' && rule.about === reason.key;
  return reason.code === rule.code;
}

export interface RuledOut {
  readonly row: Rejection;
  readonly reason: RejectionReason;
  /** Reasons besides this one. */
  readonly others: number;
}

/** The computes that a rule keeps out, in the order they came: closest misses first. */
export function ruledOutBy(rows: readonly Rejection[], rule: PlanRule): readonly RuledOut[] {
  return rows.flatMap((row) => {
    const reason = row.reasons.find((entry) => comesFrom(entry, rule));
    return reason ? [{ row, reason, others: row.reasons.length - 1 }] : [];
  });
}
