import type { MatchedBy } from '../../domain/audit-words.ts';
import type { ExpectedDevice, ExpectedPart, ExpectedRack, Match } from './model.ts';
import { isPlaceholder, scanKey } from './scan-text.ts';

export interface ExpectedPlace {
  readonly device: ExpectedDevice;
  readonly rack: ExpectedRack;
}

/** The frozen list of an audit, found by what a scan may say. */
export class ExpectedIndex {
  readonly racks: readonly ExpectedRack[];
  readonly rackById: ReadonlyMap<string, ExpectedRack>;
  /** By the rack's own id; those of no rack under null. */
  readonly rackByRackId: ReadonlyMap<string | null, ExpectedRack>;
  readonly #devices = new Map<string, ExpectedPlace>();
  readonly #parts = new Map<string, { readonly part: ExpectedPart; readonly deviceId: string }>();
  readonly #matches = new Map<string, Match | Match[]>();
  #longestKey = 0;

  constructor(racks: readonly ExpectedRack[]) {
    this.racks = racks.toSorted((left, right) => left.ordinal - right.ordinal);
    this.rackById = new Map(this.racks.map((rack) => [rack.id, rack]));
    this.rackByRackId = new Map(this.racks.map((rack) => [rack.rackId, rack]));
    for (const rack of this.racks) for (const device of rack.expected) this.#add(rack, device);
  }

  /** How many devices are expected. */
  get size(): number {
    return this.#devices.size;
  }

  device(id: string): ExpectedPlace | undefined {
    return this.#devices.get(id);
  }

  part(id: string): { readonly part: ExpectedPart; readonly deviceId: string } | undefined {
    return this.#parts.get(id);
  }

  /** Every expected record that a key fits, each device and part once. */
  matches(key: string): readonly Match[] {
    if (key.length > this.#longestKey) return [];
    const found = this.#matches.get(key);
    if (found === undefined) return [];
    return Array.isArray(found) ? found : [found];
  }

  #add(rack: ExpectedRack, device: ExpectedDevice): void {
    this.#devices.set(device.id, { device, rack });
    const add = (text: string | null, by: MatchedBy) => this.#addKey(text, { deviceId: device.id, partId: null, by });
    add(device.serial, 'serial');
    add(device.assetTag, 'assetTag');
    add(device.name, 'name');
    for (const mac of device.macs) add(mac, 'mac');
    for (const part of device.parts) {
      this.#parts.set(part.id, { part, deviceId: device.id });
      this.#addKey(part.serial, { deviceId: device.id, partId: part.id, by: 'serial' });
      this.#addKey(part.assetTag, { deviceId: device.id, partId: part.id, by: 'assetTag' });
    }
  }

  #addKey(text: string | null, match: Match): void {
    const key = text === null ? '' : scanKey(text);
    if (key === '' || isPlaceholder(key)) return;
    this.#longestKey = Math.max(this.#longestKey, key.length);
    const found = this.#matches.get(key);
    if (found === undefined) this.#matches.set(key, match);
    else if (!Array.isArray(found)) this.#matches.set(key, sameRecord(found, match) ? found : [found, match]);
    else if (!found.some((other) => sameRecord(other, match))) found.push(match);
  }
}

function sameRecord(left: Match, right: Match): boolean {
  return left.deviceId === right.deviceId && left.partId === right.partId;
}
