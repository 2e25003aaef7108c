import type { AuditLevel, ObservationClass } from '../../domain/audit-words.ts';
import type { SeenBefore } from './classify.ts';
import type { ExpectedIndex } from './expected-index.ts';
import { isSame, NOWHERE, type Place, type Seen } from './model.ts';
import { Tally } from './tally.ts';

/** What is in a rack without being expected in it. */
const EXTRA: ReadonlySet<ObservationClass> = new Set(['moved', 'unknown', 'several', 'out-of-scope']);

/**
 * What an audit has come to: its frozen list, and everything observed, told one observation after another. Nothing in it is
 * kept anywhere else, so that a session goes on after a restart where the last observation left it.
 */
export class AuditState implements SeenBefore {
  readonly index: ExpectedIndex;
  readonly observations: Seen[] = [];
  /** What saw a device, by device. */
  readonly sightings = new Map<string, Seen[]>();
  readonly partSightings = new Map<string, Seen[]>();
  /** What was read in a rack and is not expected there, by the rack's id. */
  readonly extras = new Map<string | null, Seen[]>();
  /** Ids of audited racks. */
  readonly finished = new Set<string>();
  /** At level serial the parts of devices are read too. */
  readonly withParts: boolean;
  place: Place = NOWHERE;

  readonly tally: Tally;

  constructor(index: ExpectedIndex, level: AuditLevel = 'presence') {
    this.index = index;
    this.withParts = level === 'serial';
    this.tally = new Tally(index);
  }

  observe(seen: Seen): void {
    this.observations.push(seen);
    const { kind, rackId } = seen;
    if (kind === 'finished' || kind === 'reopened') this.#mark(seen);
    else if (kind === 'place') {
      const { positionHalfU, bay } = seen;
      const stays = rackId === this.place.rackId;
      const deviceId = bay === null ? (stays ? this.place.deviceId : null) : seen.inDeviceId;
      this.place = { rackId, positionHalfU, bay, deviceId };
    } else this.#sight(seen);
  }

  device(id: string, { rackId, positionHalfU, bay, deviceId }: Place): boolean {
    const earlier = this.sightings.get(id) ?? [];
    return earlier.some(
      (seen) =>
        seen.rackId === rackId &&
        (positionHalfU === null || seen.positionHalfU === positionHalfU) &&
        (bay === null || (isSame(seen.bay, bay) && (deviceId === null || seen.inDeviceId === deviceId))),
    );
  }

  part(id: string, { deviceId, bay }: Place): boolean {
    const earlier = this.partSightings.get(id) ?? [];
    return earlier.some((seen) => seen.inDeviceId === deviceId && (bay === null || isSame(seen.bay, bay)));
  }

  #mark({ kind, rackId }: Seen): void {
    const rack = this.index.rackByRackId.get(rackId);
    if (!rack) return;
    if (kind === 'finished') this.finished.add(rack.id);
    else this.finished.delete(rack.id);
  }

  #sight(seen: Seen): void {
    const { objectId, partId, rackId } = seen;
    if (partId !== null) push(this.partSightings, partId, seen);
    else if (objectId !== null) push(this.sightings, objectId, seen);
    const extra = partId === null && seen.class !== null && EXTRA.has(seen.class);
    if (extra) push(this.extras, rackId, seen);
    this.tally.count(seen, extra);
    if (seen.kind !== 'scan') return;
    const deviceId = partId === null && objectId !== null ? objectId : this.place.deviceId;
    this.place = { ...this.place, positionHalfU: null, bay: null, deviceId };
  }
}

function push<Key>(lists: Map<Key, Seen[]>, key: Key, seen: Seen): void {
  const list = lists.get(key);
  if (list) list.push(seen);
  else lists.set(key, [seen]);
}
