import type { ResolutionTarget } from '../../../shared/domain/audit-resolution.ts';
import type { Decision } from '../../../shared/domain/audit-words.ts';
import type { DecisionOptions } from '../../../shared/rules/audit/decision-options.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/found-discrepancy.ts';

/** A decision that is to be written to the record. */
export interface Applied {
  readonly found: FoundDiscrepancy;
  readonly options: DecisionOptions;
  readonly decision: Decision;
  readonly target: ResolutionTarget;
}

/** What a decision comes to: `accept` is what is proposed, with the values given in place of those proposed. */
export function effectOf({ decision, options, target }: Applied): { decision: Decision; target: ResolutionTarget } {
  const meant = decision === 'accept' && options.accepts !== null ? options.accepts : decision;
  return { decision: meant, target: { ...options.target, ...target } };
}

const WRITES: ReadonlySet<Decision> = new Set(['accept', 'create', 'renumber', 'missing', 'spares']);

export function writesRecord(applied: Applied): boolean {
  return WRITES.has(effectOf(applied).decision);
}

/** Whether it is about a part: an unknown one too, unless a person says that it is a device. */
export function isAboutPart(applied: Applied): boolean {
  const { noun } = effectOf(applied).target;
  return applied.found.about === 'part' && (noun === undefined || noun === 'part');
}
