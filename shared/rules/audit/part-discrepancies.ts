import { partReadings, slotRead, type ChangedPart, type UnknownPart } from './changed-parts.ts';
import {
  compareText,
  NO_VALUE,
  observedValue,
  ofDuplicateNumber,
  type AuditedValue,
  type FoundDiscrepancy,
} from './found-discrepancy.ts';
import type { ExpectedPlace } from './expected-index.ts';
import { isSame, type ExpectedPart, type Seen } from './model.ts';
import { isPlaceholder, scanKey } from './scan-text.ts';
import type { AuditState } from './session-state.ts';

/** What differs in the parts of the devices of an audit at level serial. */
export function partDiscrepancies(state: AuditState): FoundDiscrepancy[] {
  const { changed, unknown } = partReadings(state);
  const found = state.index.racks.flatMap((rack) =>
    rack.expected.flatMap((device) =>
      device.parts.flatMap((part) => (changed.has(part.id) ? [] : (ofPart(state, { device, rack }, part) ?? []))),
    ),
  );
  return [
    ...found,
    ...movedIn(state),
    ...duplicateRecords(state),
    ...[...changed.values()].map(ofChanged),
    ...unknown.map(ofUnknown),
  ];
}

/** Serial numbers that parts of several devices bear, where more than one of those parts was read. */
function duplicateRecords(state: AuditState): FoundDiscrepancy[] {
  const read = [...state.partSightings].flatMap(([id, observations]) => {
    const known = state.index.part(id);
    const key = scanKey(known?.part.serial ?? '');
    return known && key !== '' && !isPlaceholder(key) ? [{ ...known, key, observations }] : [];
  });
  return [...Map.groupBy(read, ({ key }) => key)].flatMap(([key, bearers]) => {
    const objectIds = [...new Set(bearers.map(({ deviceId }) => deviceId))].toSorted();
    const [serial = key] = bearers.map(({ part }) => part.serial ?? key).toSorted(compareText);
    if (objectIds.length < 2) return [];
    const observations = bearers.flatMap((bearer) => bearer.observations);
    const found = { key: `duplicate-serial-parts:${key.slice(0, 400)}`, about: 'part' } as const;
    return [ofDuplicateNumber({ ...found, serial, observations, objectIds })];
  });
}

/** Among the parts of a finished rack only those of seen devices are missing: the others are with their device. */
function ofPart(state: AuditState, place: ExpectedPlace, part: ExpectedPart): FoundDiscrepancy | undefined {
  const { device, rack } = place;
  const sightings = state.partSightings.get(part.id) ?? [];
  if (sightings.length === 0) {
    const missing = state.finished.has(rack.id) && state.sightings.has(device.id);
    return missing ? aboutPart('missing', place, part, [], {}) : undefined;
  }
  const holders = [...new Set(sightings.flatMap(({ inDeviceId }) => inDeviceId ?? []))];
  const [holder = device.id] = holders;
  const slots = [
    ...Map.groupBy(
      sightings.flatMap(({ bay }) => bay ?? []),
      (bay) => bay.trim().toLowerCase(),
    ).values(),
  ];
  const slot = slots[0]?.[0] ?? null;
  const observed = { inDeviceId: holder, bay: slot };
  if (holders.length > 1 || slots.length > 1) return aboutPart('duplicate-serial', place, part, sightings, observed);
  if (holder !== device.id) return aboutPart('moved', place, part, sightings, observed);
  if (slot === null || part.slot === null || isSame(part.slot, slot)) return undefined;
  return aboutPart('wrong-slot', place, part, sightings, observed);
}

function numberOf({ serial, assetTag }: ExpectedPart): string | null {
  return serial ?? assetTag;
}

function aboutPart(
  kind: FoundDiscrepancy['kind'],
  { device, rack }: ExpectedPlace,
  part: ExpectedPart,
  sightings: readonly Seen[],
  observed: Partial<AuditedValue>,
): FoundDiscrepancy {
  const number = numberOf(part);
  return {
    key: `${kind}-part:${part.id}`,
    kind,
    about: 'part',
    objectId: device.id,
    partId: part.id,
    name: `${part.component} ${number ?? ''}`.trim(),
    expected: { ...NO_VALUE, rackId: rack.rackId, serial: number, inDeviceId: device.id, bay: part.slot },
    observed: { ...observedValue(sightings), ...observed },
    observations: sightings,
    objectIds: [...new Set([device.id, ...(observed.inDeviceId ? [observed.inDeviceId] : [])])],
  };
}

function ofChanged({ place, part, observations }: ChangedPart): FoundDiscrepancy {
  const serial = observations[0]?.raw.trim() ?? null;
  const observed = { serial, inDeviceId: place.device.id, bay: slotRead({ observations }) ?? part.slot };
  return aboutPart('changed-serial', place, part, observations, observed);
}

function ofUnknown({ place, key, observations }: UnknownPart): FoundDiscrepancy {
  const { device } = place;
  const serial = observations[0]?.raw.trim() ?? key;
  const bay = slotRead({ observations });
  return {
    key: `unknown-part:${device.id}:${key.slice(0, 400)}`,
    kind: 'unknown',
    about: 'part',
    objectId: device.id,
    partId: null,
    name: serial,
    expected: NO_VALUE,
    observed: { ...observedValue(observations), serial, inDeviceId: device.id, bay },
    observations,
    objectIds: [device.id],
  };
}

/** Parts that lay on a shelf, or were in a device outside the audit, and were read in one of its devices. */
function movedIn(state: AuditState): FoundDiscrepancy[] {
  return [...state.partSightings].flatMap(([partId, sightings]) => {
    const moved = sightings.filter((seen) => seen.class === 'moved');
    const [first] = moved;
    if (!first || state.index.part(partId)) return [];
    const holders = [...new Set(moved.flatMap(({ inDeviceId }) => inDeviceId ?? []))].toSorted();
    const kind = holders.length > 1 ? 'duplicate-serial' : 'moved';
    const [inDeviceId = null] = holders;
    return [
      {
        key: `${kind}-part:${partId}`,
        kind,
        about: 'part',
        objectId: inDeviceId,
        partId,
        name: first.raw.trim(),
        expected: NO_VALUE,
        observed: { ...observedValue(moved), inDeviceId, bay: slotRead({ observations: moved }) },
        observations: moved,
        objectIds: [...new Set([...holders, ...(first.objectId === null ? [] : [first.objectId])])],
      } as const,
    ];
  });
}
