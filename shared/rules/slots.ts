import type { ComponentType } from '../domain/component.ts';
import { SLOT_KINDS, type Slot } from '../domain/slot.ts';
import { canonicalForm, canonicalForms } from './part-names.ts';
import { expandSlotRange } from './slot-range.ts';

export interface SlottedAssignment {
  readonly id: string;
  /** Name of the component, for the sentences. */
  readonly name: string;
  readonly componentType: ComponentType;
  /** `form` of memory, `form_factor` of a disk, `sockets` of a CPU; null when not known. */
  readonly form?: string | null | undefined;
  /** Of memory: DDR4, DDR5; null when not known. */
  readonly generation?: string | null | undefined;
  readonly quantity: number;
  /** One slot, a list or a range: `DIMM0-3`, `A1,A3`; null for none. */
  readonly slot?: string | null | undefined;
}

export interface SlotProblem {
  readonly code: 'SLOT_RANGE' | 'SLOT_UNKNOWN' | 'SLOT_MISFIT' | 'SLOT_TAKEN' | 'SLOT_COUNT' | 'SLOTS_EXCEEDED';
  readonly message: string;
  /** The assignments concerned, the later one first. */
  readonly assignmentIds: readonly string[];
  readonly slot?: string;
}

export interface SlotMap {
  /** Slot name → id of the assignment in it. */
  readonly occupants: ReadonlyMap<string, string>;
  readonly free: readonly Slot[];
  readonly problems: readonly SlotProblem[];
}

const KIND_TYPES: ReadonlyMap<string, readonly ComponentType[]> = new Map(
  SLOT_KINDS.map(({ value, types }) => [value, types]),
);

function accepts(slot: Slot, type: ComponentType): boolean {
  return (slot.fits?.types ?? KIND_TYPES.get(slot.kind) ?? []).includes(type);
}

function formFits(slot: Slot, form: string | null | undefined): boolean {
  const allowed = slot.fits?.forms;
  if (!allowed?.length || !form?.trim()) return true;
  const written = canonicalForms(form);
  return allowed.some((entry) => written.includes(canonicalForm(entry)));
}

function generationFits(slot: Slot, generation: string | null | undefined): boolean {
  const allowed = slot.fits?.generations;
  if (!allowed?.length || !generation) return true;
  return allowed.some((entry) => entry.trim().toLowerCase() === generation.toLowerCase());
}

/** Why a part may not go into a slot, as a sentence; null when it may. */
export function slotMisfit(
  slot: Slot,
  part: Pick<SlottedAssignment, 'name' | 'componentType' | 'form' | 'generation'>,
): string | null {
  if (!accepts(slot, part.componentType)) {
    const takes = (slot.fits?.types ?? KIND_TYPES.get(slot.kind) ?? []).join(', ');
    return `${part.name} is a ${part.componentType} part and slot ${slot.name} takes ${takes}.`;
  }
  if (!formFits(slot, part.form))
    return `${part.name} is ${part.form ?? ''} and slot ${slot.name} takes ${(slot.fits?.forms ?? []).join(', ')}.`;
  if (generationFits(slot, part.generation)) return null;
  return `${part.name} is ${part.generation ?? ''} and slot ${slot.name} takes ${(slot.fits?.generations ?? []).join(', ')}.`;
}

class SlotTable {
  readonly occupants = new Map<string, string>();
  readonly problems: SlotProblem[] = [];
  private readonly byName: ReadonlyMap<string, Slot>;
  private readonly names = new Map<string, string>();

  constructor(slots: readonly Slot[]) {
    this.byName = new Map(slots.map((slot) => [slot.name.toLowerCase(), slot]));
  }

  place(assignment: SlottedAssignment): void {
    const written = assignment.slot?.trim();
    if (!written) return;
    if (!this.byName.has(written.toLowerCase()) && !this.judges(assignment.componentType)) return;
    const range = expandSlotRange(written, (name) => this.byName.has(name.toLowerCase()));
    if (!range.ok) {
      this.report('SLOT_RANGE', range.message, assignment);
      return;
    }
    if (range.value.length !== assignment.quantity) {
      const count = range.value.length === 1 ? '1 slot' : `${range.value.length} slots`;
      this.report(
        'SLOT_COUNT',
        `${assignment.name}: ${written} names ${count} and the quantity is ${assignment.quantity}.`,
        assignment,
      );
    }
    for (const name of range.value) this.occupy(name, assignment);
  }

