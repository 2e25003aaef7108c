import type { ExpectedDevice } from '../../../domain/audit-rack.ts';
import type { AuditLevel } from '../../../domain/audit-words.ts';
import { classify } from '../classify.ts';
import { ExpectedIndex } from '../expected-index.ts';
import type { ExpectedRack, Match, Seen } from '../model.ts';
import { scanKey } from '../scan-text.ts';
import { AuditState } from '../session-state.ts';

/** A compute of 2U at a unit from 1 on, named and numbered by its id: `d1` has the serial number `SN-d1`. */
export function aDevice(id: string, unit: number, more: Partial<ExpectedDevice> = {}): ExpectedDevice {
  return {
    id,
    noun: 'compute',
    name: id,
    deviceType: null,
    serial: `SN-${id}`,
    assetTag: `TAG-${id}`,
    macs: [],
    positionHalfU: (unit - 1) * 2,
    heightHalfU: 4,
    face: 'both',
    parentId: null,
    bay: null,
    at: `U${unit}`,
    parts: [],
    ...more,
  };
}

/** A rack of an audit; its own id is that of the rack with `r-` before it. */
export function aRack(name: string, ordinal: number, expected: readonly ExpectedDevice[]): ExpectedRack {
  return { id: name, rackId: `r-${name}`, ordinal, name, path: 'fra1 / Hall 1', expected };
}

/** What an auditor does: reads a text at a place, or ends a rack. */
export interface Step {
  readonly text: string;
  readonly rack: string | null;
  readonly unit?: number | undefined;
  /** A bay or slot of the device that is being read in. */
  readonly bay?: string | undefined;
  /** Left out: the device that was read last. */
  readonly inDevice?: string | undefined;
}

/** An audit of racks in which steps are taken as the engine takes them, only without a database. */
export class Auditing {
  readonly state: AuditState;
  #count = 0;

  constructor(racks: readonly ExpectedRack[], level: AuditLevel = 'presence') {
    this.state = new AuditState(new ExpectedIndex(racks), level);
  }

  take({ text, rack, unit, bay, inDevice }: Step): Seen {
    const rackId = rack === null ? null : `r-${rack}`;
    const positionHalfU = unit === undefined ? null : (unit - 1) * 2;
    const place = { rackId, positionHalfU, bay: bay ?? null, deviceId: inDevice ?? this.state.place.deviceId };
    const { index, withParts } = this.state;
    const matches: readonly Match[] = index.matches(scanKey(text));
    const outside = () => undefined;
    const found = classify({ place, matches, index, seen: this.state, withParts, outside });
    return this.#observe('scan', text, {
      ...(found.match && { objectId: found.match.deviceId, partId: found.match.partId, matchedBy: found.match.by }),
      class: found.class,
      rackId,
      positionHalfU,
      bay: place.bay,
      inDeviceId: place.deviceId,
    });
  }

  finish(...racks: readonly string[]): void {
    for (const rack of racks) this.#observe('finished', '', { rackId: `r-${rack}` });
  }

  #observe(kind: Seen['kind'], raw: string, more: Partial<Seen>): Seen {
    this.#count += 1;
    const seen: Seen = {
      id: String(this.#count).padStart(6, '0'),
      kind,
      raw,
      at: null,
      class: null,
      rackId: null,
      positionHalfU: null,
      bay: null,
      objectId: null,
      partId: null,
      inDeviceId: null,
      matchedBy: null,
      called: null,
      recordedAt: null,
      ...more,
    };
    this.state.observe(seen);
    return seen;
  }
}
