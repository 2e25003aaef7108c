import { macDigits } from '../../../shared/domain/port.ts';
import type { Match } from '../../../shared/rules/audit/model.ts';
import { isPlaceholder, readLink, scanKey } from '../../../shared/rules/audit/scan-text.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

const DEVICES = `
  SELECT id AS deviceId, 'serial' AS "by" FROM compute WHERE lower(serial) = @key AND serial IS NOT NULL
  UNION ALL SELECT id, 'serial' FROM equipment WHERE lower(serial) = @key AND serial IS NOT NULL
  UNION ALL SELECT id, 'assetTag' FROM compute WHERE lower(asset_tag) = @key AND asset_tag IS NOT NULL
  UNION ALL SELECT id, 'assetTag' FROM equipment WHERE lower(asset_tag) = @key AND asset_tag IS NOT NULL
  UNION ALL SELECT id, 'name' FROM object WHERE name_key = @key AND noun IN ('compute', 'equipment')`;

const PARTS = `
  SELECT fitted.compute_id AS deviceId, part.id AS partId, 'serial' AS "by"
    FROM part LEFT JOIN component_assignment AS fitted ON fitted.id = part.component_assignment_id
    WHERE part.serial = @key COLLATE NOCASE
  UNION ALL SELECT fitted.compute_id, part.id, 'assetTag'
    FROM part LEFT JOIN component_assignment AS fitted ON fitted.id = part.component_assignment_id
    WHERE part.asset_tag = @key COLLATE NOCASE`;

const BY_MAC = `
  SELECT port.object_id AS deviceId, 'mac' AS "by" FROM port JOIN object ON object.id = port.object_id
  WHERE port.mac IS NOT NULL AND lower(replace(replace(replace(port.mac, ':', ''), '-', ''), '.', '')) = @key
    AND object.noun IN ('compute', 'equipment')`;

type Row = { deviceId: string | null; partId?: string; by: Match['by'] };

/** The records of the whole fleet, as they are now, that a scanned text fits; each device, and each part of none, once. */
export function fleetMatches(database: ReadDatabase, text: string): Match[] {
  const link = readLink(text);
  if (link) return linked(database, link.id);
  const key = scanKey(text);
  if (key === '' || isPlaceholder(key)) return [];
  const mac = macDigits(text);
  const devices = statementOf(database, DEVICES).all({ key }) as Row[];
  const macs = mac === null ? [] : (statementOf(database, BY_MAC).all({ key: mac }) as Row[]);
  const found = [...devices, ...macs];
  const rows = found.length > 0 ? found : (statementOf(database, PARTS).all({ key }) as Row[]);
  const seen = new Set<string>();
  return rows
    .filter((row) => {
      const key = row.deviceId ?? row.partId ?? '';
      return !seen.has(key) && Boolean(seen.add(key));
    })
    .map(({ deviceId, partId, by }) => ({ deviceId, partId: partId ?? null, by }));
}

function linked(database: ReadDatabase, id: string): Match[] {
  const sql = "SELECT id FROM object WHERE id = ? AND noun IN ('compute', 'equipment')";
  return statementOf(database, sql).get(id) ? [{ deviceId: id, partId: null, by: 'link' }] : [];
}

const RACKS = `
  SELECT id FROM object WHERE name_key = @key AND noun = 'rack'
  UNION SELECT id FROM rack WHERE lower(serial) = @key OR lower(asset_tag) = @key`;

/** The racks that a label means, by its link, name, serial number or asset tag. */
export function racksLabelled(database: ReadDatabase, text: string): string[] {
  const link = readLink(text);
  if (link && link.noun !== 'rack') return [];
  if (link) {
    const sql = "SELECT id FROM object WHERE id = ? AND noun = 'rack'";
    return statementOf(database, sql).get(link.id) ? [link.id] : [];
  }
  const key = scanKey(text);
  if (key === '' || isPlaceholder(key)) return [];
  return (statementOf(database, RACKS).all({ key }) as { id: string }[]).map(({ id }) => id);
}
