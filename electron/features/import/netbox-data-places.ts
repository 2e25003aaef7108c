import { isTimeZone } from '../../../shared/domain/time-zone.ts';
import type { DataRow, NetBoxData } from './netbox-data-rows.ts';
import type { ImportSink } from './netbox-data-sink.ts';

/** Ids of what the import has made, by primary key of NetBox. */
export type Ids = Map<number, string>;

const MAIN_ROOM = 'Main';
const WEIGHT_GRAMS: Readonly<Record<string, number>> = { kg: 1000, g: 1, lb: 453.59237, oz: 28.349523125 };
const LENGTH_MM: Readonly<Record<string, number>> = {
  km: 1_000_000,
  m: 1000,
  cm: 10,
  mm: 1,
  mi: 1_609_344,
  ft: 304.8,
  in: 25.4,
};
const RACK_STATUSES: Readonly<Record<string, string>> = {
  available: 'available',
  planned: 'planned',
  reserved: 'reserved',
  deprecated: 'retired',
};

/** A weight in whole grams; null when the row gives none. */
export function gramsOf(row: DataRow, key: string): number | null {
  const factor = WEIGHT_GRAMS[row.text('weight_unit') ?? ''];
  const weight = row.number(key);
  return weight === null || factor === undefined ? null : Math.round(weight * factor) || null;
}

/** A length in whole millimetres; null when the row gives none. */
export function millimetresOf(row: DataRow, key: string, unitKey: string): number | null {
  const factor = LENGTH_MM[row.text(unitKey) ?? ''];
  const length = row.number(key);
  return length === null || factor === undefined ? null : Math.round(length * factor) || null;
}

/** Description, comments and further lines as one text; null when all are empty. */
export function notesOf(row: DataRow, ...lines: readonly (string | null)[]): string | null {
  const parts = [row.multiline('description'), row.multiline('comments'), ...lines];
  return parts.filter((part) => part !== null).join('\n') || null;
}

/** The tags of rows of one model, by primary key. NetBox tags have no value; ours say true. */
export function tagsByRow(data: NetBoxData, model: string): Map<number, Record<string, string>> {
  const found = new Map<number, Record<string, string>>();
  for (const item of data.of('extras.taggeditem').values()) {
    const slug = data.referenced('extras.tag', item, 'tag')?.text('slug', 128);
    const object = item.whole('object_id');
    if (!slug || object === null || item.list('content_type').join('.') !== model) continue;
    const tags = found.get(object) ?? {};
    tags[slug] = 'true';
    found.set(object, tags);
  }
  return found;
}

function tenantTag(data: NetBoxData, row: DataRow): Record<string, string> {
  const tenant = data.nameOf('tenancy.tenant', row, 'tenant');
  return tenant === null ? {} : { tenant };
}

export function writeSites(data: NetBoxData, sink: ImportSink): Ids {
  const ids: Ids = new Map();
  const tags = tagsByRow(data, 'dcim.site');
  for (const row of data.of('dcim.site').values()) {
    const status = row.text('status');
    const timeZone = row.text('time_zone', 64);
    const known = timeZone !== null && isTimeZone(timeZone);
    const draft = {
      name: row.text('name', 128),
      region: data.nameOf('dcim.region', row, 'region'),
      address: row.multiline('physical_address', 1000),
      timeZone: known ? timeZone : null,
      notes: notesOf(
        row,
        row.text('facility') === null ? null : `Facility: ${row.text('facility')}`,
        status === null || status === 'active' ? null : `Status: ${status}`,
        known || timeZone === null ? null : `Time zone: ${timeZone}`,
      ),
    };
    const id = sink.named('site', draft, { ...tags.get(row.pk), ...tenantTag(data, row) });
    if (id !== null) ids.set(row.pk, id);
  }
  return ids;
}

/** Where the racks of a location stand. */
interface Standing {
  readonly roomId: string;
  readonly rowId: string | null;
}

/** Makes rooms and rows of locations as they are needed: a location called "Row 3" is a row, every other a room. */
export class Locations {
  readonly #data: NetBoxData;
  readonly #sink: ImportSink;
  readonly #sites: Ids;
  readonly #standing = new Map<string, Standing | null>();

