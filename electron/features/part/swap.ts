import type { partContract } from '../../../shared/contract/part.ts';
import type { InferContractRouterInputs } from '@orpc/contract';
import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Part } from '../../../shared/domain/part.ts';
import type { AssignmentUnit } from '../../../shared/rules/assignment-units.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { fittedOf, slotsOf, splitUnits, unitsOf } from '../component-assignment/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, updateRow } from '../object/service.ts';
import { fieldsOfPlace, today } from './move.ts';
import { partsNamed } from './repository.ts';
import { partsByAssignment, resolvePart } from './service.ts';
import { changeLooseUnits } from './stock.ts';
import { noteSwap } from './swap-note.ts';

export type SwapInput = InferContractRouterInputs<typeof partContract>['swap'];

const PART = definitionOf('part');
const ASSIGNMENT = definitionOf('componentAssignment');

interface Target {
  readonly assignmentId: string;
  readonly componentId: string;
  readonly failed: boolean;
  readonly quantity: number;
  readonly index: number;
  readonly unit: AssignmentUnit<Part>;
}

function targetsIn(database: ReadDatabase, computeId: string): Target[] {
  const slots = slotsOf(database, computeId);
  const parts = partsByAssignment(database, computeId);
  return fittedOf(database, computeId).flatMap((fitted) =>
    unitsOf(fitted, parts.get(fitted.id) ?? [], slots).map((unit, index) => ({
      assignmentId: fitted.id,
      componentId: fitted.componentId,
      failed: fitted.failed,
      quantity: fitted.quantity,
      index,
      unit,
    })),
  );
}

/** The unit that goes: named by its part, its slot, or an assignment that holds only it. */
function targetOf(database: ReadDatabase, computeId: string, input: SwapInput): Target {
  const targets = targetsIn(database, computeId);
  const partId = input.part === undefined ? null : resolvePart(database, input.part).id;
  const slot = input.slot?.toLowerCase();
  const assignmentId =
    input.assignment === undefined
      ? null
      : resolveReference(database, 'componentAssignment', input.assignment, 'assignment');
  if (partId === null && slot === undefined && assignmentId === null)
    fail('E_REQUIRED', 'Say which part goes: its slot, its serial number, or its component assignment.');
  const found = targets.filter(
    (target) =>
      (partId === null || target.unit.part?.id === partId) &&
      (slot === undefined || target.unit.slot?.toLowerCase() === slot) &&
      (assignmentId === null || target.assignmentId === assignmentId),
  );
  const [first] = found;
  if (!first) {
    const message =
      input.slot === undefined ? 'That part is not in this compute.' : `Nothing is fitted in slot ${input.slot}.`;
    const allowed = targets.flatMap(({ unit }) => unit.slot ?? []).join(', ') || 'no slot is named';
    fail('E_NOT_FOUND', message, { fields: [{ path: 'slot', message, value: input.slot, allowed }] });
  }
  if (found.length === 1) return first;
  return fail('E_AMBIGUOUS', `${found.length} units could be meant; name the slot or the serial number.`);
}

/** What becomes of the old unit: its part moves; without a part it is recorded, counted, or gone. */
function sendAway(context: WriteContext, rules: NounRules, target: Target, input: SwapInput): string | null {
  const { oldGoesTo: to, oldSerial } = input;
  const { componentId, unit } = target;
  const part = unit.part;
  if (!part && !oldSerial && to.kind === 'rma')
    fail('E_REQUIRED', 'A part that goes to RMA needs its serial number; scan it as the old serial number.', {
      fields: [{ path: 'oldSerial', message: 'Scan the serial number of the old part.' }],
    });
  if (!part && !oldSerial && to.kind === 'scrap') return null;
  if (!part && !oldSerial && to.kind === 'spare') {
    changeLooseUnits(
      context,
      rules,
      componentId,
      resolveReference(context.database, 'spareShelf', to.shelf, 'shelf'),
      1,
    );
    return null;
  }
  const fields = fieldsOfPlace(context, rules, componentId, to);
  if (part)
    updateRow(context, rules, PART, part.id, {
      ...fields,
      ...(part.serial === null && oldSerial ? { serial: oldSerial } : {}),
    });
  else if (oldSerial) return createRow(context, rules, PART, { componentId, serial: oldSerial, ...fields }).id;
  return part?.id ?? null;
}

/** A spare with the scanned serial number leaves its shelf; otherwise a new part is recorded. */
function fitNew(
  context: WriteContext,
  rules: NounRules,
  input: SwapInput,
  assignmentId: string,
  componentId: string,
  slot: string | null,
): string | null {
  const { newSerial = null, newAssetTag = null } = input;
  if (newSerial === null && newAssetTag === null) return null;
  const known = partsNamed(context.database, newSerial ?? newAssetTag ?? '').find(
    (part) => part.componentId === componentId && (part.status === 'spare' || part.status === 'rma'),
  );
  const place = { status: 'fitted', componentAssignmentId: assignmentId, spareShelfId: null, slot };
  if (!known)
    return createRow(context, rules, PART, { componentId, serial: newSerial, assetTag: newAssetTag, ...place }).id;
  updateRow(context, rules, PART, known.id, { ...place, ...(newAssetTag === null ? {} : { assetTag: newAssetTag }) });
  return known.id;
}

export interface SwapResult {
  readonly assignmentId: string;
  readonly componentId: string;
  readonly oldPartId: string | null;
  readonly newPartId: string | null;
}

/** Puts a new unit where an old one was, as one change; the RAID group, the slot and the assignment stay. */
export function swapPart(context: WriteContext, rules: NounRules, input: SwapInput): SwapResult {
  const { database } = context;
  const computeId = resolveReference(database, 'compute', input.compute, 'compute');
  const target = targetOf(database, computeId, input);
  const componentId =
    input.newComponent === undefined
      ? target.componentId
      : resolveReference(database, 'component', input.newComponent, 'newComponent');
  const alone = target.failed || componentId !== target.componentId;
  const assignmentId = alone ? splitUnits(context, rules, target.assignmentId, [target.index]) : target.assignmentId;
  const oldPartId = sendAway(context, rules, target, input);
  const shared = !alone && target.quantity > 1;
  if (!shared)
    updateRow(context, rules, ASSIGNMENT, assignmentId, {
      componentId,
      failed: false,
      installedAt: input.installedAt ?? today(),
      warrantyEnd: null,
    });
  if (input.takenFrom !== undefined)
    changeLooseUnits(
      context,
      rules,
      componentId,
      resolveReference(database, 'spareShelf', input.takenFrom, 'takenFrom'),
      -1,
    );
  const newPartId = fitNew(context, rules, input, assignmentId, componentId, target.unit.slot);
  noteSwap(context, {
    computeId,
    slot: target.unit.slot,
    oldComponentId: target.componentId,
    newComponentId: componentId,
    oldSerial: target.unit.part?.serial ?? input.oldSerial ?? null,
    newSerial: input.newSerial ?? input.newAssetTag ?? null,
    goesTo: input.oldGoesTo.kind,
  });
  return { assignmentId, componentId, oldPartId, newPartId };
}
