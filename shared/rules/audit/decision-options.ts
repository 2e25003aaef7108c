import type { ResolutionTarget } from '../../domain/audit-resolution.ts';
import type { Decision } from '../../domain/audit-words.ts';

/** The ways to leave a record as it is. */
export const LEAVING: readonly Decision[] = ['keep', 'ignore', 'carry-over'];

/** What can be done about a discrepancy. */
export interface DecisionOptions {
  /** The proposed one first. */
  readonly decisions: readonly Decision[];
  /** What `accept` means here; null: there is nothing to propose, a person must say what is to be done. */
  readonly accepts: Decision | null;
  readonly target: ResolutionTarget;
  /** Values of the target that a person must still give. */
  readonly needs: readonly (keyof ResolutionTarget)[];
}

/** Of what was not found, a device or a part. */
export const MISSING_OPTIONS: DecisionOptions = {
  decisions: ['missing', 'accept', 'keep', 'spares', 'ignore', 'carry-over'],
  accepts: 'missing',
  target: {},
  needs: [],
};
