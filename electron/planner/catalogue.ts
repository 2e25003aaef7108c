import type { ResourceSpec } from '../../shared/domain/service.ts';
import type { Slot } from '../../shared/domain/slot.ts';
import { isProposed, memoryOfSockets, type PartForm } from '../../shared/rules/part-form.ts';

/** The four kinds of parts that give resources, and so the four kinds of slots. */
export const PART_KINDS = ['cpu', 'ram', 'storage', 'gpu'] as const;

export type PartKind = (typeof PART_KINDS)[number];

/** Slots of a machine that take the same parts. */
export interface SlotGroup {
  /** One of them, for all. */
  readonly slot: Slot;
  readonly count: number;
  /** Null where it is not known which of them are meant. */
  readonly names: readonly string[] | null;
}

/** The free slots of a machine that is there, and what decides which of them can be used. */
export interface FreeSlots {
  readonly groups: readonly SlotGroup[];
  readonly sockets: number;
  readonly memorySlots: number;
  /** What is fitted: a CPU opens its share of the memory slots. */
  readonly cpus: number;
  readonly dimms: number;
  /** The CPU that is fitted, where there is one: all CPUs of a machine have to be alike. */
  readonly cpuName: string | null;
}

/** A part that can be bought or lies on a shelf. */
export interface CataloguePart {
  readonly id: string;
  readonly name: string;
  readonly kind: PartKind;
  readonly form?: PartForm['form'];
  readonly generation?: PartForm['generation'];
  /** What one of it adds; a disk its own size, before any RAID. */
  readonly provides: ResourceSpec;
  readonly powerWatts: number;
  /** Decimal string; null: not known. */
  readonly price: string | null;
}

/** An empty server as sold. */
export interface CatalogueChassis {
  readonly id: string;
  readonly name: string;
  readonly heightHalfU: number;
  /** Memory slots are those of all sockets together; each fitted CPU opens its share of them. */
  readonly slots: readonly SlotGroup[];
  /** Without parts. */
  readonly powerWatts: number;
  /** What its power supplies can feed; null: not known, not checked. */
  readonly maxPowerWatts: number | null;
  readonly price: string | null;
}

/** What can be bought. All prices are in `currency`. */
export interface Catalogue {
  readonly chassis: readonly CatalogueChassis[];
  readonly parts: readonly CataloguePart[];
  readonly currency: string | null;
}

/** Slots of the same kind that take the same, as one group; without names where they are only counted. */
export function groupSlots(slots: readonly Slot[], areNamed = true): SlotGroup[] {
  const same = Map.groupBy(slots, ({ kind, fits }) => JSON.stringify([kind, fits ?? null]));
  return [...same.values()].flatMap((group) => {
    const [slot] = group;
    return slot ? [{ slot, count: group.length, names: areNamed ? group.map(({ name }) => name) : null }] : [];
  });
}

/** The groups whose slots take a part. */
export function groupsFor(groups: readonly SlotGroup[], part: CataloguePart): SlotGroup[] {
  const formed = {
    name: part.name,
    componentType: part.kind,
    form: part.form ?? null,
    generation: part.generation ?? null,
  };
  return groups.filter(({ slot }) => isProposed(slot, formed));
}

export function countOf(groups: readonly SlotGroup[]): number {
  return groups.reduce((sum, { count }) => sum + count, 0);
}

/** Whether memory runs with a CPU, as far as both are known. */
export function runsWith(memory: CataloguePart, cpu: CataloguePart): boolean {
  const wanted = cpu.form ? memoryOfSockets(cpu.form) : null;
  return wanted === null || !memory.generation || memory.generation === wanted;
}

/**
 * A price as a whole number of ten-thousandths, for comparing and adding; exact below 900 billion. What is shown is
 * added up from the decimal strings instead (`sumMoney`).
 */
export function priceUnits(price: string): number {
  return Math.round(Number(price) * 10_000);
}
