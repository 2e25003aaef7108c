import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { Unit } from '../../../shared/contract/component.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Part } from '../../../shared/domain/part.ts';
import type { Slot } from '../../../shared/domain/slot.ts';
import { assignmentUnits, unitSlots, type AssignmentUnit } from '../../../shared/rules/assignment-units.ts';
import { partForm } from '../../../shared/rules/part-form.ts';
import { slotRangeText } from '../../../shared/rules/slot-range-text.ts';
import { checkSlots, type SlotProblem, type SlottedAssignment } from '../../../shared/rules/slots.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { createRow, removeRows, requireRow, updateRow } from '../object/service.ts';
import { partsOfAssignment, resolvePart } from '../part/service.ts';
import { fittedIn, slotsIn, type Fitted } from './repository.ts';

const DEFINITION = definitionOf('componentAssignment');
const PART = definitionOf('part');

/** Everything fitted in a compute, with catalogue entries. */
export function fittedOf(database: ReadDatabase, computeId: string): readonly Fitted[] {
  return fittedIn(database, computeId);
}

/** The slots of a compute as declared by it or its device type; empty: free text. */
export function slotsOf(database: ReadDatabase, computeId: string): readonly Slot[] {
  return slotsIn(database, computeId);
}

/** An assignment as the slot rule sees it. */
export function slotted(
  part: Pick<Fitted, 'id' | 'component' | 'type' | 'specs' | 'quantity' | 'slot'>,
): SlottedAssignment {
  return {
    id: part.id,
    name: part.component,
    componentType: part.type,
    ...partForm(part.type, part.specs, part.component),
    quantity: part.quantity,
    slot: part.slot,
  };
}

/** What cannot be true of a compute's parts and its slots. */
export function slotProblemsOf(database: ReadDatabase, computeId: string): readonly SlotProblem[] {
  return checkSlots(slotsIn(database, computeId), fittedIn(database, computeId).map(slotted)).problems;
}

/** The units of an assignment with their slots and parts, as many as its quantity. */
export function unitsOf(
  fitted: Pick<Fitted, 'slot' | 'quantity'>,
  parts: readonly Part[],
  slots: readonly Slot[],
): readonly AssignmentUnit<Part>[] {
  const names = new Set(slots.map(({ name }) => name.toLowerCase()));
  return assignmentUnits(
    unitSlots(fitted.slot, fitted.quantity, (name) => names.has(name.toLowerCase())),
    parts,
  );
}

export function unitView({ slot, part }: AssignmentUnit<Part>): Unit {
  return { slot, partId: part?.id ?? null, serial: part?.serial ?? null, assetTag: part?.assetTag ?? null };
}

/** Takes units out of an assignment into one of their own, with their parts; answers the id that holds exactly them. */
export function splitUnits(
  context: WriteContext,
  rules: NounRules,
  assignmentId: string,
  indexes: readonly number[],
): string {
  const record = requireRow(context.database, DEFINITION, assignmentId);
  const assignment = typedRow('componentAssignment', record);
  const quantity = assignment.quantity;
  const wanted = new Set(indexes);
  if (wanted.size === quantity) return assignmentId;
  const slots = slotsIn(context.database, assignment.computeId);
  const units = unitsOf(
    { slot: assignment.slot ?? null, quantity },
    partsOfAssignment(context.database, assignmentId),
    slots,
  );
  const leaving = units.filter((_, index) => wanted.has(index));
  const staying = units.filter((_, index) => !wanted.has(index));
  const { id: _id, ...fields } = record;
  const parked = leaving.flatMap((unit) => (unit.part ? [unit.part] : []));
  // The new row comes without slot and RAID group first: nothing may stand in a slot twice, not even between two writes.
  const made = createRow(context, rules, DEFINITION, { ...fields, quantity: leaving.length, slot: null });
  for (const { id } of parked) updateRow(context, rules, PART, id, { componentAssignmentId: made.id, slot: null });
  updateRow(context, rules, DEFINITION, assignmentId, { quantity: staying.length, slot: slotText(staying) });
  updateRow(context, rules, DEFINITION, made.id, { slot: slotText(leaving) });
  if (leaving.length > 1)
    for (const unit of leaving)
      if (unit.part && unit.slot) updateRow(context, rules, PART, unit.part.id, { slot: unit.slot });
  return made.id;
}

