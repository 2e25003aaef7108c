import { typedRow } from '../../db/typed-row.ts';
import { fail, type FailureCode } from '../../../shared/contract/failure.ts';
import type { ComponentAssignment } from '../../../shared/domain/component-assignment.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { raidLevelLabel } from '../../../shared/domain/raid-level.ts';
import type { Slot } from '../../../shared/domain/slot.ts';
import { unitSlots } from '../../../shared/rules/assignment-units.ts';
import { slotRangeText } from '../../../shared/rules/slot-range-text.ts';
import { checkSlots, slotMisfit, type SlotProblem, type SlottedAssignment } from '../../../shared/rules/slots.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { componentName, requireComponent } from '../component/service.ts';
import { partsOfAssignment } from '../part/service.ts';
import { fittedOf, slotsOf, slotted } from './service.ts';

/** Slot, RAID group and serial numbers of an assignment, in the transaction that writes it. */
export const componentAssignmentRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const assignment = typedRow('componentAssignment', after);
    if (differs(before, after, ['raidLevel', 'raidGroup', 'hotSpare', 'computeId', 'componentId']))
      refuseMixedRaid(context.database, assignment);
    if (differs(before, after, ['slot', 'quantity', 'computeId', 'componentId']))
      refuseSlot(context.database, assignment);
    if (before) keepParts(context, before, assignment);
  },
};

/** Refuses an assignment that its compute does not take: its slot, its RAID group. Nothing is written. */
export function refuseUnfit(database: ReadDatabase, assignment: ComponentAssignment): void {
  refuseMixedRaid(database, assignment);
  refuseSlot(database, assignment);
}

function differs(before: StoredRecord | null, after: StoredRecord, keys: readonly string[]): boolean {
  return before === null || keys.some((key) => before[key] !== after[key]);
}

function refuseSlot(database: ReadDatabase, assignment: ComponentAssignment): void {
  if (assignment.slot === null) return;
  const slots = slotsOf(database, assignment.computeId);
  if (slots.length === 0) return;
  const component = requireComponent(database, assignment.componentId);
  const own = slotted({
    ...assignment,
    quantity: assignment.quantity,
    component: componentName(component),
    type: component.type,
    specs: component.specs,
  });
  const others = fittedOf(database, assignment.computeId)
    .filter(({ id }) => id !== assignment.id)
    .map(slotted);
  const problem = checkSlots(slots, [...others, own]).problems.find(
    ({ code, assignmentIds }) => code !== 'SLOTS_EXCEEDED' && assignmentIds[0] === own.id,
  );
  if (problem) refuseWith(problem, own, checkSlots(slots, others).free);
}

function refuseWith(problem: SlotProblem, own: SlottedAssignment, free: readonly Slot[]): never {
  const names = free.filter((slot) => slotMisfit(slot, own) === null).map(({ name }) => name);
  const allowed = names.length === 0 ? 'no slot that takes it is free' : `free slots: ${slotRangeText(names)}`;
  const occupantId = problem.assignmentIds[1];
  return fail('E_SLOT', `${problem.message} Allowed: ${allowed}.`, {
    fields: [{ path: 'slot', message: problem.message, value: own.slot, allowed }],
    details: { ...(problem.slot ? { slot: problem.slot } : {}), ...(occupantId ? { occupantId } : {}) },
  });
}

function refuseField(code: FailureCode, path: string, message: string, value: unknown): never {
  return fail(code, message, { fields: [{ path, message, value }] });
}

/** A RAID group has one level; only storage is in one. */
function refuseMixedRaid(database: ReadDatabase, assignment: ComponentAssignment): void {
  const { raidLevel, raidGroup, hotSpare } = assignment;
  const group = raidGroup?.trim().toLowerCase();
  if (!group && !raidLevel && !hotSpare) return;
  const component = requireComponent(database, assignment.componentId);
  if (component.type !== 'storage')
    refuseField(
      'E_RAID',
      'raidLevel',
      `${componentName(component)} is a ${component.type} part; only storage is in a RAID group.`,
      raidLevel,
    );
  if (!group || hotSpare || !raidLevel) return;
  const other = fittedOf(database, assignment.computeId).find(
    (fitted) =>
      fitted.id !== assignment.id &&
      !fitted.hotSpare &&
      fitted.raidGroup?.trim().toLowerCase() === group &&
      fitted.raidLevel !== null &&
      fitted.raidLevel !== raidLevel,
  );
  if (!other?.raidLevel) return;
  const message = `RAID group ${raidGroup} is ${raidLevelLabel(other.raidLevel)}, and ${raidLevelLabel(raidLevel)} was given; a group has one level. Change the level of the whole group in the Storage tab.`;
  refuseField('E_RAID', 'raidLevel', message, raidLevel);
}

/** Parts stay units of their assignment: not more than its quantity, of its component, in its slots. */
function keepParts(context: WriteContext, before: StoredRecord, after: ComponentAssignment): void {
  if (!differs(before, after, ['quantity', 'componentId', 'slot'])) return;
  const parts = partsOfAssignment(context.database, after.id);
  if (parts.length === 0) return;
  const quantity = after.quantity;
  if (before['componentId'] !== after.componentId)
    refuseField(
      'E_INCOHERENT',
      'componentId',
      `${parts.length} units have serial numbers; swap the parts instead of changing the component.`,
      after.componentId,
    );
  if (parts.length > quantity)
    refuseField(
      'E_INCOHERENT',
      'quantity',
      `${parts.length} units have serial numbers, more than the quantity ${quantity}; move or remove those parts first.`,
      quantity,
    );
  const slots = unitSlots(after.slot ?? null, quantity);
  const [only = null] = slots;
  for (const part of parts) {
    const known = slots.some((slot) => slot !== null && slot.toLowerCase() === part.slot?.toLowerCase());
    const slot = quantity === 1 ? (only !== null && only.length <= 64 ? only : null) : known ? part.slot : null;
    context.update(definitionOf('part'), part, { slot });
  }
}
