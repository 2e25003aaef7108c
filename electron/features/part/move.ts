import { typedRow } from '../../db/typed-row.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { Destination } from '../../../shared/contract/part.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Part } from '../../../shared/domain/part.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { takeUnitOff } from '../component-assignment/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, requireRow, updateRow } from '../object/service.ts';
import { resolvePart } from './service.ts';

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
