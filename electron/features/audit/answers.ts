import type { AuditPlace, ObservationItem, ScanAnswer } from '../../../shared/contract/audit-schemas.ts';
import type { Observation } from '../../../shared/domain/observation.ts';
import { isPlaceholder, scanKey } from '../../../shared/rules/audit/scan-text.ts';
import { deviceWords } from './device-words.ts';
import { rackName, unitText } from './rack-words.ts';
import type { Walk } from './walk.ts';

/** Where the auditor stands, in words. */
export function placeAnswer({ database, state }: Walk): AuditPlace {
  const { rackId, positionHalfU, deviceId } = state.place;
  const rack = rackId === null ? undefined : state.index.rackByRackId.get(rackId);
  return {
    rackId,
    name: rackId === null ? '' : (rack?.name ?? rackName(database, rackId)),
    auditRackId: rack?.id ?? null,
    positionHalfU,
    at: unitText(database, rackId, positionHalfU),
    deviceId,
    device: deviceId === null ? null : (deviceWords({ state, database }, deviceId)?.name ?? null),
  };
}

export function observationItem({ database, state }: Walk, observation: Observation): ObservationItem {
  const { sessionId: _sessionId, at, auditor, ...shown } = observation;
  const rack = state.index.rackByRackId.get(observation.rackId)?.name ?? rackName(database, observation.rackId);
  return { ...shown, at: at ?? '', auditor: auditor ?? '', rack: observation.rackId === null ? null : rack };
}

/** What a scan turned out to be, with the audit as it stands after it. */
export function scanAnswerOf(walk: Walk, observation: Observation): ScanAnswer {
  const { objectId, candidates } = observation;
  const words = objectId === null ? null : deviceWords(walk, objectId);
  return {
    observation: observationItem(walk, observation),
    class: observation.class,
    message: messageOf(walk, observation),
    device: words ? { id: words.id, noun: words.noun, name: words.name } : null,
    candidates: candidates.flatMap((id) => deviceWords(walk, id) ?? []),
    place: placeAnswer(walk),
    progress: walk.state.tally.ofAll(walk.state.finished),
  };
}

function messageOf(walk: Walk, observation: Observation): string {
  const { kind, class: shown, called, raw, candidates, recordedAt, partId } = observation;
  const place = {
    rack: rackName(walk.database, observation.rackId),
    at: unitText(walk.database, observation.rackId, observation.positionHalfU),
  };
  const here = [place.rack, place.at].filter((part) => part !== '').join(' ');
  if (kind === 'place') return here === '' ? 'In no rack now.' : `Now at ${here}.`;
  if (kind === 'finished') return `${here || 'In no rack'} is finished.`;
  if (kind === 'reopened') return `${here || 'In no rack'} is open again.`;
  const name = partId === null ? (called ?? raw.trim()) : `${raw.trim()}, a part of ${called ?? 'a device'},`;
  const recorded = recordedAt === null || recordedAt === '' ? 'nowhere' : `at ${recordedAt}`;
  switch (shown) {
    case 'here':
      return `${name} is here.`;
    case 'moved':
      return partId === null ? `${name} is recorded ${recorded}.` : `${name} was read in another device.`;
    case 'wrong-slot':
      return `${name} is recorded ${recorded}, not at ${place.at || 'this place'}.`;
    case 'already-seen':
      return `${name} was already seen here.`;
    case 'out-of-scope':
      return `${name} is not part of this audit; it is recorded ${recorded}.`;
    case 'several':
      return `${candidates.length} records fit "${raw.trim()}"; choose one.`;
    case 'unknown':
    case null:
      return isPlaceholder(scanKey(raw))
        ? `"${raw.trim()}" stands on many devices and says nothing; nothing is matched by it.`
        : `Nothing recorded fits "${raw.trim()}".`;
  }
}
