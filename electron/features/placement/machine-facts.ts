import { COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import { EQUIPMENT_TYPES } from '../../../shared/domain/equipment.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import type { OccupiedFace, RackDevice, StandsIn } from '../../../shared/rules/rack-model.ts';
import type { MachineRow } from './machine-rows.ts';

const TYPE_LABELS = new Map<string, string>(
  [...EQUIPMENT_TYPES, ...COMPUTE_TYPES].map(({ value, label }) => [value, label]),
);
/** Power goes through these; what they feed is counted at the devices. */
const PASSES_POWER_ON: ReadonlySet<string> = new Set(['pdu', 'ups']);
const DRAWS_NOTHING: ReadonlySet<string> = new Set(['patch-panel', 'blank', 'shelf', 'cable-manager']);

/** How a device without a name is called: its type and, where it is known, its unit. */
export function deviceName(row: Pick<MachineRow, 'name' | 'type'>, place: string | null): string {
  if (row.name !== null) return row.name;
  const label = TYPE_LABELS.get(row.type) ?? row.type;
  return place === null ? `${label} without a name` : `${label} @ ${place}`;
}

/** Watts drawn: nameplate of the type, else the estimate from its parts; null when neither is known. */
export function powerWattsOf(row: MachineRow, children: readonly MachineRow[]): number | null {
  if (PASSES_POWER_ON.has(row.type) || DRAWS_NOTHING.has(row.type)) return 0;
  const own = row.typeWatts || row.drawWatts || null;
  if (own !== null || children.length === 0) return own;
  // The nameplate of a chassis covers its blades; without one, they add up.
  const known = children.map((child) => powerWattsOf(child, [])).filter((watts) => watts !== null);
  return known.length === 0 ? null : sum(known);
}

/** Grams of the device with what sits in its bays; null when its own weight is not known. */
export function weightGramsOf(row: MachineRow, children: readonly MachineRow[]): number | null {
  const own = row.typeGrams ?? (row.partGrams || null);
  if (own === null) return null;
  return own + sum(children.map((child) => weightGramsOf(child, []) ?? 0));
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}

const RESOURCES = [
  ['cores', 'coresAllocated'],
  ['memory', 'memoryAllocated'],
  ['vram', 'vramAllocated'],
  ['nvme', 'nvmeAllocated'],
  ['gpu', 'gpuAllocated'],
] as const;

/** Mean of allocated/total, each at most 1, over the resources it has; null without any. */
export function utilisationOf(row: MachineRow): number | null {
  const shares = RESOURCES.flatMap(([total, allocated]) => {
    const capacity = row[total] ?? 0;
    return capacity > 0 ? [Math.min(1, (row[allocated] ?? 0) / capacity)] : [];
  });
  return shares.length === 0 ? null : sum(shares) / shares.length;
}

/** Named types that no bay takes, whether their model is known or not. */
const NEVER_IN_A_BAY: ReadonlySet<string> = new Set([
  ...PASSES_POWER_ON,
  'chassis',
  'patch-panel',
  'shelf',
  'cable-manager',
  'vps',
  'vm',
]);

function standsIn(row: MachineRow): StandsIn {
  if (row.chassisRole === 'child') return row.typeHeightHalfU === 0 ? 'bays' : 'either';
  return row.deviceTypeId === null && !NEVER_IN_A_BAY.has(row.type) ? 'either' : 'units';
}

/** The bays that the type of a chassis declares, in its order. */
export function declaredBays({ bays }: Pick<MachineRow, 'bays'>): string[] {
  if (bays === null) return [];
  const entries: unknown = JSON.parse(bays);
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown) => {
    const name: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, 'name') : null;
    return typeof name === 'string' ? [name] : [];
  });
}

/** A device as the fit rule sees it, at its place or, not placed yet, with what its type says of its size. */
export function rackDevice(
  row: MachineRow,
  name: string,
  children: readonly MachineRow[],
  feeds: readonly string[],
): RackDevice {
  return {
    standsIn: standsIn(row),
    parentId: row.parentId,
    bay: row.bay,
    bays: declaredBays(row),
    children: children.map((child) => rackDevice(child, deviceName(child, bayOf(child)), [], [])),
    ownPowerWatts: powerWattsOf(row, []),
    id: row.id,
    name,
    positionHalfU: row.positionHalfU,
    heightHalfU: row.rackId === null ? typeHeight(row) : (row.heightHalfU ?? typeHeight(row)),
    face: row.rackId === null ? typeFace(row) : (row.face ?? typeFace(row)),
    widthParts: row.widthParts ?? 1,
    widthOffset: row.widthOffset ?? 0,
    widthSpan: row.widthSpan ?? 1,
    side: row.side,
    depthMm: row.depthMm,
    widthInches: row.typeWidth === null ? null : Number(row.typeWidth),
    weightGrams: weightGramsOf(row, children),
    powerWatts: powerWattsOf(row, children),
    feeds,
    reservedFor: row.owner,
  };
}

function bayOf({ bay }: MachineRow): string | null {
  return bay === null ? null : bayName(bay);
}

const UNKNOWN_HEIGHT_HALF_U = 2;

function typeHeight(row: MachineRow): number {
  return row.typeHeightHalfU ?? UNKNOWN_HEIGHT_HALF_U;
}

function typeFace(row: MachineRow): OccupiedFace {
  return row.fullDepth === 0 ? 'front' : 'both';
}
