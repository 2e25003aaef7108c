import type { Placement } from '../../../shared/domain/placement.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { deviceName } from './machine-facts.ts';
import { machinesById, type MachineRow } from './machine-rows.ts';
import { findRack, placeLabel, rackPath, type PathStep } from './rack-rows.ts';

/** Where a device is directly: in a rack or in a chassis. */
export interface Whereabouts {
  readonly device: string;
  readonly containerId: string;
  readonly container: string;
  /** `U13`, `left side`, `bay 3`; null: in a chassis, without a bay. */
  readonly at: string | null;
  readonly kind: 'rack' | 'chassis';
  /** `in rack101 at U13` */
  readonly text: string;
}

/** Where a device is, or undefined when it is nowhere. */
export function whereIs(database: ReadDatabase, id: string): Whereabouts | undefined {
  const [row] = machinesById(database, [id]);
  return row ? whereRow(database, row) : undefined;
}

function whereRow(database: ReadDatabase, row: MachineRow): Whereabouts | undefined {
  if (row.parentId !== null) {
    const container = machineNames(database, [row.parentId]).get(row.parentId) ?? 'a chassis';
    const at = row.bay === null ? null : bayName(row.bay);
    const text = inChassis(container, at);
    return { device: deviceName(row, at), containerId: row.parentId, container, at, kind: 'chassis', text };
  }
  const rack = row.rackId === null ? undefined : findRack(database, row.rackId);
  if (!rack) return undefined;
  const at = placeLabel(rack, row);
  return {
    device: deviceName(row, `${rack.name} ${at}`),
    containerId: rack.id,
    container: rack.name,
    at,
    kind: 'rack',
    text: inRack(rack.name, at),
  };
}

function inChassis(container: string, at: string | null): string {
  return at === null ? `in ${container}` : `in ${at} of ${container}`;
}

function inRack(rack: string, at: string): string {
  return `in ${rack} at ${at}`;
}

/** The place that a placement says, whether it stands or not. */
export function placementText(database: ReadDatabase, placement: Omit<Placement, 'id'>): string {
  const { rackId, parentId, bay } = placement;
  if (parentId !== null) {
    const container = machineNames(database, [parentId]).get(parentId) ?? 'a chassis';
    return inChassis(container, bay === null ? null : bayName(bay));
  }
  const rack = rackId === null ? undefined : findRack(database, rackId);
  return rack ? inRack(rack.name, placeLabel(rack, placement)) : 'in a rack deleted since';
}

/** Site, room, row, rack and every chassis around a device, outermost first, and where it is in the innermost. */
export function placePath(database: ReadDatabase, id: string): { path: PathStep[]; at: string | null } {
  const chassis: PathStep[] = [];
  const seen = new Set<string>();
  let at: string | null = null;
  for (let current = id; !seen.has(current);) {
    seen.add(current);
    const where = whereIs(database, current);
    if (!where) return { path: chassis, at };
    if (current === id) at = where.at;
    if (where.kind === 'rack') return { path: [...rackPath(database, where.containerId), ...chassis], at };
    chassis.unshift({ noun: 'equipment', id: where.containerId, name: where.container });
    current = where.containerId;
  }
  return { path: chassis, at };
}

/** Names of computes and equipment by id; one without a name is called by its type and place. */
export function machineNames(database: ReadDatabase, ids: readonly string[]): Map<string, string> {
  const rows = machinesById(database, ids);
  return new Map(rows.map((row) => [row.id, row.name ?? whereRow(database, row)?.device ?? deviceName(row, null)]));
}
