import { expandSlotRange } from './slot-range.ts';

/** A unit of a component assignment: its slot, and the part recorded for it. */
export interface AssignmentUnit<Part> {
  readonly slot: string | null;
  readonly part: Part | null;
}

export interface UnitPart {
  readonly slot: string | null;
}

/**
 * The slots of an assignment's units, as many as its quantity; all null where the text names none, or not as many.
 * @param isSlot tells declared names, so that a name with a hyphen is no range.
 */
export function unitSlots(
  slot: string | null,
  quantity: number,
  isSlot?: (name: string) => boolean,
): readonly (string | null)[] {
  const written = slot?.trim();
  if (written) {
    if (quantity === 1) return [written];
    const range = expandSlotRange(written, isSlot);
    if (range.ok && range.value.length === quantity) return range.value;
  }
  return Array.from({ length: quantity }, () => null);
}

/** Matches the parts of an assignment to its units: each to its slot, those without one to the first units left. */
export function assignmentUnits<Part extends UnitPart>(
  slots: readonly (string | null)[],
  parts: readonly Part[],
): readonly AssignmentUnit<Part>[] {
  const left = [...parts];
  const take = (wanted: (part: Part) => boolean): Part | null => {
    const index = left.findIndex(wanted);
    return index < 0 ? null : (left.splice(index, 1)[0] ?? null);
  };
  const placed = slots.map((slot) => ({
    slot,
    part: slot === null ? null : take((part) => part.slot?.toLowerCase() === slot.toLowerCase()),
  }));
  return placed.map(({ slot, part }) => ({ slot, part: part ?? take(() => true) }));
}
