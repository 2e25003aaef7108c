import { fail } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { Observation } from '../../../shared/domain/observation.ts';
import type { Match, Place } from '../../../shared/rules/audit/model.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import { typedRow } from '../../db/typed-row.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { meaningOf } from './look-up.ts';
import { classFields, sight } from './observe.ts';
import type { OpenWalk } from './walk.ts';

const OBSERVATION = definitionOf('observation');

/** The row of an observation of this audit. */
function observationOf(walk: OpenWalk, id: string): StoredRecord {
  const row = findRecord(walk.database, OBSERVATION, id);
  if (row?.['sessionId'] === walk.audit.id) return row;
  return fail('E_NOT_FOUND', `${walk.audit.name} has no such observation.`);
}

/** An expected device keeps being one when its record goes; any other is looked up. */
function deviceIdOf({ state, database }: OpenWalk, ref: string): string {
  return state.index.device(ref) ? ref : resolveReference(database, 'machine', ref, 'device');
}

/** Says which device a scan was: of several that fit, or of one that nothing fits. */
export function chooseDevice(walk: OpenWalk, observationId: string, device: string): void {
  const stored = observationOf(walk, observationId);
  const row = typedRow('observation', stored);
  if (row.kind !== 'scan' || (row.class !== 'several' && row.class !== 'unknown' && row.candidates.length === 0))
    fail('E_INCOHERENT', 'Only a scan that several records fit, or none, can be given a device.');
  const deviceId = deviceIdOf(walk, device);
  const meaning = meaningOf(walk, row.raw);
  const fitting = meaning.kind === 'device' ? meaning.matches.find((match) => match.deviceId === deviceId) : undefined;
  const match: Match = fitting ?? { deviceId, partId: null, by: 'hand' };
  const { rackId, positionHalfU, bay, inDeviceId } = row;
  const place: Place = { rackId, positionHalfU, bay, deviceId: inDeviceId };
  const fields = classFields(walk, { place, matches: [match] });
  walk.context.update(OBSERVATION, stored, { ...fields, candidates: row.candidates });
}

/** Takes an observation out; the change log keeps that it was made. */
export function takeBack(walk: OpenWalk, observationId: string): void {
  walk.context.remove(OBSERVATION, observationOf(walk, observationId));
}

export interface Tick {
  readonly device: string;
  /** Undefined: where it is recorded. */
  readonly rackId?: string | undefined;
  readonly positionHalfU?: number | null | undefined;
  readonly bay?: string | undefined;
  /** The chassis of the bay; undefined: its own. */
  readonly chassisId?: string | undefined;
  readonly withParts: boolean;
  readonly source: 'hand' | 'paper';
}

/** Ticks a device that bears nothing to scan, or a line of the paper list. */
export function tickDevice(
  walk: OpenWalk,
  { rackId, positionHalfU, bay, chassisId, withParts, source, ...tick }: Tick,
): Observation {
  const deviceId = deviceIdOf(walk, tick.device);
  const expected = walk.state.index.device(deviceId);
  const place: Place = {
    rackId: rackId ?? (expected ? expected.rack.rackId : walk.state.place.rackId),
    positionHalfU: positionHalfU ?? null,
    bay: bay ?? null,
    deviceId: chassisId ?? null,
  };
  const seen = { kind: 'tick', raw: '', source } as const;
  const observation = sight(walk, { ...seen, place, matches: [{ deviceId, partId: null, by: 'hand' }] });
  for (const part of withParts ? (expected?.device.parts ?? []) : [])
    sight(walk, {
      ...seen,
      place: { ...place, bay: null, deviceId },
      matches: [{ deviceId, partId: part.id, by: 'hand' }],
    });
  return observation;
}