  constructor(data: NetBoxData, sink: ImportSink, sites: Ids) {
    this.#data = data;
    this.#sink = sink;
    this.#sites = sites;
  }

  /** The place of a rack; null when its site was left out. */
  of(sitePk: number, locationPk: number | null): Standing | null {
    const key = `${sitePk} ${locationPk ?? ''}`;
    const known = this.#standing.get(key);
    if (known !== undefined) return known;
    const made = this.#make(sitePk, locationPk);
    this.#standing.set(key, made);
    return made;
  }

  #make(sitePk: number, locationPk: number | null): Standing | null {
    const siteId = this.#sites.get(sitePk);
    if (siteId === undefined) return null;
    const row = locationPk === null ? undefined : this.#data.of('dcim.location').get(locationPk);
    if (!row) return this.#room({ name: MAIN_ROOM, siteId });
    const name = row.text('name', 128);
    if (/^row\b/i.test(name ?? '')) {
      const around = this.of(sitePk, row.whole('parent'));
      const rowId = around && this.#sink.named('row', { name, roomId: around.roomId, notes: notesOf(row) });
      return around && { roomId: around.roomId, rowId };
    }
    return this.#room({ name: this.#pathOf(row), siteId, notes: notesOf(row) });
  }

  #room(draft: Readonly<Record<string, unknown>>): Standing | null {
    const roomId = this.#sink.named('room', draft);
    return roomId === null ? null : { roomId, rowId: null };
  }

  /** `Floor 2 / Cage 7` for a location inside another. */
  #pathOf(row: DataRow): string {
    const names: string[] = [];
    const seen = new Set<number>();
    for (let current: DataRow | undefined = row; current && !seen.has(current.pk);) {
      seen.add(current.pk);
      names.unshift(current.text('name', 128) ?? '');
      current = this.#data.referenced('dcim.location', current, 'parent');
    }
    return names
      .filter((name) => name !== '')
      .join(' / ')
      .slice(0, 128);
  }
}

function feedsOf(data: NetBoxData, rackPk: number): Record<string, unknown>[] {
  return [...data.of('dcim.powerfeed').values()]
    .filter((row) => row.whole('rack') === rackPk)
    .map((row) => {
      const panel = data.nameOf('dcim.powerpanel', row, 'power_panel')?.slice(0, 100);
      return {
        name: row.text('name', 16),
        volts: Math.abs(row.whole('voltage') ?? 0),
        amps: row.number('amperage'),
        phases: row.text('phase') === 'three-phase' ? 3 : 1,
        deratingPercent: row.whole('max_utilization') ?? 80,
        ...(panel === undefined ? {} : { panel }),
      };
    });
}

export function writeRacks(data: NetBoxData, sink: ImportSink, locations: Locations): Ids {
  const ids: Ids = new Map();
  for (const row of data.of('dcim.rack').values()) {
    const name = row.text('name', 128);
    const standing = locations.of(row.whole('site') ?? 0, row.whole('location'));
    if (!standing) {
      sink.finding('rack', name ?? 'rack', 'The site of the rack is not in the file; the rack was left out.');
      continue;
    }
    const draft = {
      name,
      ...standing,
      heightU: row.whole('u_height') ?? 42,
      numbering: row.flag('desc_units') ? 'top' : 'bottom',
      startUnit: row.whole('starting_unit') ?? 1,
      widthInches: String(row.whole('width') ?? 19),
      depthMm: row.whole('mounting_depth'),
      maximumWeightGrams: gramsOf(row, 'max_weight'),
      feeds: feedsOf(data, row.pk),
      status: RACK_STATUSES[row.text('status') ?? ''] ?? 'active',
      role: data.nameOf('dcim.rackrole', row, 'role')?.slice(0, 64) ?? null,
      serial: row.text('serial', 128),
      assetTag: row.text('asset_tag', 128),
      notes: notesOf(row),
    };
    const id = sink.named('rack', draft, tenantTag(data, row));
    if (id !== null) ids.set(row.pk, id);
  }
  return ids;
}
