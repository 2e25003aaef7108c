import type { ResolutionTarget } from '../../../shared/domain/audit-resolution.ts';
import type { Decision } from '../../../shared/domain/audit-words.ts';
import type { DecisionOptions } from '../../../shared/rules/audit/decision-options.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/found-discrepancy.ts';
import { bearersRead } from '../../../shared/rules/audit/duplicate-options.ts';
import { namesOf } from '../object/reference-repository.ts';
import { deviceWords } from './device-words.ts';
import { seenPlaceText } from './discrepancy-words.ts';
import { slotText } from './part-words.ts';
import { ONE_UNIT_HALF_U, placeText } from './rack-words.ts';
import { withIds } from './target-ids.ts';
import type { Walk } from './walk.ts';

/** What accepting would do, in one sentence. */
export function proposalText(walk: Walk, found: FoundDiscrepancy, { accepts, target }: DecisionOptions): string {
  return outcomeText(walk, found, accepts ?? 'keep', target);
}

/** What a decision does to the record, in one sentence; for one that writes nothing, what it leaves. */
export function outcomeText(walk: Walk, found: FoundDiscrepancy, decision: Decision, given: ResolutionTarget): string {
  const target = withIds(walk.database, given);
  const isPart = found.about === 'part' && (target.noun ?? 'part') === 'part';
  switch (decision) {
    case 'keep':
      return 'The record stays as it is.';
    case 'ignore':
      return 'Nothing is done about it.';
    case 'carry-over':
      return 'It is carried over to the next audit.';
    case 'spares':
    case 'missing':
    case 'create':
    case 'renumber':
    case 'accept':
      return isPart ? partOutcome(walk, found, decision, target) : deviceOutcome(walk, found, decision, target);
  }
}

function deviceOutcome(walk: Walk, found: FoundDiscrepancy, decision: Writing, target: ResolutionTarget): string {
  const { name } = found;
  switch (decision) {
    case 'spares':
      return `${name} is taken out of its place and kept as a spare.`;
    case 'missing':
      return `${name} is taken out of its place and marked missing.`;
    case 'create':
      return createText(walk, name, target) + numberText(walk, found);
    case 'renumber':
      return renumberText(walk, found, target);
    case 'accept':
      return acceptText(walk, found, target);
  }
}

type Writing = Exclude<Decision, 'keep' | 'ignore' | 'carry-over'>;

function partOutcome(walk: Walk, found: FoundDiscrepancy, decision: Writing, target: ResolutionTarget): string {
  const { name, kind, expected } = found;
  const called = (ref: string | undefined, otherwise: string) =>
    ref === undefined ? otherwise : (deviceWords(walk, ref)?.name ?? namesOf(walk.database, [ref])[ref] ?? ref);
  const shelf = called(target.shelf, 'a spare shelf');
  const there = slotText(called(target.compute, 'the compute'), target.slot ?? null);
  if (kind === 'changed-serial') {
    const old = decision === 'spares' ? `put on ${shelf}` : 'marked missing';
    return `${target.serial ?? 'The new one'} takes the place of ${name} in ${there}; the old one is ${old}.`;
  }
  switch (decision) {
    case 'create': {
      const component = target.component === undefined ? '' : ` as ${called(target.component, '')}`;
      return `${target.serial ?? expected.serial ?? name} is recorded in ${there}${component}.`;
    }
    case 'renumber':
      if (found.partId === null) return partsNumberText(walk, found, target);
      return `${name} is recorded with the serial number ${target.serial ?? 'that you give'}.`;
    case 'spares':
      return `${name} is put on ${shelf}.`;
    case 'missing':
      return `${name} is taken out of ${called(expected.inDeviceId ?? undefined, 'its device')} and marked missing.`;
    case 'accept':
      return `${name} is moved to ${there}.`;
  }
}

function partsNumberText(
  walk: Walk,
  { objectIds, name }: FoundDiscrepancy,
  { keeper, serial }: ResolutionTarget,
): string {
  const others = listOf(
    walk,
    objectIds.filter((id) => id !== keeper),
  );
  const lost =
    serial === undefined
      ? `The serial number ${name} is taken off the part of ${others}`
      : `The part of ${others} is recorded with the serial number ${serial}`;
  return keeper === undefined ? `${lost}.` : `${lost}; it stays with that of ${listOf(walk, [keeper])}.`;
}

function createText(walk: Walk, name: string, target: ResolutionTarget): string {
  const noun = target.noun === 'equipment' ? 'equipment' : 'compute';
  const { positionHalfU = null, rack = null, bay = null, chassis = null } = target;
  const place =
    bay !== null && chassis !== null
      ? seenPlaceText(walk, { rackId: null, positionHalfU, bay, inDeviceId: chassis })
      : positionHalfU === null
        ? ''
        : placeText(walk.database, { rackId: rack, positionHalfU });
  return `The ${noun} ${target.name ?? name} is recorded${place === '' ? ', in no place' : ` at ${place}`}.`;
}

/** What a new record that bears a shared number takes from the others. */
function numberText(walk: Walk, { kind, objectId, objectIds, name }: FoundDiscrepancy): string {
  if (kind !== 'duplicate-serial' || objectId !== null) return '';
  return ` The serial number ${name} is taken off ${listOf(walk, objectIds)}.`;
}

function listOf(walk: Walk, ids: readonly string[]): string {
  return ids.map((id) => deviceWords(walk, id)?.name ?? 'a device').join(' and ');
}

function renumberText(walk: Walk, found: FoundDiscrepancy, { keeper, serial }: ResolutionTarget): string {
  const { objectId, objectIds, expected, name } = found;
  const kept = keeper ?? null;
  const others = listOf(
    walk,
    objectIds.filter((id) => id !== kept),
  );
  const number = expected.serial ?? name;
  const lost =
    serial === undefined
      ? `The serial number ${number} is taken off ${others}`
      : `${others} is recorded with the serial number ${serial}`;
  if (kept === null) return `${lost}.`;
  const keeps = deviceWords(walk, kept)?.name ?? 'a device';
  if (objectId !== null) return `${lost}; ${keeps} is recorded with ${number}.`;
  return `${lost}; ${bearersRead(found).includes(kept) ? 'it was read on' : 'it stays with'} ${keeps}.`;
}

function acceptText(walk: Walk, found: FoundDiscrepancy, target: ResolutionTarget): string {
  const { kind, name } = found;
  if (kind === 'changed-serial') return `${name} is recorded with the serial number ${target.serial ?? ''}.`;
  const { rack = null, positionHalfU = null, bay = null, chassis } = target;
  if (bay !== null || chassis !== undefined) {
    const inner = { rackId: null, positionHalfU: null, bay, inDeviceId: chassis ?? null };
    const text =
      bay === null ? `a bay of ${deviceWords(walk, chassis ?? '')?.name ?? chassis}` : seenPlaceText(walk, inner);
    return `${name} is moved to ${text}.`;
  }
  const height = walk.state.index.device(found.objectId ?? '')?.device.heightHalfU ?? ONE_UNIT_HALF_U;
  const place = placeText(walk.database, { rackId: rack ?? found.observed.rackId, positionHalfU }, height);
  return `${name} is moved to ${place}.`;
}
