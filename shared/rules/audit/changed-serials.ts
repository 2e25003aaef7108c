import type { ExpectedPlace } from './expected-index.ts';
import { takesUnit, type Seen } from './model.ts';
import { isPlaceholder, scanKey } from './scan-text.ts';
import type { AuditState } from './session-state.ts';

/** An expected device that bears another serial number than is recorded. */
export interface ChangedSerial {
  readonly place: ExpectedPlace;
  readonly serial: string;
  readonly observations: readonly Seen[];
}

/**
 * Devices whose number changed, by device: an unknown number that the auditor said belongs to it, or one that was read at its
 * unit while its own number was read nowhere. Where two devices or two numbers could be meant, nothing is said.
 */
export function changedSerials(state: AuditState): Map<string, ChangedSerial> {
  const readings = new Map<string, Seen[]>();
  for (const seen of state.observations) {
    const place = seen.kind === 'scan' && seen.partId === null ? bearerOf(state, seen) : undefined;
    if (!place || isPlaceholder(scanKey(seen.raw))) continue;
    const list = readings.get(place.device.id);
    if (list) list.push(seen);
    else readings.set(place.device.id, [seen]);
  }
  const changed = new Map<string, ChangedSerial>();
  for (const [id, observations] of readings) {
    const [serial, ...others] = [...new Set(observations.map(({ raw }) => scanKey(raw)))];
    const place = state.index.device(id);
    if (serial === undefined || others.length > 0 || !place) continue;
    changed.set(id, { place, serial: observations[0]?.raw.trim() ?? serial, observations });
  }
  return changed;
}

function bearerOf(state: AuditState, seen: Seen): ExpectedPlace | undefined {
  if (seen.objectId !== null) {
    const saidSo = seen.matchedBy === 'hand' && state.index.matches(scanKey(seen.raw)).length === 0;
    return saidSo ? state.index.device(seen.objectId) : undefined;
  }
  return seen.class === 'unknown' ? deviceAt(state, seen) : undefined;
}

/** The one device recorded at the unit of an observation that is not told by its serial number anywhere. */
function deviceAt(state: AuditState, { rackId, positionHalfU }: Seen): ExpectedPlace | undefined {
  const rack = rackId === null ? undefined : state.index.rackByRackId.get(rackId);
  if (!rack || positionHalfU === null) return undefined;
  const there = rack.expected.filter(
    (device) =>
      device.parentId === null &&
      takesUnit(device, positionHalfU) &&
      (state.sightings.get(device.id) ?? []).every((seen) => seen.matchedBy !== 'serial' && seen.rackId === rackId),
  );
  const [device] = there;
  return device && there.length === 1 ? { device, rack } : undefined;
}
