import type { Slot } from '../domain/slot.ts';
import { homeKinds, memoryOfSockets, type FormedPart } from './part-form.ts';

function distinct(values: readonly (string | null)[]): string[] {
  return [...new Set(values.filter((value) => value !== null))].toSorted();
}

/**
 * Slots as far as their machine's own parts show what they take: a slot that does not declare its socket, form or
 * generation of memory takes what is fitted in slots of its kind already, and memory that runs with the CPUs that are
 * there. What is declared stays; where nothing is known, nothing is narrowed.
 */
export function narrowSlots(slots: readonly Slot[], fitted: readonly FormedPart[]): Slot[] {
  const formsOf = (kind: Slot['kind']): string[] =>
    distinct(
      fitted
        .filter(({ componentType, form }) => form !== null && homeKinds(componentType, form).includes(kind))
        .flatMap(({ form }) => form?.split(',').map((word) => word.trim()) ?? null),
    );
  const own = distinct(fitted.map(({ generation }) => generation));
  const byCpu = distinct(
    fitted.map(({ componentType, form }) => (componentType === 'cpu' && form ? memoryOfSockets(form) : null)),
  );
  const generations = own.length > 0 ? own : byCpu;
  return slots.map((slot) => {
    const forms = slot.fits?.forms?.length ? slot.fits.forms : formsOf(slot.kind);
    const memory = slot.fits?.generations?.length ? slot.fits.generations : slot.kind === 'dimm' ? generations : [];
    const fits = {
      ...slot.fits,
      ...(forms.length > 0 ? { forms } : {}),
      ...(memory.length > 0 ? { generations: memory } : {}),
    };
    return Object.keys(fits).length > 0 ? { ...slot, fits } : slot;
  });
}
