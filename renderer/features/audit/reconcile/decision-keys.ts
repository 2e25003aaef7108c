import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import type { Decision } from '../../../../shared/domain/audit-words.ts';

/** One key per decision, in the order they are offered. */
export const DECISION_KEYS: readonly { readonly decision: Decision; readonly keys: string }[] = [
  { decision: 'accept', keys: 'a' },
  { decision: 'keep', keys: 'k' },
  { decision: 'create', keys: 'c' },
  { decision: 'renumber', keys: 'n' },
  { decision: 'spares', keys: 's' },
  { decision: 'missing', keys: 'm' },
  { decision: 'ignore', keys: 'i' },
  { decision: 'carry-over', keys: 'o' },
];

export function keyOf(decision: Decision): string {
  return DECISION_KEYS.find((entry) => entry.decision === decision)?.keys ?? '';
}

/** Whether something is still to be decided: not what was written already, nor what the record says by now. */
export function isOpen({ resolution, agreesNow }: AuditDiscrepancy): boolean {
  return resolution === null && !agreesNow;
}

/** Whether a decision was made and is not written yet: it can be taken back. */
export function isNoted({ resolution, refusal }: AuditDiscrepancy): boolean {
  return refusal !== null || (resolution !== null && resolution.appliedAt === null);
}

/** Those of the chosen lines for which the decision makes sense and can still be made. */
export function decidable(lines: readonly AuditDiscrepancy[], decision: Decision): readonly AuditDiscrepancy[] {
  return lines.filter(({ decisions, resolution }) => decisions.includes(decision) && !resolution?.appliedAt);
}

/** The line after this one that is still open, from the start again after the end; the same line when there is none. */
export function nextOpen(lines: readonly AuditDiscrepancy[], from: number): number {
  for (let step = 1; step <= lines.length; step += 1) {
    const index = (from + step) % lines.length;
    const line = lines[index];
    if (line && isOpen(line)) return index;
  }
  return from;
}
