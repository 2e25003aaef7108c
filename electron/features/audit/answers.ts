import type { AuditPlace, ObservationItem, ScanAnswer } from '../../../shared/contract/audit-schemas.ts';
import type { Observation } from '../../../shared/domain/observation.ts';
import { isSame } from '../../../shared/rules/audit/model.ts';
import { isPlaceholder, scanKey } from '../../../shared/rules/audit/scan-text.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { baysOf } from '../placement/service.ts';
import { deviceWords } from './device-words.ts';
import { rackName, unitText } from './rack-words.ts';
import type { Walk } from './walk.ts';

/** Where the auditor stands, in words. */
export function placeAnswer({ database, state }: Walk): AuditPlace {
  const { rackId, positionHalfU, bay, deviceId } = state.place;
  const rack = rackId === null ? undefined : state.index.rackByRackId.get(rackId);
  return {
    rackId,
    name: rackId === null ? '' : (rack?.name ?? rackName(database, rackId)),
    auditRackId: rack?.id ?? null,
    positionHalfU,
    bay,
    at: bay === null ? unitText(database, rackId, positionHalfU) : innerText(database, deviceId, bay),
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

/** `bay 3` of a chassis, `slot DIMM A1` of anything else. */
function innerText(database: ReadDatabase, deviceId: string | null, bay: string): string {
  const inChassis = deviceId !== null && baysOf(database, deviceId).some((name) => isSame(name, bay));
  const word = inChassis ? 'bay' : 'slot';
  return bay.toLowerCase().startsWith(word) ? bay : `${word} ${bay}`;
}

function messageOf(walk: Walk, observation: Observation): string {
  const { kind, class: shown, called, raw, candidates, recordedAt, partId, inDeviceId, bay } = observation;
  const inner = bay === null ? '' : innerText(walk.database, inDeviceId, bay);
  const at = unitText(walk.database, observation.rackId, observation.positionHalfU);
  const here = [rackName(walk.database, observation.rackId), at].filter((part) => part !== '').join(' ');
  const holder = inDeviceId === null ? null : (deviceWords(walk, inDeviceId)?.name ?? null);
  if (kind === 'place') {
    if (inner !== '') return `Now at ${inner} of ${holder ?? 'the device'}.`;
    return here === '' ? 'In no rack now.' : `Now at ${here}.`;
  }
  if (kind === 'finished') return `${here || 'In no rack'} is finished.`;
  if (kind === 'reopened') return `${here || 'In no rack'} is open again.`;
  const recorded = recordedAt === null || recordedAt === '' ? 'nowhere' : `at ${recordedAt}`;
  if (partId !== null) return partMessage({ raw: raw.trim(), called, shown, recorded, holder, inner });
  const name = called ?? raw.trim();
  switch (shown) {
    case 'here':
      return `${name} is here.`;
    case 'moved':
      return `${name} is recorded ${recorded}.`;
    case 'wrong-slot':
      return `${name} is recorded ${recorded}, not at ${inner === '' ? at || 'this place' : `${inner} of ${holder ?? 'its chassis'}`}.`;
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

interface PartSaid {
  readonly raw: string;
  readonly called: string | null;
  readonly shown: Observation['class'];
  readonly recorded: string;
  readonly holder: string | null;
  readonly inner: string;
}

function partMessage({ raw, called, shown, recorded, holder, inner }: PartSaid): string {
  const name = called === null ? `The part ${raw}` : `${raw}, a part of ${called},`;
  switch (shown) {
    case 'moved':
      return `The part ${raw} is recorded ${recorded}, and was read in ${holder ?? 'another device'}.`;
    case 'wrong-slot':
      return `The part ${raw} is recorded ${recorded}, not at ${inner || 'this slot'}.`;
    case 'already-seen':
      return `${name} was already seen here.`;
    case 'out-of-scope':
      return `The part ${raw} is not part of this audit; it is recorded ${recorded}.`;
    default:
      return `${name} is here.`;
  }
}
