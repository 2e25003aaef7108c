import type { SlotMapView } from '../../../shared/contract/component.ts';
import { checkSlots } from '../../../shared/rules/slots.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { partsByAssignment } from '../part/service.ts';
import { fittedOf, slotsOf, slotted, unitsOf, unitView } from './service.ts';

/** The slots of a compute with what is in them, every assignment with its units, and what cannot be true. */
export function slotMapOf(database: ReadDatabase, computeId: string): SlotMapView {
  const slots = slotsOf(database, computeId);
  const fitted = fittedOf(database, computeId);
  const parts = partsByAssignment(database, computeId);
  const { occupants, problems } = checkSlots(slots, fitted.map(slotted));
  const assignments = fitted.map((row) => ({
    ...row,
    units: unitsOf(row, parts.get(row.id) ?? [], slots).map(unitView),
  }));
  const byId = new Map(assignments.map((row) => [row.id, row]));
  const named = slots.map((slot) => {
    const assignmentId = occupants.get(slot.name) ?? null;
    const units = assignmentId === null ? [] : (byId.get(assignmentId)?.units ?? []);
    const unit = units.find((entry) => entry.slot?.toLowerCase() === slot.name.toLowerCase()) ?? null;
    return { ...slot, assignmentId, unit };
  });
  return {
    declared: slots.length > 0,
    slots: named,
    assignments,
    problems: problems.map((problem) => ({ ...problem, assignmentIds: [...problem.assignmentIds] })),
  };
}
