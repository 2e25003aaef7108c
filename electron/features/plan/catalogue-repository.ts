import type { ComponentType } from '../../../shared/domain/component.ts';
import type { PortTemplates } from '../../../shared/domain/port-templates.ts';
import type { Slot } from '../../../shared/domain/slot.ts';
import { componentContribution } from '../../../shared/rules/contribution.ts';
import { slotsOfDeviceType } from '../../../shared/rules/device-slots.ts';
import { partForm, type FormedPart } from '../../../shared/rules/part-form.ts';
import { narrowSlots } from '../../../shared/rules/slot-narrowing.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';
import {
  PART_KINDS,
  groupSlots,
  type Catalogue,
  type CatalogueChassis,
  type CataloguePart,
} from '../../planner/catalogue.ts';
import type { UpgradeStock } from '../../planner/upgrades.ts';
import { freeSlotsOf } from './free-slots.ts';

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

/** A handful of machines shows what a type takes. */
const EXAMPLES = `
  SELECT object.name, component.type, component.specs
  FROM component JOIN object ON object.id = component.id
  WHERE component.type IN ('cpu', 'ram', 'storage') AND component.id IN (
    SELECT component_id FROM component_assignment WHERE compute_id IN (
      SELECT id FROM compute WHERE device_type_id = ? ORDER BY id LIMIT 20)
    UNION SELECT json_extract(line.value, '$.componentId') FROM device_type, json_each(device_type.build) AS line
    WHERE device_type.id = ?)
  ORDER BY component.id`;

interface ExampleRow {
  readonly name: string;
  readonly type: ComponentType;
  readonly specs: string;
}

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

/** What is fitted in the first computes of a type and in its default build: what its slots evidently take. */
function examplesOf(database: ReadDatabase, typeId: string): FormedPart[] {
  return statementOf(database, EXAMPLES)
    .all(typeId, typeId)
    .map((row) => {
      const { name, type, specs } = row as ExampleRow;
      return { name, componentType: type, ...partForm(type, JSON.parse(specs) as Record<string, unknown>, name) };
    });
}

/** A server to build: a device type with sockets and memory slots. Its nameplate is what its supplies can feed. */
function chassisOf(database: ReadDatabase, row: TypeRow, settings: Settings): CatalogueChassis[] {
  const declared = slotsOfDeviceType({
    slots: JSON.parse(row.slots) as Slot[],
    templates: JSON.parse(row.templates) as PortTemplates,
  });
  if (!['cpu', 'dimm'].every((kind) => declared.some((slot) => slot.kind === kind))) return [];
  const { id, name, heightHalfU } = row;
  const slots = groupSlots(narrowSlots(declared, examplesOf(database, id)), false);
  const price = priceIn(row, settings);
  return [{ id, name, heightHalfU, slots, powerWatts: 0, maxPowerWatts: row.powerWatts, price }];
}

function partOf(row: ComponentRow, settings: Settings): CataloguePart[] {
  const kind = PART_KINDS.find((entry) => entry === row.type);
  const { id, name } = row;
  const specs = JSON.parse(row.specs) as Record<string, unknown>;
  const given = componentContribution({ type: row.type, specs, powerWatts: row.powerWatts });
  const provides = {
    cores: settings.coresCount === 'threads' ? given.threads : given.physicalCores,
    memory: given.memoryMb,
    vram: given.vramMb,
    nvme: Math.floor(given.storageMb / 1000),
    gpu: given.gpu,
  };
  if (!kind || Object.values(provides).every((amount) => amount === 0)) return [];
  const form = partForm(row.type, specs, name);
  return [{ id, name, kind, ...form, provides, powerWatts: given.drawWatts ?? 0, price: priceIn(row, settings) }];
}

/** What can be bought: device types with sockets and memory slots, and the parts that give resources. */
export function catalogueOf(database: ReadDatabase): Catalogue {
  const settings = settingsOf(database);
  const types = database.prepare<[], TypeRow>(TYPES).all();
  const parts = database.prepare<[], ComponentRow>(PARTS).all();
  return {
    chassis: types.flatMap((row) => chassisOf(database, row, settings)),
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
    freeSlots: (computeId) => freeSlotsOf(database, computeId),
  };
}
