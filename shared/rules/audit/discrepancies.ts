import type { DiscrepancyKind } from '../../domain/audit-words.ts';
import { partReadingIn } from './changed-parts.ts';
import { changedSerials, type ChangedSerial } from './changed-serials.ts';
import { verdictOf } from './device-verdict.ts';
import type { ExpectedPlace } from './expected-index.ts';
import {
  compareText,
  NO_VALUE,
  observedValue,
  ofDuplicateNumber,
  type AuditedValue,
  type FoundDiscrepancy,
} from './found-discrepancy.ts';
import { partDiscrepancies } from './part-discrepancies.ts';
import { isPlaceholder, scanKey } from './scan-text.ts';
import type { AuditState } from './session-state.ts';

/**
 * What differs between the frozen list of an audit and what was observed. Depends on nothing else: neither on the order of the
 * observations nor on what became of the records since.
 */
export function findDiscrepancies(state: AuditState): FoundDiscrepancy[] {
  const changed = changedSerials(state);
  const found = [
    ...deviceDiscrepancies(state, changed),
    ...movedIn(state),
    ...unknowns(state, changed),
    ...duplicateRecords(state),
    ...[...changed.values()].map(ofChangedSerial),
    ...partDiscrepancies(state),
  ];
  return found.toSorted((left, right) => ORDER[left.kind] - ORDER[right.kind] || compareText(left.key, right.key));
}

const ORDER: Readonly<Record<DiscrepancyKind, number>> = {
  moved: 0,
  'wrong-slot': 1,
  missing: 2,
  unknown: 3,
  'duplicate-serial': 4,
  'changed-serial': 5,
};

/** Where an expected device is recorded. */
export function recordedValue({ device, rack }: ExpectedPlace): AuditedValue {
  const { positionHalfU, bay, serial, parentId } = device;
  return { ...NO_VALUE, rackId: rack.rackId, positionHalfU, bay, serial, inDeviceId: parentId };
}

function ofDevice(place: ExpectedPlace, kind: DiscrepancyKind, more: Partial<FoundDiscrepancy>): FoundDiscrepancy {
  const { id, name } = place.device;
  return {
    key: `${kind}:${id}`,
    kind,
    about: 'device',
    objectId: id,
    partId: null,
    name,
    expected: recordedValue(place),
    observed: NO_VALUE,
    observations: [],
    objectIds: [id],
    ...more,
  };
}

function deviceDiscrepancies(state: AuditState, changed: ReadonlyMap<string, ChangedSerial>): FoundDiscrepancy[] {
  const found: FoundDiscrepancy[] = [];
  for (const rack of state.index.racks)
    for (const device of rack.expected) {
      const place = { device, rack };
      const sightings = state.sightings.get(device.id) ?? [];
      const verdict = verdictOf(state, place);
      if (verdict.kind === 'here') continue;
      if (verdict.kind === 'unseen') {
        if (state.finished.has(rack.id) && !changed.has(device.id)) found.push(ofDevice(place, 'missing', {}));
        continue;
      }
      const more = { observed: observedValue(sightings), observations: sightings };
      if (verdict.kind === 'twice') found.push(ofDevice(place, 'duplicate-serial', more));
      else {
        const { rackId, positionHalfU, bay, chassisId } = verdict;
        const observed = { ...NO_VALUE, rackId, positionHalfU, bay, inDeviceId: chassisId };
        found.push(ofDevice(place, verdict.kind, { observed, observations: sightings }));
      }
    }
  return found;
}

/** Devices of elsewhere that were seen in a rack of the audit. */
function movedIn(state: AuditState): FoundDiscrepancy[] {
  return [...state.sightings].flatMap(([id, sightings]) => {
    const moved = sightings.filter((seen) => seen.class === 'moved');
    const [first] = moved;
    if (!first || state.index.device(id)) return [];
    const racks = new Set(moved.map(({ rackId }) => rackId));
    const kind = racks.size > 1 ? 'duplicate-serial' : 'moved';
    return [
      {
        key: `${kind}:${id}`,
        kind,
        about: 'device',
        objectId: id,
        partId: null,
        name: first.called ?? first.raw.trim(),
        expected: NO_VALUE,
        observed: observedValue(moved),
        observations: moved,
        objectIds: [id],
      } as const,
    ];
  });
}

/** Texts that nothing fits, each once; a placeholder may be on many things, so each reading of one stands alone. */
function unknowns(state: AuditState, changed: ReadonlyMap<string, ChangedSerial>): FoundDiscrepancy[] {
  const explained = new Set([...changed.values()].flatMap(({ observations }) => observations.map(({ id }) => id)));
  const unknown = state.observations.filter(
    (seen) =>
      seen.class === 'unknown' &&
      seen.objectId === null &&
      !explained.has(seen.id) &&
      partReadingIn(state, seen) === undefined,
  );
  const groups = Map.groupBy(unknown, (seen) => {
    const key = scanKey(seen.raw);
    return isPlaceholder(key) ? `${key}@${seen.id}` : key;
  });
  return [...groups].map(([key, sightings]) => ({
    key: `unknown:${key.slice(0, 400)}`,
    kind: 'unknown',
    about: 'device',
    objectId: null,
    partId: null,
    name: sightings[0]?.raw.trim() ?? key,
    expected: NO_VALUE,
    observed: { ...observedValue(sightings), serial: sightings[0]?.raw.trim() ?? null },
    observations: sightings,
    objectIds: [],
  }));
}

/** Serial numbers that were read and that several records bear. */
function duplicateRecords(state: AuditState): FoundDiscrepancy[] {
  const read = Map.groupBy(
    state.observations.filter(({ kind, raw }) => kind === 'scan' && raw !== ''),
    ({ raw }) => scanKey(raw),
  );
  return [...read].flatMap(([key, observations]) => {
    const bearers = state.index.matches(key).filter(({ by, partId }) => by === 'serial' && partId === null);
    const [first] = bearers;
    if (!first || bearers.length < 2) return [];
    const objectIds = bearers.flatMap(({ deviceId }) => deviceId ?? []).toSorted();
    const serial = state.index.device(first.deviceId ?? '')?.device.serial ?? key;
    return [ofDuplicateNumber({ key: `duplicate-serial:${key}`, about: 'device', serial, observations, objectIds })];
  });
}

function ofChangedSerial({ place, serial, observations }: ChangedSerial): FoundDiscrepancy {
  return ofDevice(place, 'changed-serial', {
    observed: { ...observedValue(observations), serial },
    observations,
  });
}
