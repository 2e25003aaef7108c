import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { Destination } from '../../../shared/contract/part.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Part } from '../../../shared/domain/part.ts';
import { slotRangeText } from '../../../shared/rules/slot-range-text.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { slotsOf, unitsOf } from '../component-assignment/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, removeRows, requireRow, updateRow } from '../object/service.ts';
import { partsOfAssignment, resolvePart } from './service.ts';

const PART = definitionOf('part');
const ASSIGNMENT = definitionOf('componentAssignment');

/** Today as a calendar day in UTC. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The fields of a part in a place; a place in a compute makes the assignment that the part is fitted in. */
export function fieldsOfPlace(
  context: WriteContext,
  rules: NounRules,
  componentId: string,
  to: Destination,
): Partial<Part> {
  const nowhere = { componentAssignmentId: null, spareShelfId: null, slot: null };
  if (to.kind === 'rma' || to.kind === 'scrap') return { ...nowhere, status: to.kind };
  if (to.kind === 'spare') {
    const spareShelfId = resolveReference(context.database, 'spareShelf', to.shelf, 'shelf');
    return { ...nowhere, status: 'spare', spareShelfId };
  }
  const computeId = resolveReference(context.database, 'compute', to.compute, 'compute');
  const draft = { computeId, componentId, quantity: 1, slot: to.slot ?? null, installedAt: today() };
  const { id } = createRow(context, rules, ASSIGNMENT, draft);
  return { ...nowhere, status: 'fitted', componentAssignmentId: id };
}

/** Takes one unit, whose part has left already, off an assignment; the last unit takes the assignment with it. */
export function takeUnitOff(context: WriteContext, rules: NounRules, assignmentId: string, slot: string | null): void {
  const assignment = typedRow('componentAssignment', requireRow(context.database, ASSIGNMENT, assignmentId));
  const quantity = assignment.quantity;
  if (quantity === 1) {
    removeRows(context, rules, ASSIGNMENT, [assignmentId]);
    return;
  }
  const units = unitsOf(
    { slot: assignment.slot ?? null, quantity },
    partsOfAssignment(context.database, assignmentId),
    slotsOf(context.database, assignment.computeId),
  );
  const free = units.findIndex((unit) => unit.part === null && (slot === null || unit.slot === slot));
  const staying = units.filter((_, index) => index !== (free < 0 ? units.length - 1 : free));
  const names = staying.flatMap((unit) => (unit.slot === null ? [] : [unit.slot]));
  const text = names.length === staying.length ? slotRangeText(names) : null;
  updateRow(context, rules, ASSIGNMENT, assignmentId, { quantity: quantity - 1, slot: text });
}

/** Takes a part out of its place and puts it into another. */
export function movePart(context: WriteContext, rules: NounRules, reference: string, to: Destination): Part {
  const part = resolvePart(context.database, reference);
  const from = part.componentAssignmentId;
  refuseSamePlace(context, part, to);
  const fields = fieldsOfPlace(context, rules, part.componentId, to);
  updateRow(context, rules, PART, part.id, fields);
  if (from !== null) takeUnitOff(context, rules, from, part.slot);
  return typedRow('part', requireRow(context.database, PART, part.id));
}

function refuseSamePlace(context: WriteContext, part: Part, to: Destination): void {
  const shelf = to.kind === 'spare' ? resolveReference(context.database, 'spareShelf', to.shelf, 'shelf') : null;
  const same = shelf === null ? to.kind === part.status : part.spareShelfId === shelf;
  if (same) fail('E_INCOHERENT', 'The part is in that place already.');
}
