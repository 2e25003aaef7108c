import type { RejectionReason } from '../../../shared/domain/plan.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';

/** A reason without the path of its rule, which the group it stands in already names. */
export function reasonWords(reason: RejectionReason): string {
  const text = reasonText(reason);
  return 'rule' in reason ? text.replace(` (${reason.rule})`, '') : text;
}
