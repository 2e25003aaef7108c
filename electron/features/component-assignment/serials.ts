import { fail } from '../../../shared/contract/failure.ts';
import type { ComponentAssignment } from '../../../shared/domain/component-assignment.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Part } from '../../../shared/domain/part.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { createRow, removeRows, requireRow, updateRow } from '../object/service.ts';
import { partsOfAssignment, resolvePart } from '../part/service.ts';
import { slotsOf, unitsOf } from './service.ts';

const PART = definitionOf('part');

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
  const assignment = requireRow(
    context.database,
    definitionOf('componentAssignment'),
    assignmentId,
  ) as unknown as ComponentAssignment;
  const quantity = Number(assignment.quantity);
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
