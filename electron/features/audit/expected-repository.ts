import { assignmentUnits, unitSlots } from '../../../shared/rules/assignment-units.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** A device as an audit writes it down; `rackId` and the place are its own, not those of its chassis. */
export interface DeviceRow {
  readonly id: string;
  readonly noun: 'compute' | 'equipment';
  readonly name: string | null;
  readonly type: string;
  readonly deviceType: string | null;
  readonly serial: string | null;
  readonly assetTag: string | null;
  readonly lastAudited: string | null;
  readonly rackId: string | null;
  readonly parentId: string | null;
  readonly bay: string | null;
  readonly positionHalfU: number | null;
  readonly heightHalfU: number | null;
  readonly face: 'front' | 'rear' | 'both' | null;
  readonly side: 'left' | 'right' | null;
}

const DEVICES = `
  SELECT object.id, object.noun, object.name, ifnull(compute.type, equipment.type) AS type, model.name AS deviceType,
    ifnull(compute.serial, equipment.serial) AS serial, ifnull(compute.asset_tag, equipment.asset_tag) AS assetTag,
    ifnull(compute.last_audited, equipment.last_audited) AS lastAudited, placement.rack_id AS rackId,
    placement.parent_id AS parentId, placement.bay, placement.position_half_u AS positionHalfU,
    ifnull(placement.height_half_u, device_type.height_half_u) AS heightHalfU, placement.face, placement.side
  FROM json_each(?) AS wanted CROSS JOIN object ON object.id = wanted.value AND object.noun IN ('compute', 'equipment')
  LEFT JOIN placement ON placement.object_id = object.id
  LEFT JOIN compute ON compute.id = object.id LEFT JOIN equipment ON equipment.id = object.id
  LEFT JOIN device_type ON device_type.id = ifnull(compute.device_type_id, equipment.device_type_id)
  LEFT JOIN object AS model ON model.id = device_type.id
  WHERE ifnull(equipment.type, '') NOT IN ('blank', 'cable-manager')
    AND (placement.id IS NOT NULL OR ifnull(compute.type, 'baremetal') = 'baremetal')`;

/** Devices that can be looked at: no blank panels, no cable managers, and virtual computes only where they have a place. */
export function devicesToAudit(database: ReadDatabase, ids: readonly string[]): DeviceRow[] {
  return statementOf(database, DEVICES).all(JSON.stringify(ids)) as DeviceRow[];
}

const IN_RACKS = `
  WITH RECURSIVE inside (id) AS (
    SELECT object_id FROM placement WHERE rack_id IN (SELECT value FROM json_each(?))
    UNION SELECT placement.object_id FROM placement JOIN inside ON placement.parent_id = inside.id)
  SELECT id FROM inside`;

/** Everything in racks, chassis and what sits in their bays. */
export function deviceIdsInRacks(database: ReadDatabase, rackIds: readonly string[]): string[] {
  return (statementOf(database, IN_RACKS).all(JSON.stringify(rackIds)) as { id: string }[]).map(({ id }) => id);
}

/** The rack that a device is in, itself or through its chassis; null: none. */
export function rackAround(database: ReadDatabase, deviceId: string): string | null {
  const placed = statementOf(
    database,
    'SELECT rack_id AS rackId, parent_id AS parentId FROM placement WHERE object_id = ?',
  );
  const seen = new Set<string>();
  for (let id: string | null = deviceId; id !== null && !seen.has(id);) {
    seen.add(id);
    const row = placed.get(id) as { rackId: string | null; parentId: string | null } | undefined;
    if (row?.rackId) return row.rackId;
    id = row?.parentId ?? null;
  }
  return null;
}

export interface PartRow {
  readonly computeId: string;
  readonly id: string;
  readonly componentId: string;
  readonly component: string;
  readonly serial: string | null;
  readonly assetTag: string | null;
  readonly slot: string | null;
}

const PARTS = `
  SELECT fitted.compute_id AS computeId, part.id, part.component_id AS componentId, object.name AS component, part.serial,
    part.asset_tag AS assetTag, ifnull(part.slot, iif(fitted.quantity = 1, fitted.slot, NULL)) AS slot
  FROM json_each(?) AS wanted CROSS JOIN component_assignment AS fitted ON fitted.compute_id = wanted.value
  JOIN part ON part.component_assignment_id = fitted.id JOIN object ON object.id = part.component_id
  ORDER BY object.name, part.id`;

/** Numbered parts by the compute they are fitted in. */
export function partsToAudit(database: ReadDatabase, ids: readonly string[]): Map<string, PartRow[]> {
  const rows = statementOf(database, PARTS).all(JSON.stringify(ids)) as PartRow[];
  return Map.groupBy(rows, ({ computeId }) => computeId);
}

interface UnnumberedRow {
  readonly computeId: string;
  readonly componentId: string;
  readonly quantity: number;
  readonly slot: string | null;
  /** JSON list of the slots of its numbered units; empty texts where they name none. */
  readonly partSlots: string;
}

const UNNUMBERED = `
  SELECT fitted.compute_id AS computeId, fitted.component_id AS componentId, fitted.quantity, fitted.slot,
    (SELECT json_group_array(ifnull(slot, '')) FROM part WHERE component_assignment_id = fitted.id) AS partSlots
  FROM json_each(?) AS wanted CROSS JOIN component_assignment AS fitted ON fitted.compute_id = wanted.value
  WHERE fitted.quantity > (SELECT count(*) FROM part WHERE component_assignment_id = fitted.id)
  ORDER BY fitted.id`;

export interface UnnumberedUnit {
  readonly componentId: string;
  readonly slot: string | null;
}

/** Units without a number by the compute they are fitted in; those of one component without slots are one line. */
export function unnumberedToAudit(database: ReadDatabase, ids: readonly string[]): Map<string, UnnumberedUnit[]> {
  const rows = statementOf(database, UNNUMBERED).all(JSON.stringify(ids)) as UnnumberedRow[];
  const grouped = Map.groupBy(rows, ({ computeId }) => computeId);
  return new Map([...grouped].map(([id, list]) => [id, list.flatMap(unnumberedUnits)]));
}

function unnumberedUnits({ componentId, quantity, slot, partSlots }: UnnumberedRow): UnnumberedUnit[] {
  const parts = (JSON.parse(partSlots) as string[]).map((text) => ({ slot: text === '' ? null : text }));
  const units = assignmentUnits(unitSlots(slot, quantity), parts).filter((unit) => unit.part === null);
  return [...new Set(units.map((unit) => unit.slot))].map((name) => ({ componentId, slot: name }));
}

const MACS = `
  SELECT port.object_id AS id, lower(replace(replace(replace(port.mac, ':', ''), '-', ''), '.', '')) AS mac
  FROM json_each(?) AS wanted CROSS JOIN port ON port.object_id = wanted.value WHERE port.mac IS NOT NULL`;

/** Twelve hexadecimal digits each, by device. */
export function macsToAudit(database: ReadDatabase, ids: readonly string[]): Map<string, string[]> {
  const rows = statementOf(database, MACS).all(JSON.stringify(ids)) as { id: string; mac: string }[];
  const grouped = Map.groupBy(rows, ({ id }) => id);
  return new Map([...grouped].map(([id, list]) => [id, list.map(({ mac }) => mac)]));
}
