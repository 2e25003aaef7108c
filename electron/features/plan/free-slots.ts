import { SLOT_KINDS, type Slot } from '../../../shared/domain/slot.ts';
import type { FormedPart } from '../../../shared/rules/part-form.ts';
import { narrowSlots } from '../../../shared/rules/slot-narrowing.ts';
import { checkSlots, slotMisfit, type SlottedAssignment } from '../../../shared/rules/slots.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { groupSlots, type FreeSlots } from '../../planner/catalogue.ts';
import { fittedOf, slotsOf, slotted } from '../component-assignment/service.ts';

const CHOICE: ReadonlyMap<string, number> = new Map(SLOT_KINDS.map(({ value, types }) => [value, types.length]));

/** The slots that take a part, those that take little else first: a network card goes into an OCP slot before a PCIe slot. */
function taking(slots: readonly Slot[], part: SlottedAssignment): Slot[] {
  return slots
    .filter((slot) => slotMisfit(slot, part) === null)
    .toSorted((left, right) => (CHOICE.get(left.kind) ?? 0) - (CHOICE.get(right.kind) ?? 0));
}

export function formedOf({ name, componentType, form, generation }: SlottedAssignment): FormedPart {
  return { name, componentType, form: form ?? null, generation: generation ?? null };
}

/** Slots less what is fitted, narrowed to what the machine's parts show that they take; null where none are declared. */
export function freeSlotsOf(database: ReadDatabase, computeId: string): FreeSlots | null {
  const declared = slotsOf(database, computeId);
  if (declared.length === 0) return null;
  const fitted = fittedOf(database, computeId).map(slotted);
  const slots = narrowSlots(declared, fitted.map(formedOf));
  const { free, occupants } = checkSlots(slots, fitted);
  const left = new Set(free);
  const unsure = new Set<Slot['kind']>();
  const placed = Map.groupBy(occupants.values(), (id) => id);
  for (const part of fitted) {
    const unplaced = part.quantity - (placed.get(part.id)?.length ?? 0);
    for (const slot of taking([...left], part).slice(0, Math.max(0, unplaced))) {
      left.delete(slot);
      unsure.add(slot.kind);
    }
  }
  const open = [...left];
  const units = (type: string): number =>
    fitted.reduce((sum, part) => (part.componentType === type ? sum + part.quantity : sum), 0);
  return {
    groups: [
      ...groupSlots(open.filter(({ kind }) => !unsure.has(kind))),
      ...groupSlots(
        open.filter(({ kind }) => unsure.has(kind)),
        false,
      ),
    ],
    sockets: slots.filter(({ kind }) => kind === 'cpu').length,
    memorySlots: slots.filter(({ kind }) => kind === 'dimm').length,
    cpus: units('cpu'),
    dimms: units('ram'),
    cpuName: fitted.find(({ componentType }) => componentType === 'cpu')?.name ?? null,
  };
}
