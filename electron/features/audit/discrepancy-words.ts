import { partNow, partPlaceText, slotText } from './part-words.ts';
import type { FoundDiscrepancy } from '../../../shared/rules/audit/found-discrepancy.ts';
import { deviceWords } from './device-words.ts';
import { placeText } from './rack-words.ts';
import type { Walk } from './walk.ts';

/** What was recorded when the audit began: a place, a serial number, or for a part the machine and slot. */
export function expectedText(walk: Walk, found: FoundDiscrepancy): string {
  const { expected, kind, objectId, about } = found;
  if (about === 'part') return expectedOfPart(walk, found);
  if (kind === 'changed-serial' || kind === 'duplicate-serial') return expected.serial ?? '';
  const place = objectId === null ? undefined : walk.state.index.device(objectId);
  if (!place) return found.observations[0]?.recordedAt ?? '';
  return [place.rack.rackId === null ? '' : place.rack.name, place.device.at].filter((part) => part !== '').join(' ');
}

function expectedOfPart({ state, database }: Walk, { kind, expected, partId, observations }: FoundDiscrepancy): string {
  if (kind === 'changed-serial' || isSharedByParts(kind, partId)) return expected.serial ?? '';
  const holder = state.index.device(expected.inDeviceId ?? '');
  if (holder) return slotText(holder.device.name, expected.bay);
  const now = partId === null ? undefined : partNow(database, partId);
  return observations[0]?.recordedAt ?? (now ? partPlaceText(now) : '');
}

/** What was seen. */
export function observedText(walk: Walk, found: FoundDiscrepancy): string {
  const { observed, observations, kind, about } = found;
  if (kind === 'changed-serial') return observed.serial ?? '';
  if (kind === 'missing') return '';
  if (about === 'part') {
    const holders =
      kind === 'duplicate-serial' ? observations.map(({ inDeviceId }) => inDeviceId) : [observed.inDeviceId];
    const names = [...new Set(holders)].flatMap((id) => (id === null ? [] : (deviceWords(walk, id)?.name ?? [])));
    return slotText(names.join(', '), kind === 'duplicate-serial' ? null : observed.bay);
  }
  const places = kind === 'duplicate-serial' ? observations : [observed];
  return [...new Set(places.map((place) => seenPlaceText(walk, place)))].filter((text) => text !== '').join(', ');
}

/** `rack101 U13`, `rack101 bay 3 of chassis-1` */
export function seenPlaceText(
  walk: Walk,
  place: { rackId: string | null; positionHalfU: number | null; bay: string | null; inDeviceId: string | null },
): string {
  const text = placeText(walk.database, place);
  const chassis = place.bay === null || place.inDeviceId === null ? null : deviceWords(walk, place.inDeviceId);
  return chassis ? `${text} of ${chassis.name}` : text;
}

/** One sentence: what is recorded and what was seen. */
export function discrepancyText(walk: Walk, found: FoundDiscrepancy): string {
  const expected = expectedText(walk, found);
  const observed = observedText(walk, found);
  return found.about === 'part'
    ? partText(walk, found, expected, observed)
    : deviceText(walk, found, expected, observed);
}

function deviceText(walk: Walk, found: FoundDiscrepancy, expected: string, observed: string): string {
  const { name, kind, objectId } = found;
  const recorded = expected === '' ? 'nowhere' : `at ${expected}`;
  switch (kind) {
    case 'moved':
    case 'wrong-slot':
      return `${name} is recorded ${recorded} and was seen at ${observed}.`;
    case 'missing':
      return `${name} is recorded ${recorded} and was not seen.`;
    case 'unknown':
      return `"${name}" was read${observed === '' ? '' : ` at ${observed}`}, and nothing recorded fits it.`;
    case 'changed-serial':
      return `${name} bears ${observed}; recorded is ${expected === '' ? 'no serial number' : expected}.`;
    case 'duplicate-serial': {
      if (objectId !== null) return `${name} was seen in several places: ${observed}.`;
      return `The serial number ${name} is recorded on ${bearerNames(walk, found)}.`;
    }
  }
}

function bearerNames(walk: Walk, { objectIds }: FoundDiscrepancy): string {
  return objectIds.map((id) => deviceWords(walk, id)?.name ?? 'a device').join(' and ');
}

function partText(walk: Walk, found: FoundDiscrepancy, expected: string, observed: string): string {
  const { name, kind, objectId } = found;
  const recorded = expected === '' ? 'nowhere' : `in ${expected}`;
  switch (kind) {
    case 'missing':
      return `${name} is recorded ${recorded} and was not read there.`;
    case 'moved':
    case 'wrong-slot':
      return `${name} is recorded ${recorded} and was read in ${observed}.`;
    case 'unknown':
      return `"${name}" was read in ${observed}, and no part recorded bears it.`;
    case 'changed-serial': {
      const device = deviceWords(walk, objectId ?? '')?.name ?? 'the device';
      return `In place of ${name}, recorded in ${slotText(device, found.expected.bay)}, ${observed} was read.`;
    }
    case 'duplicate-serial':
      return isSharedByParts(kind, found.partId)
        ? `The serial number ${name} is recorded on parts of ${bearerNames(walk, found)}.`
        : `${name} was read in several places: ${observed}.`;
  }
}

/** Whether one number is recorded on several parts. */
function isSharedByParts(kind: FoundDiscrepancy['kind'], partId: string | null): boolean {
  return kind === 'duplicate-serial' && partId === null;
}
