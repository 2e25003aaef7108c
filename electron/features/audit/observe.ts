import { fail } from '../../../shared/contract/failure.ts';
import type { ObservationKind, ObservationSource } from '../../../shared/domain/audit-words.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Observation } from '../../../shared/domain/observation.ts';
import { classify } from '../../../shared/rules/audit/classify.ts';
import { isSame, type Match, type Place } from '../../../shared/rules/audit/model.ts';
import { readUnit } from '../../../shared/rules/audit/scan-text.ts';
import { splitScan } from '../../../shared/rules/audit/split-scan.ts';
import { positionOfUnits } from '../../../shared/rules/rack-unit-list.ts';
import { newId } from '../../db/identifier.ts';
import { rackAround } from './expected-repository.ts';
import { innerPlace } from './inner-place.ts';
import { baysOf } from '../placement/service.ts';
import { isKnown, meaningOf } from './look-up.ts';
import { partNow, partPlaceText, slotText } from './part-words.ts';
import { ONE_UNIT_HALF_U, rackOf } from './rack-words.ts';
import { deviceWords } from './device-words.ts';
import type { OpenWalk } from './walk.ts';

const OBSERVATION = definitionOf('observation');

/** The texts that one reading of the scan field holds; several where it can be taken apart without doubt. */
export function textsOf(walk: OpenWalk, text: string): string[] {
  const pieces = splitScan(text, {
    isKnown: (key) => readUnit(key) !== null || isKnown(walk, key),
    isExpected: (key) => walk.state.index.matches(key).length > 0,
  });
  return pieces.length > 0 ? pieces : fail('E_REQUIRED', 'Nothing was read; scan or type a number, a name or a label.');
}

/** Writes down one text: a rack's label, a unit, bay or slot moves the place, anything else is something seen there. */
export function scanOne(walk: OpenWalk, raw: string, source: ObservationSource): Observation {
  const { place } = walk.state;
  const meaning = meaningOf(walk, raw);
  if (meaning.kind === 'rack') return goTo(walk, raw, source, onlyRack(meaning.rackIds, raw), null);
  const unit = meaning.matches.length === 0 && place.rackId !== null ? readUnit(raw) : null;
  if (unit !== null && place.rackId !== null)
    return goTo(walk, raw, source, place.rackId, positionOf(walk, place.rackId, unit));
  const inner = meaning.matches.length === 0 ? innerPlace(walk, raw) : null;
  if (inner)
    return write(walk, {
      kind: 'place',
      raw,
      source,
      rackId: place.rackId,
      bay: inner.bay,
      inDeviceId: inner.deviceId,
    });
  return sight(walk, { kind: 'scan', raw, source, place: placeFor(walk, meaning.matches), matches: meaning.matches });
}

/** A slot that was read is for a part; a device read after it stands in none. */
function placeFor({ state: { place }, database }: OpenWalk, matches: readonly Match[]): Place {
  const { bay, deviceId } = place;
  if (bay === null || deviceId === null || matches.every(({ partId }) => partId !== null)) return place;
  return baysOf(database, deviceId).some((name) => isSame(name, bay)) ? place : { ...place, bay: null };
}

function onlyRack([rackId, ...others]: readonly string[], raw: string): string {
  if (rackId !== undefined && others.length === 0) return rackId;
  return fail('E_AMBIGUOUS', `${others.length + 1} racks are labelled "${raw.trim()}"; choose the rack in the walk.`);
}

function positionOf({ database }: OpenWalk, rackId: string, unit: number): number {
  const rack = rackOf(database, rackId) ?? fail('E_NOT_FOUND', 'The rack is no longer recorded.');
  const reading = positionOfUnits(rack, [unit], ONE_UNIT_HALF_U);
  return reading.ok ? reading.positionHalfU : fail(reading.code, reading.message);
}

/** Goes to a rack or a unit of it, or (null) away from all racks. */
export function goTo(
  walk: OpenWalk,
  raw: string,
  source: ObservationSource,
  rackId: string | null,
  positionHalfU: number | null,
): Observation {
  return write(walk, { kind: 'place', raw, source, rackId, positionHalfU });
}

export function markRack(walk: OpenWalk, kind: 'finished' | 'reopened', rackId: string | null): Observation {
  return write(walk, { kind, raw: '', source: 'hand', rackId });
}

interface Sighting {
  readonly kind: ObservationKind;
  readonly raw: string;
  readonly source: ObservationSource;
  readonly place: Place;
  readonly matches: readonly Match[];
}

/** Writes down what was seen at a place, with the class that the rules give it. */
export function sight(walk: OpenWalk, { kind, raw, source, place, matches }: Sighting): Observation {
  const { rackId, positionHalfU, bay, deviceId } = place;
  const at = { rackId, positionHalfU, bay, inDeviceId: deviceId };
  return write(walk, { kind, raw, source, ...at, ...classFields(walk, { place, matches }) });
}

/** Everything of an observation that follows from the records its text fits. */
export function classFields(
  walk: OpenWalk,
  { place, matches }: Pick<Sighting, 'place' | 'matches'>,
): Partial<Observation> {
  const { index, withParts } = walk.state;
  const outside = (deviceId: string) => ({ rackId: rackAround(walk.database, deviceId) });
  const result = classify({ place, matches, index, seen: walk.state, withParts, outside });
  const { match } = result;
  const words = match?.deviceId ? deviceWords(walk, match.deviceId) : null;
  return {
    class: result.class,
    objectId: match?.deviceId ?? null,
    partId: match?.partId ?? null,
    matchedBy: match?.by ?? null,
    candidates: [...result.candidates],
    called: words?.name ?? null,
    recordedAt: (match?.partId ? partPlace(walk, match.partId) : words?.place) ?? null,
  };
}

/** Where a part is recorded: as the audit expects it, else as it is recorded now. */
function partPlace({ state, database }: OpenWalk, partId: string): string | null {
  const expected = state.index.part(partId);
  const holder = expected && state.index.device(expected.deviceId);
  if (holder) return slotText(holder.device.name, expected.part.slot);
  const now = partNow(database, partId);
  return now ? partPlaceText(now) : null;
}

const BLANK = {
  class: null,
  rackId: null,
  positionHalfU: null,
  bay: null,
  objectId: null,
  partId: null,
  inDeviceId: null,
  matchedBy: null,
  candidates: [],
  called: null,
  recordedAt: null,
} as const satisfies Partial<Observation>;

type Written = Partial<Observation> & Pick<Observation, 'kind' | 'raw' | 'source'>;

function write({ context, audit }: OpenWalk, fields: Written): Observation {
  const observation: Observation = {
    ...BLANK,
    candidates: [],
    sessionId: audit.id,
    at: new Date().toISOString(),
    auditor: audit.auditor,
    ...fields,
    id: newId(),
  };
  context.insert(OBSERVATION, observation);
  return observation;
}
