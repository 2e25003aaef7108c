import { canonicalAddress } from '../../../shared/domain/ip.ts';
import { macDigits } from '../../../shared/domain/port.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { nameKey } from '../../db/object-names.ts';

export interface LocatedRow {
  readonly id: string;
  readonly noun: string;
  readonly by: 'name' | 'serial' | 'asset tag' | 'MAC address' | 'IP address';
}

const PLACED = "('compute', 'equipment', 'rack')";

const EXACT = `
  SELECT id, noun, 'name' AS "by" FROM object WHERE name_key = @key AND noun IN ${PLACED}
  UNION ALL SELECT id, 'compute', 'serial' FROM compute WHERE lower(serial) = @key
  UNION ALL SELECT id, 'equipment', 'serial' FROM equipment WHERE lower(serial) = @key
  UNION ALL SELECT id, 'rack', 'serial' FROM rack WHERE lower(serial) = @key
  UNION ALL SELECT id, 'compute', 'asset tag' FROM compute WHERE lower(asset_tag) = @key
  UNION ALL SELECT id, 'equipment', 'asset tag' FROM equipment WHERE lower(asset_tag) = @key
  UNION ALL SELECT id, 'rack', 'asset tag' FROM rack WHERE lower(asset_tag) = @key
  UNION ALL SELECT fitted.compute_id, 'compute', iif(part.serial = @key COLLATE NOCASE, 'serial', 'asset tag')
    FROM part JOIN component_assignment AS fitted ON fitted.id = part.component_assignment_id
    WHERE part.serial = @key COLLATE NOCASE OR part.asset_tag = @key COLLATE NOCASE`;

const BY_MAC = `
  SELECT object.id, object.noun, 'MAC address' AS "by" FROM port JOIN object ON object.id = port.object_id
  WHERE port.mac IS NOT NULL AND lower(replace(replace(replace(port.mac, ':', ''), '-', ''), '.', '')) = @mac`;

const BY_ADDRESS = `
  SELECT compute.id, 'compute' AS noun, 'IP address' AS "by" FROM ip_address
  JOIN ip_assignment ON ip_assignment.ip_address_id = ip_address.id JOIN compute ON compute.id = ip_assignment.compute_id
  WHERE ip_address.address = @address ORDER BY compute.name COLLATE NOCASE`;

const BEGINNING = `
  SELECT id, noun, 'name' AS "by" FROM object
  WHERE name_key >= @key AND name_key < @after AND noun IN ${PLACED} ORDER BY name_key, id LIMIT @limit`;

/** What a text means: exact names, serials, asset tags, MAC and IP addresses; where there is none, names that begin so. */
export function locatable(database: ReadDatabase, text: string, limit: number): LocatedRow[] {
  const key = nameKey(text.trim());
  const mac = macDigits(text);
  const address = canonicalAddress(text.trim());
  const exact = [
    ...database.prepare<[{ key: string }], LocatedRow>(EXACT).all({ key }),
    ...(mac === null ? [] : database.prepare<[{ mac: string }], LocatedRow>(BY_MAC).all({ mac })),
    ...(address === null ? [] : database.prepare<[{ address: string }], LocatedRow>(BY_ADDRESS).all({ address })),
  ];
  const found =
    exact.length > 0
      ? exact
      : database
          .prepare<[{ key: string; after: string; limit: number }], LocatedRow>(BEGINNING)
          .all({ key, after: `${key}\u{10FFFF}`, limit });
  const seen = new Set<string>();
  return found.filter(({ id }) => !seen.has(id) && Boolean(seen.add(id))).slice(0, limit);
}
