import { macDigits } from '../../../shared/domain/port.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { nameKey } from '../../db/object-names.ts';

export interface LocatedRow {
  readonly id: string;
  readonly noun: string;
  readonly by: 'name' | 'serial' | 'asset tag' | 'MAC address';
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

const BEGINNING = `
  SELECT id, noun, 'name' AS "by" FROM object
  WHERE name_key >= @key AND name_key < @after AND noun IN ${PLACED} ORDER BY name_key, id LIMIT @limit`;

/** What a text means: exact names, serials, asset tags and MAC addresses; where there is none, names that begin so. */
export function locatable(database: ReadDatabase, text: string, limit: number): LocatedRow[] {
  const key = nameKey(text.trim());
  const mac = macDigits(text);
  const exact = [
    ...database.prepare<[{ key: string }], LocatedRow>(EXACT).all({ key }),
    ...(mac === null ? [] : database.prepare<[{ mac: string }], LocatedRow>(BY_MAC).all({ mac })),
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
