import type { ResolutionTarget } from '../../../shared/domain/audit-resolution.ts';
import type { Decision } from '../../../shared/domain/audit-words.ts';
import { fail, FailureError } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/discrepancies.ts';
import { bearersRead, type DecisionOptions } from '../../../shared/rules/audit/options.ts';
import { scanKey } from '../../../shared/rules/audit/scan-text.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { planMoves, writeMoves } from '../move/service.ts';
import { createRow, updateRow } from '../object/service.ts';
import { mount, unmount } from '../rack/service.ts';
import { recordNow, type RecordNow } from './record-now.ts';

/** A decision that is to be written to the record. */
export interface Applied {
  readonly found: FoundDiscrepancy;
  readonly options: DecisionOptions;
  readonly decision: Decision;
  readonly target: ResolutionTarget;
}

/** What a decision comes to: `accept` is what is proposed, with the values given in place of those proposed. */
export function effectOf({ decision, options, target }: Applied): { decision: Decision; target: ResolutionTarget } {
  const meant = decision === 'accept' && options.accepts !== null ? options.accepts : decision;
  return { decision: meant, target: { ...options.target, ...target } };
}

const WRITES: ReadonlySet<Decision> = new Set(['accept', 'create', 'missing', 'spares']);

export function writesRecord(applied: Applied): boolean {
  return WRITES.has(effectOf(applied).decision);
}

/**
 * Writes decisions by the ordinary commands, the fit rule included: what leaves leaves first, then numbers, then all moves
 * together, then what is new. Answers why one could not be written, by its key; the others are written then.
 */
export function writeDecisions(
  context: WriteContext,
  rules: NounRules,
  applied: readonly Applied[],
): Map<string, FailureError> {
  const problems = new Map<string, FailureError>();
  const tried = (one: Applied, action: () => void) => attempt(context, problems, one, action);
  const steps = Map.groupBy(applied.filter(writesRecord), stepOf);
  for (const one of steps.get('leave') ?? []) tried(one, () => takeOut(context, rules, one));
  for (const one of steps.get('number') ?? []) tried(one, () => writeNumber(context, rules, one));
  moveAll(context, steps.get('move') ?? [], tried);
  for (const one of steps.get('bay') ?? []) tried(one, () => changeBay(context, rules, one));
  for (const one of steps.get('create') ?? []) tried(one, () => createDevice(context, rules, one));
  return problems;
}

type Step = 'leave' | 'number' | 'move' | 'bay' | 'create';

function stepOf(applied: Applied): Step {
  const { decision, target } = effectOf(applied);
  const { kind } = applied.found;
  if (decision === 'create') return 'create';
  if (decision !== 'accept') return 'leave';
  if (kind === 'changed-serial' || kind === 'duplicate-serial') return 'number';
  return target.bay === undefined ? 'move' : 'bay';
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
  if (applied.found.partId !== null) fail('E_INCOHERENT', 'A part is moved on the page of its compute.');
  const now = deviceOf(context, applied);
  if (now.placement) unmount(context, now.id);
  const tags =
    effectOf(applied).decision === 'spares' ? { spare: 'yes' } : { missing: new Date().toISOString().slice(0, 10) };
  updateRow(context, rules, now.definition, now.id, { state: 'inactive' }, { tags }, false);
}

function writeNumber(context: WriteContext, rules: NounRules, applied: Applied): void {
  const { found } = applied;
  if (found.kind === 'duplicate-serial') return clearOthers(context, rules, found);
  const { serial } = effectOf(applied).target;
  if (serial === undefined) fail('E_REQUIRED', 'Say which serial number it bears.');
  const now = deviceOf(context, applied);
  updateRow(context, rules, now.definition, now.id, { serial });
}

/** Takes a serial number off the records on which it was not read. */
function clearOthers(context: WriteContext, rules: NounRules, found: FoundDiscrepancy): void {
  const read = bearersRead(found);
  if (read.length !== 1) fail('E_INCOHERENT', 'It must have been read on exactly one of the devices.');
  for (const id of found.objectIds) {
    const now = read.includes(id) ? undefined : recordNow(context.database, id);
    if (now && scanKey(now.serial ?? '') === scanKey(found.name))
      updateRow(context, rules, now.definition, id, { serial: null });
  }
}

type Tried = (one: Applied, action: () => void) => void;

/** All moves leave before any arrives, as devices that changed places must; where that fails, one by one. */
function moveAll(context: WriteContext, moves: readonly Applied[], tried: Tried): void {
  if (moves.length === 0) return;
  try {
    context.attempt(() =>
      writeMoves(
        context,
        planMoves(
          context.database,
          moves.map((one) => moveOf(context, one)),
        ),
      ),
    );
  } catch (error) {
    if (!(error instanceof FailureError)) throw error;
    for (const one of moves) tried(one, () => writeMoves(context, planMoves(context.database, [moveOf(context, one)])));
  }
}

function moveOf(context: WriteContext, applied: Applied) {
  const { target } = effectOf(applied);
  const { id } = deviceOf(context, applied);
  const { rack = applied.found.observed.rackId } = target;
  if (rack === null) return fail('E_REQUIRED', 'Say in which rack it is.');
  if (target.positionHalfU === undefined) return fail('E_REQUIRED', 'Say at which unit it is.');
  return { device: id, rack, positionHalfU: target.positionHalfU };
}

function changeBay(context: WriteContext, rules: NounRules, applied: Applied): void {
  const { placement } = deviceOf(context, applied);
  if (!placement) return fail('E_NOT_FOUND', 'The device is in no bay any more.');
  updateRow(context, rules, definitionOf('placement'), placement.id, { bay: effectOf(applied).target.bay ?? null });
}

function createDevice(context: WriteContext, rules: NounRules, applied: Applied): void {
  const { target } = effectOf(applied);
  const { noun = 'compute', name, serial, type, deviceType, rack, positionHalfU } = target;
  const record = {
    name: name ?? applied.found.name,
    type: type ?? (noun === 'compute' ? 'baremetal' : 'appliance'),
    ...(serial === undefined ? {} : { serial }),
    ...(deviceType === undefined ? {} : { deviceTypeId: deviceType }),
  };
  const { id } = createRow(context, rules, definitionOf(noun), record);
  if (rack === undefined || positionHalfU === undefined || positionHalfU === null) return;
  const [placed] = planMoves(context.database, [{ device: id, rack, positionHalfU }]).moves;
  mount(context, rules, id, placed?.to?.rackId ?? rack, { device: id, rack, positionHalfU });
}