/** Takes one unit, whose part has left already, off an assignment; the last unit takes the assignment with it. */
export function takeUnitOff(context: WriteContext, rules: NounRules, assignmentId: string, slot: string | null): void {
  const assignment = typedRow('componentAssignment', requireRow(context.database, DEFINITION, assignmentId));
  const quantity = assignment.quantity;
  if (quantity === 1) {
    removeRows(context, rules, DEFINITION, [assignmentId]);
    return;
  }
  const units = unitsOf(
    { slot: assignment.slot ?? null, quantity },
    partsOfAssignment(context.database, assignmentId),
    slotsIn(context.database, assignment.computeId),
  );
  const free = units.findIndex((unit) => unit.part === null && (slot === null || unit.slot === slot));
  const staying = units.filter((_, index) => index !== (free < 0 ? units.length - 1 : free));
  updateRow(context, rules, DEFINITION, assignmentId, { quantity: quantity - 1, slot: slotText(staying) });
}

function slotText(units: readonly AssignmentUnit<Part>[]): string | null {
  const names = units.flatMap(({ slot }) => (slot === null ? [] : [slot]));
  return names.length === units.length ? slotRangeText(names) : null;
}

/** What is known of one unit; neither serial number nor asset tag: it is only counted. */
export interface UnitInput {
  readonly partId?: string | null | undefined;
  readonly serial?: string | null | undefined;
  readonly assetTag?: string | null | undefined;
  readonly slot?: string | null | undefined;
}

/**
 * Says the serial number and asset tag of every unit, in the order of the slots. A part that is named, or has the serial
 * number already, stays itself and keeps its history; parts that no unit names any more are deleted.
 */
export function setUnits(
  context: WriteContext,
  rules: NounRules,
  assignmentId: string,
  inputs: readonly UnitInput[],
): readonly Part[] {
  const assignment = typedRow(
    'componentAssignment',
    requireRow(context.database, definitionOf('componentAssignment'), assignmentId),
  );
  const quantity = assignment.quantity;
  if (inputs.length > quantity)
    fail(
      'E_INCOHERENT',
      `${inputs.length} units were given and the quantity is ${quantity}; raise the quantity first.`,
    );
  const present = partsOfAssignment(context.database, assignmentId);
  const kept = matchParts(context, inputs, present);
  const unnamed = present.filter((part) => !kept.includes(part)).map(({ id }) => id);
  if (unnamed.length > 0) removeRows(context, rules, PART, unnamed);
  if (quantity > 1) for (const part of kept) if (part?.slot) updateRow(context, rules, PART, part.id, { slot: null });
  const slots = unitsOf(
    { slot: assignment.slot ?? null, quantity },
    [],
    slotsOf(context.database, assignment.computeId),
  );
  for (const [index, input] of inputs.entries()) {
    if (!input.serial && !input.assetTag) continue;
    const numbers = { serial: input.serial ?? null, assetTag: input.assetTag ?? null };
    const slot = input.slot ?? slots[index]?.slot ?? null;
    const part = kept[index];
    if (part) updateRow(context, rules, PART, part.id, { ...numbers, slot });
    else
      createRow(context, rules, PART, {
        ...numbers,
        slot,
        componentId: assignment.componentId,
        status: 'fitted',
        componentAssignmentId: assignmentId,
      });
  }
  return partsOfAssignment(context.database, assignmentId);
}

function matchParts(
  context: WriteContext,
  inputs: readonly UnitInput[],
  present: readonly Part[],
): readonly (Part | null)[] {
  const left = new Set(present);
  const take = (wanted: (part: Part) => boolean): Part | null => {
    const found = [...left].find(wanted) ?? null;
    if (found) left.delete(found);
    return found;
  };
  const named = inputs.map((input) => {
    if (!input.partId || (!input.serial && !input.assetTag)) return null;
    const { id } = resolvePart(context.database, input.partId);
    return take((part) => part.id === id) ?? fail('E_INCOHERENT', 'The part is not a unit of this assignment.');
  });
  return named.map((part, index) => {
    const serial = inputs[index]?.serial?.toLowerCase();
    return part ?? (serial ? take((other) => other.serial?.toLowerCase() === serial) : null);
  });
}
