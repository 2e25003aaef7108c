import type { ComponentType } from '../../../shared/domain/component.ts';
import type { PortTemplates } from '../../../shared/domain/port-templates.ts';
import type { Slot } from '../../../shared/domain/slot.ts';
import { componentContribution } from '../../../shared/rules/contribution.ts';
import { slotsOfCompute, slotsOfDeviceType } from '../../../shared/rules/device-slots.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import {
  PART_KINDS,
  type Catalogue,
  type CatalogueChassis,
  type CataloguePart,
  type SlotCounts,
} from '../../planner/catalogue.ts';
import type { UpgradeStock } from '../../planner/upgrades.ts';

interface Priced {
  readonly listPrice: string | null;
  readonly currency: string | null;
}

interface TypeRow extends Priced {
  readonly id: string;
  readonly name: string;
  readonly heightHalfU: number;
  readonly powerWatts: number | null;
  readonly slots: string;
  readonly templates: string;
}

interface ComponentRow extends Priced {
  readonly id: string;
  readonly name: string;
  readonly type: ComponentType;
  readonly specs: string;
  readonly powerWatts: number | null;
}

interface Settings {
  readonly currency: string;
  readonly coresCount: 'cores' | 'threads';
}

const TYPES = `
  SELECT device_type.id, object.name, height_half_u AS heightHalfU, power_watts AS powerWatts, slots, templates,
    list_price AS listPrice, currency
  FROM device_type JOIN object ON object.id = device_type.id
  WHERE height_half_u > 0 AND ifnull(subdevice_role, '') <> 'child' AND (slots <> '[]' OR templates LIKE '%module-bays%')
  ORDER BY device_type.id`;

const PARTS = `
  SELECT component.id, object.name, type, specs, power_watts AS powerWatts, list_price AS listPrice, currency
  FROM component JOIN object ON object.id = component.id
  WHERE type IN ('cpu', 'ram', 'storage', 'gpu') ORDER BY component.id`;

const SPARES = `
  SELECT component_id AS id, sum(units) AS units FROM (
    SELECT component_id, count(*) AS units FROM part WHERE status = 'spare' GROUP BY component_id
    UNION ALL SELECT component_id, loose_units FROM stock_level
  ) GROUP BY component_id`;

function settingsOf(database: ReadDatabase): Settings {
  const found = database
    .prepare<[], Settings>("SELECT currency, cores_count AS coresCount FROM setting WHERE id = 'workspace'")
    .get();
  return found ?? { currency: 'EUR', coresCount: 'cores' };
}

/** A price in the workspace's own currency; one in another is not compared, and so counts as unknown. */
function priceIn({ listPrice, currency }: Priced, settings: Settings): string | null {
  return (currency ?? settings.currency) === settings.currency ? listPrice : null;
}

/** How many slots take parts of each kind that gives resources. A GPU goes into a PCIe slot. */
export function countSlots(slots: readonly Slot[]): SlotCounts {
  const of = (...kinds: Slot['kind'][]) => slots.filter(({ kind }) => kinds.includes(kind)).length;
  return { cpu: of('cpu'), ram: of('dimm'), storage: of('bay', 'm2'), gpu: of('pcie') };
}

/** A server to build: a device type with sockets and memory slots. Its nameplate is what its supplies can feed. */
function chassisOf(row: TypeRow, settings: Settings): CatalogueChassis[] {
  const declared = JSON.parse(row.slots) as Slot[];
  const slots = countSlots(
    slotsOfDeviceType({ slots: declared, templates: JSON.parse(row.templates) as PortTemplates }),
  );
  if (slots.cpu === 0 || slots.ram === 0) return [];
  const { id, name, heightHalfU } = row;
  const price = priceIn(row, settings);
  return [{ id, name, heightHalfU, slots, powerWatts: 0, maxPowerWatts: row.powerWatts, price }];
}

function partOf(row: ComponentRow, settings: Settings): CataloguePart[] {
  const kind = PART_KINDS.find((entry) => entry === row.type);
  const { id, name } = row;
  const given = componentContribution({
    type: row.type,
    specs: JSON.parse(row.specs) as Record<string, unknown>,
    powerWatts: row.powerWatts,
  });
  const provides = {
    cores: settings.coresCount === 'threads' ? given.threads : given.physicalCores,
    memory: given.memoryMb,
    vram: given.vramMb,
    nvme: Math.floor(given.storageMb / 1000),
    gpu: given.gpu,
  };
  if (!kind || Object.values(provides).every((amount) => amount === 0)) return [];
  return [{ id, name, kind, provides, powerWatts: given.drawWatts ?? 0, price: priceIn(row, settings) }];
}

/** What can be bought: device types with sockets and memory slots, and the parts that give resources. */
export function catalogueOf(database: ReadDatabase): Catalogue {
  const settings = settingsOf(database);
  const types = database.prepare<[], TypeRow>(TYPES).all();
  const parts = database.prepare<[], ComponentRow>(PARTS).all();
  return {
    chassis: types.flatMap((row) => chassisOf(row, settings)),
    parts: parts.flatMap((row) => partOf(row, settings)),
    currency: settings.currency,
  };
}

/** What could be added to machines that are there: the catalogue's parts, the spares of them, and the free slots. */
export function stockOf(database: ReadDatabase, parts: readonly CataloguePart[]): UpgradeStock {
  const spares = database.prepare<[], { id: string; units: number }>(SPARES).all();
  return {
    parts,
    spares: new Map(spares.map(({ id, units }) => [id, units])),
    freeSlots: (computeId) => freeSlots(database, computeId),
  };
}

interface OwnSlotsRow {
  readonly own: string | null;
  readonly slots: string | null;
  readonly templates: string | null;
}

const OWN_SLOTS = `
  SELECT compute.slots AS own, device_type.slots, device_type.templates
  FROM compute LEFT JOIN device_type ON device_type.id = compute.device_type_id WHERE compute.id = ?`;

const UNITS_BY_TYPE = `
  SELECT component.type, sum(component_assignment.quantity) AS units
  FROM component_assignment JOIN component ON component.id = component_assignment.component_id
  WHERE component_assignment.compute_id = ? GROUP BY component.type`;

/** Slots less what is fitted, each part in the kind of slot that takes it; null where no slots are declared. */
function freeSlots(database: ReadDatabase, computeId: string): SlotCounts | null {
  const row = database.prepare<[string], OwnSlotsRow>(OWN_SLOTS).get(computeId);
  const parsed = <Value>(text: string | null | undefined): Value | null =>
    text === null || text === undefined ? null : (JSON.parse(text) as Value);
  const type = { slots: parsed<Slot[]>(row?.slots), templates: parsed<PortTemplates>(row?.templates) };
  const slots = slotsOfCompute(parsed<Slot[]>(row?.own), type);
  if (slots.length === 0) return null;
  const units = new Map(
    database
      .prepare<[string], { type: ComponentType; units: number }>(UNITS_BY_TYPE)
      .all(computeId)
      .map((entry) => [entry.type, entry.units]),
  );
  const fitted = (type: ComponentType): number => units.get(type) ?? 0;
  const all = countSlots(slots);
  const ocp = slots.filter(({ kind }) => kind === 'ocp').length;
  const cards = fitted('gpu') + Math.max(0, fitted('nic') - ocp);
  return {
    cpu: Math.max(0, all.cpu - fitted('cpu')),
    ram: Math.max(0, all.ram - fitted('ram')),
    storage: Math.max(0, all.storage - fitted('storage')),
    gpu: Math.max(0, all.gpu - cards),
  };
}
