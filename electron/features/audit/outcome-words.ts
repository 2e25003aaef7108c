import type { ResolutionTarget } from '../../../shared/domain/audit-resolution.ts';
import type { Decision } from '../../../shared/domain/audit-words.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/discrepancies.ts';
import { bearersRead, type DecisionOptions } from '../../../shared/rules/audit/options.ts';
import { deviceWords } from './device-words.ts';
import { ONE_UNIT_HALF_U, placeText } from './rack-words.ts';
import type { Walk } from './walk.ts';

/** What accepting would do, in one sentence. */
export function proposalText(walk: Walk, found: FoundDiscrepancy, { accepts, target }: DecisionOptions): string {
  return outcomeText(walk, found, accepts ?? 'keep', target);
}

/** What a decision does to the record, in one sentence; for one that writes nothing, what it leaves. */
export function outcomeText(walk: Walk, found: FoundDiscrepancy, decision: Decision, target: ResolutionTarget): string {
  const { name } = found;
  switch (decision) {
    case 'keep':
      return 'The record stays as it is.';
    case 'ignore':
      return 'Nothing is done about it.';
    case 'carry-over':
      return 'It is carried over to the next audit.';
    case 'spares':
      return `${name} is taken out of its place and kept as a spare.`;
    case 'missing':
      return `${name} is taken out of its place and marked missing.`;
    case 'create':
      return createText(walk, name, target);
    case 'accept':
      return acceptText(walk, found, target);
  }
}

function createText({ database }: Walk, name: string, target: ResolutionTarget): string {
  const noun = target.noun === 'equipment' ? 'equipment' : 'compute';
  const { positionHalfU = null, rack = null } = target;
  const place = positionHalfU === null ? '' : placeText(database, { rackId: rack, positionHalfU });
  return `The ${noun} ${target.name ?? name} is recorded${place === '' ? ', in no place' : ` at ${place}`}.`;
}

function acceptText(walk: Walk, found: FoundDiscrepancy, target: ResolutionTarget): string {
  const { kind, name } = found;
  if (kind === 'changed-serial') return `${name} is recorded with the serial number ${target.serial ?? ''}.`;
  if (kind === 'duplicate-serial') {
    const read = bearersRead(found);
    const others = found.objectIds
      .filter((id) => !read.includes(id))
      .map((id) => deviceWords(walk, id)?.name ?? 'a device');
    const reader = deviceWords(walk, read[0] ?? '')?.name ?? 'a device';
    return `The serial number ${name} is taken off ${others.join(' and ')}; it was read on ${reader}.`;
  }
  const { rack = null, positionHalfU = null, bay = null } = target;
  const height = walk.state.index.device(found.objectId ?? '')?.device.heightHalfU ?? ONE_UNIT_HALF_U;
  const place = placeText(walk.database, { rackId: rack ?? found.observed.rackId, positionHalfU, bay }, height);
  return `${name} is moved to ${place}.`;
}
