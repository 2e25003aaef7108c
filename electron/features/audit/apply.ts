import { fail, FailureError } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { planMoves, writeMoves } from '../move/service.ts';
import { createRow, updateRow } from '../object/service.ts';
import { mount, unmount } from '../rack/service.ts';
import { effectOf, isAboutPart, writesRecord, type Applied } from './applied.ts';
import { numbered, settleNumber, takeNumberOff } from './duplicates.ts';
import { isNumberOfParts, settlePartNumber } from './duplicate-parts.ts';
import { recordNow, type RecordNow } from './record-now.ts';
import { refitParts } from './refit.ts';

/**
 * Writes decisions by the ordinary commands, the fit rule included: what leaves leaves first, then numbers, then all moves
 * together, then what is new, then parts. Answers why one could not be written, by its key; the others are written then.
 */
export function writeDecisions(
  context: WriteContext,
  rules: NounRules,
  applied: readonly Applied[],
): Map<string, FailureError> {
  const problems = new Map<string, FailureError>();
  const tried = (one: Applied, action: () => void) => attempt(context, problems, one, action);
  const steps = Map.groupBy(applied.filter(writesRecord), stepOf);
  const together = (some: readonly Applied[], action: (those: readonly Applied[]) => void) =>
    allOrEach(context, some, action, tried);
  for (const one of steps.get('leave') ?? []) tried(one, () => takeOut(context, rules, one));
  for (const one of steps.get('number') ?? []) tried(one, () => writeNumber(context, rules, one));
  together(steps.get('move') ?? [], (moves) => move(context, moves));
  for (const one of steps.get('create') ?? []) tried(one, () => createDevice(context, rules, one));
  together(steps.get('part') ?? [], (parts) => refitParts(context, rules, parts));
  return problems;
}

type Step = 'leave' | 'number' | 'move' | 'create' | 'part';

function stepOf(applied: Applied): Step {
  const { decision } = effectOf(applied);
  const { kind } = applied.found;
  if (isNumberOfParts(applied)) return 'number';
  if (isAboutPart(applied)) return 'part';
  if (decision === 'create') return 'create';
  if (decision === 'renumber') return 'number';
  if (decision !== 'accept') return 'leave';
  return kind === 'changed-serial' ? 'number' : 'move';
}

function attempt(
  context: WriteContext,
  problems: Map<string, FailureError>,
  { found }: Applied,
  action: () => void,
): void {
  try {
    context.attempt(action);
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    problems.set(found.key, error);
  }
}

function deviceOf(context: WriteContext, { found }: Applied): RecordNow {
  const now = found.objectId === null ? undefined : recordNow(context.database, found.objectId);
  return now ?? fail('E_NOT_FOUND', `The record of ${found.name} is no longer there.`);
}

/** Marks a device missing or a spare: out of its place, out of use, and tagged so. */
function takeOut(context: WriteContext, rules: NounRules, applied: Applied): void {
  const now = deviceOf(context, applied);
  if (now.placement) unmount(context, now.id);
  const tags =
    effectOf(applied).decision === 'spares' ? { spare: 'yes' } : { missing: new Date().toISOString().slice(0, 10) };
  updateRow(context, rules, now.definition, now.id, { state: 'inactive' }, { tags }, false);
}

function writeNumber(context: WriteContext, rules: NounRules, applied: Applied): void {
  if (isNumberOfParts(applied)) return settlePartNumber(context, rules, applied);
  if (effectOf(applied).decision === 'renumber') return settleNumber(context, rules, applied);
  const { serial } = effectOf(applied).target;
  if (serial === undefined) fail('E_REQUIRED', 'Say which serial number it bears.');
  const now = deviceOf(context, applied);
  updateRow(context, rules, now.definition, now.id, { serial });
}

type Tried = (one: Applied, action: () => void) => void;

/** Together, as what changed places must; where that fails, one by one. */
function allOrEach(
  context: WriteContext,
  some: readonly Applied[],
  action: (those: readonly Applied[]) => void,
  tried: Tried,
): void {
  if (some.length === 0) return;
  try {
    context.attempt(() => action(some));
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    for (const one of some) tried(one, () => action([one]));
  }
}

/** By the command that moves devices, which lets all leave before any arrives. */
function move(context: WriteContext, moves: readonly Applied[]): void {
  const targets = moves.map((one) => moveOf(context, one));
  writeMoves(context, planMoves(context.database, targets));
}

function moveOf(context: WriteContext, applied: Applied) {
  // What was seen in several places goes where a person says, never to one of them by itself.
  const isSaid = applied.found.kind === 'duplicate-serial';
  const proposed = isSaid ? null : applied.found.observed.rackId;
  const { rack = proposed, positionHalfU, chassis, bay } = isSaid ? applied.target : effectOf(applied).target;
  const { id } = deviceOf(context, applied);
  if (typeof bay === 'string' || chassis !== undefined || applied.options.needs.includes('bay')) {
    if (chassis === undefined) return fail('E_REQUIRED', 'Say in which chassis it is.');
    return { device: id, chassis, bay: bay ?? fail('E_REQUIRED', 'Say in which bay it is.') };
  }
  if (rack === null) return fail('E_REQUIRED', 'Say in which rack it is.');
  if (positionHalfU === undefined) return fail('E_REQUIRED', 'Say at which unit it is.');
  return { device: id, rack, positionHalfU };
}

function createDevice(context: WriteContext, rules: NounRules, applied: Applied): void {
  const { target } = effectOf(applied);
  const { name, serial, type, deviceType, rack, positionHalfU, chassis, bay } = numbered(context, applied, target);
  const noun = target.noun === 'equipment' ? 'equipment' : 'compute';
  const record = {
    name: name ?? applied.found.name,
    type: type ?? (noun === 'compute' ? 'baremetal' : 'appliance'),
    ...(serial === undefined ? {} : { serial }),
    ...(deviceType === undefined ? {} : { deviceTypeId: deviceType }),
  };
  const { id } = createRow(context, rules, definitionOf(noun), record);
  takeNumberOff(context, rules, applied);
  if (chassis !== undefined && typeof bay === 'string')
    return writeMoves(context, planMoves(context.database, [{ device: id, chassis, bay }]));
  if (rack === undefined || positionHalfU === undefined || positionHalfU === null) return;
  const [placed] = planMoves(context.database, [{ device: id, rack, positionHalfU }]).moves;
  mount(context, rules, id, placed?.to?.rackId ?? rack, { device: id, rack, positionHalfU });
}
