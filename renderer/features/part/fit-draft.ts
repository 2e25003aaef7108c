import { parseQuantity } from '../../../shared/domain/units.ts';

/** What the form for fitting a component holds, as typed. */
export interface FitDraft {
  readonly component: string;
  readonly quantity: string;
  readonly slot: string;
  readonly serials: readonly string[];
  readonly installedAt: string;
  readonly warrantyEnd: string;
  readonly notes: string;
}

/** More units than these are counted, and their serial numbers entered later or by the grid. */
export const MOST_SERIAL_FIELDS = 96;

export function emptyFit(slot: string | null): FitDraft {
  return { component: '', quantity: '1', slot: slot ?? '', serials: [], installedAt: '', warrantyEnd: '', notes: '' };
}

export type FitReading =
  | { readonly ok: true; readonly quantity: number; readonly input: FitInput }
  | { readonly ok: false; readonly message: string };

export interface FitInput {
  readonly component: string;
  readonly quantity: number;
  readonly slot: string | null;
  readonly serials: string[];
  readonly installedAt: string | null;
  readonly warrantyEnd: string | null;
  readonly notes: string | null;
}

/** The serial numbers in the order of the units; they may end early, but none may be left out in the middle. */
function serialsInOrder(serials: readonly string[], quantity: number): string[] | null {
  const written = serials.slice(0, quantity).map((serial) => serial.trim());
  const end = written.findLastIndex((serial) => serial !== '') + 1;
  const filled = written.slice(0, end);
  return filled.includes('') ? null : filled;
}

/** What the form says, or the sentence for what cannot be read. */
export function readFit(draft: FitDraft): FitReading {
  if (draft.component === '') return { ok: false, message: 'Choose a component.' };
  const quantity = parseQuantity(draft.quantity, 'count', 'Quantity');
  if (!quantity.ok) return { ok: false, message: quantity.message };
  if (quantity.value < 1) return { ok: false, message: 'Quantity must be at least 1.' };
  const serials = serialsInOrder(draft.serials, quantity.value);
  if (!serials)
    return {
      ok: false,
      message: 'A serial number is missing between two others; fill the line or clear those after it.',
    };
  const input = {
    component: draft.component,
    quantity: quantity.value,
    slot: draft.slot.trim() || null,
    serials,
    installedAt: draft.installedAt || null,
    warrantyEnd: draft.warrantyEnd || null,
    notes: draft.notes.trim() || null,
  };
  return { ok: true, quantity: quantity.value, input };
}