  private occupy(name: string, assignment: SlottedAssignment): void {
    const slot = this.byName.get(name.toLowerCase());
    if (!slot) {
      this.report('SLOT_UNKNOWN', `${assignment.name}: there is no slot ${name}.`, assignment, name);
      return;
    }
    const misfit = slotMisfit(slot, assignment);
    if (misfit) this.report('SLOT_MISFIT', misfit, assignment, slot.name);
    const occupant = this.occupants.get(slot.name);
    if (occupant === undefined) {
      this.occupants.set(slot.name, assignment.id);
      this.names.set(slot.name, assignment.name);
      return;
    }
    const message = `${assignment.name}: slot ${slot.name} is taken by ${this.names.get(slot.name) ?? occupant}.`;
    this.problems.push({ code: 'SLOT_TAKEN', message, assignmentIds: [assignment.id, occupant], slot: slot.name });
  }

  /** Some slot takes the type; where none does, the list is silent about the type and its slots are free text. */
  private judges(type: ComponentType): boolean {
    return [...this.byName.values()].some((slot) => accepts(slot, type));
  }

  private report(code: SlotProblem['code'], message: string, assignment: SlottedAssignment, slot?: string): void {
    this.problems.push({ code, message, assignmentIds: [assignment.id], ...(slot ? { slot } : {}) });
  }
}

/** More parts of a type than slots that take it, slotted or not. Types without any such slot are not judged. */
function exceeded(slots: readonly Slot[], assignments: readonly SlottedAssignment[]): SlotProblem[] {
  const types = [...new Set(assignments.map(({ componentType }) => componentType))].toSorted();
  return types.flatMap((type) => {
    const available = slots.filter((slot) => accepts(slot, type)).length;
    const fitted = assignments.filter(({ componentType }) => componentType === type);
    const units = fitted.reduce((sum, { quantity }) => sum + Math.max(0, quantity), 0);
    if (available === 0 || units <= available) return [];
    const message = `${units} ${type} parts are fitted and ${available} slots take them.`;
    return [{ code: 'SLOTS_EXCEEDED', message, assignmentIds: fitted.map(({ id }) => id) }];
  });
}

/**
 * Checks the assignments of one compute against its declared slots, in the order given: a part must name existing slots,
 * as many as its quantity, that take it and are not taken. Slot names compare without case. A compute without declared
 * slots accepts any text, and so does a list of slots for a type that none of them takes (memory beside PSU bays only).
 */
export function checkSlots(slots: readonly Slot[], assignments: readonly SlottedAssignment[]): SlotMap {
  if (slots.length === 0) return { occupants: new Map(), free: [], problems: [] };
  const table = new SlotTable(slots);
  for (const assignment of assignments) table.place(assignment);
  return {
    occupants: table.occupants,
    free: slots.filter((slot) => !table.occupants.has(slot.name)),
    problems: [...table.problems, ...exceeded(slots, assignments)],
  };
}

export type SlotProposal =
  | { readonly outcome: 'fits'; readonly slots: readonly string[] }
  | { readonly outcome: 'no free slot' | 'would exceed' | 'refused'; readonly message: string };

/**
 * What would happen if `part` were added: the slots that it names or, when it names none, the first free ones that take
 * it. `would exceed`: slots exist, too few for the quantity are free. A compute without declared slots always fits.
 */
export function proposeSlots(
  slots: readonly Slot[],
  assignments: readonly SlottedAssignment[],
  part: SlottedAssignment,
): SlotProposal {
  if (slots.length === 0) return { outcome: 'fits', slots: [] };
  const others = assignments.filter(({ id }) => id !== part.id);
  if (part.slot?.trim()) {
    const { problems, occupants } = checkSlots(slots, [...others, part]);
    const own = problems.find(({ assignmentIds }) => assignmentIds.includes(part.id));
    if (own) return { outcome: own.code === 'SLOTS_EXCEEDED' ? 'would exceed' : 'refused', message: own.message };
    return { outcome: 'fits', slots: [...occupants].flatMap(([name, id]) => (id === part.id ? [name] : [])) };
  }
  if (!slots.some((slot) => accepts(slot, part.componentType))) return { outcome: 'fits', slots: [] };
  const unslotted = others.filter((other) => other.componentType === part.componentType && !other.slot?.trim());
  const reserved = unslotted.reduce((sum, { quantity }) => sum + quantity, 0);
  const free = checkSlots(slots, others)
    .free.filter((slot) => slotMisfit(slot, part) === null)
    .slice(reserved);
  if (free.length >= part.quantity)
    return { outcome: 'fits', slots: free.slice(0, part.quantity).map(({ name }) => name) };
  if (free.length === 0) return { outcome: 'no free slot', message: `${part.name}: no free slot takes it.` };
  const message = `${part.name}: ${part.quantity} are to be fitted and ${free.length} free slots take them.`;
  return { outcome: 'would exceed', message };
}
