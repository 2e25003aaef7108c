import type { Verdict } from '../../../shared/domain/plan.ts';
import type { ResourceSpec } from '../../../shared/domain/service.ts';

/** What becomes of those that cannot take it. */
export type Unfit = 'leave' | 'override';

export interface ManyDraft {
  readonly serviceId: string;
  /** On each compute, as typed. */
  readonly quantity: string;
  readonly basis: 'max' | 'min';
  readonly unfit: Unfit;
  readonly reason: string;
}

export const EMPTY_MANY: ManyDraft = { serviceId: '', quantity: '1', basis: 'max', unfit: 'leave', reason: '' };

const MOST_INSTANCES = 100_000;

export type QuantityReading =
  | { readonly ok: true; readonly quantity: number }
  | { readonly ok: false; readonly message: string };

export function readQuantity(text: string): QuantityReading {
  const quantity = Number(text.trim());
  if (Number.isInteger(quantity) && quantity >= 1 && quantity <= MOST_INSTANCES) return { ok: true, quantity };
  return { ok: false, message: `Instances on each must be a whole number from 1 to 100,000; "${text}" was given.` };
}

export interface ManyOutcome {
  /** How many computes would be booked as the draft stands. */
  readonly booked: number;
  readonly fitting: number;
  readonly refused: number;
  /** Why nothing can be booked yet; null when it can. */
  readonly missing: string | null;
}

/** What booking would do with these verdicts. */
export function outcomeOf({ unfit, reason }: ManyDraft, rows: readonly Verdict[]): ManyOutcome {
  const fitting = rows.filter(({ verdict }) => verdict === 'candidate').length;
  const refused = rows.length - fitting;
  const override = refused > 0 && unfit === 'override';
  const booked = override ? rows.length : fitting;
  const missing =
    override && reason.trim() === ''
      ? 'Placing against capacity or rules needs a reason.'
      : booked === 0
        ? 'None of the selected computes can take it.'
        : null;
  return { booked, fitting, refused, missing };
}

/** What the preview showed, for the booking to hold to. */
export function previewedOf(rows: readonly Verdict[]): Record<string, ResourceSpec> {
  return Object.fromEntries(
    rows.flatMap((row) =>
      row.verdict === 'candidate'
        ? [[row.computeId, Object.fromEntries(Object.entries(row.allocated).filter(([, amount]) => amount > 0))]]
        : [],
    ),
  );
}
