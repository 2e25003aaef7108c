import type { RaidLevel } from '../../shared/domain/raid-level.ts';
import { RESOURCE_KEYS, type ResourceKey, type ResourceVector } from '../../shared/domain/resource.ts';
import { raidCapacity, raidMinimumMembers } from '../../shared/rules/raid.ts';
import {
  countOf,
  groupsFor,
  priceUnits,
  runsWith,
  type CatalogueChassis,
  type CataloguePart,
  type PartKind,
} from './catalogue.ts';

/** A number of one part in a server. */
export interface Fitted {
  readonly part: CataloguePart;
  readonly quantity: number;
}

/** A server that offers at least what was needed. */
export interface Configuration {
  readonly chassis: CatalogueChassis;
  readonly fitted: readonly Fitted[];
  readonly provides: ResourceVector;
  /** Ten-thousandths of the currency; 0 where prices do not count. */
  readonly price: number;
  readonly powerWatts: number;
}

export interface ConfiguratorOptions {
  /** Array of the data disks; null: single disks without RAID. */
  readonly raid: RaidLevel | null;
  /** Whether to minimise price; otherwise height and then watts decide. */
  readonly priced: boolean;
}

interface Option {
  readonly fitted: Fitted | null;
  readonly provides: Partial<ResourceVector>;
  readonly price: number;
  readonly powerWatts: number;
}

const NOTHING: Option = { fitted: null, provides: {}, price: 0, powerWatts: 0 };

/** What a number of one part offers: disks by the array's rule, everything else simply added. */
function providedBy(part: CataloguePart, quantity: number, raid: RaidLevel | null): Partial<ResourceVector> {
  if (part.kind !== 'storage' || raid === null) {
    return Object.fromEntries(RESOURCE_KEYS.map((key) => [key, (part.provides[key] ?? 0) * quantity]));
  }
  const members = Array.from({ length: quantity }, () => ({ capacityGb: part.provides.nvme ?? 0 }));
  return { nvme: raidCapacity({ level: raid, members }).capacityGb };
}

function covers(provides: Partial<ResourceVector>, need: ResourceVector, keys: readonly ResourceKey[]): boolean {
  return keys.every((key) => (provides[key] ?? 0) >= need[key]);
}

const SUPPLIES: Record<PartKind, readonly ResourceKey[]> = {
  cpu: ['cores'],
  ram: ['memory'],
  storage: ['nvme'],
  gpu: ['gpu', 'vram'],
};

function optionOf(part: CataloguePart, quantity: number, options: ConfiguratorOptions): Option {
  const price = options.priced && part.price !== null ? priceUnits(part.price) * quantity : 0;
  const provides = providedBy(part, quantity, options.raid);
  return { fitted: { part, quantity }, provides, price, powerWatts: part.powerWatts * quantity };
}

/** Every quantity of a part within `least` to `most` that covers the need of its kind, fewest first. */
function covering(
  part: CataloguePart,
  need: ResourceVector,
  least: number,
  most: number,
  options: ConfiguratorOptions,
): Option[] {
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) =>
    optionOf(part, least + index, options),
  ).filter((option) => covers(option.provides, need, SUPPLIES[part.kind]));
}

/** A part with the number of slots of the chassis that take it. */
interface Takeable {
  readonly part: CataloguePart;
  readonly slots: number;
}

/** The parts that go into the chassis at all: socket, generation of memory and form are right as far as they are known. */
function takeable(chassis: CatalogueChassis, parts: readonly CataloguePart[]): Takeable[] {
  return parts.flatMap((part) => {
    const slots = countOf(groupsFor(chassis.slots, part));
    return slots > 0 ? [{ part, slots }] : [];
  });
}

/** More CPUs than the cores need are kept as choices: each opens further memory slots. */
function cpuChoices(parts: readonly Takeable[], need: ResourceVector, options: ConfiguratorOptions): Option[] {
  return parts
    .filter(({ part }) => part.kind === 'cpu')
    .flatMap(({ part, slots }) => covering(part, need, 1, slots, options));
}

/** A workload's GPU memory lies on its own cards, so each card must hold its share of what is needed. */
function holdsShare(part: CataloguePart, need: ResourceVector): boolean {
  return part.kind !== 'gpu' || need.gpu === 0 || (part.provides.vram ?? 0) * need.gpu >= need.vram;
}

/** Choices of a kind that no other choice beats in both price and watts. */
function choices(
  parts: readonly Takeable[],
  kind: 'ram' | 'storage' | 'gpu',
  need: ResourceVector,
  options: ConfiguratorOptions,
): Option[] {
  const nothingNeeded = SUPPLIES[kind].every((key) => need[key] === 0);
  if (nothingNeeded && kind !== 'ram') return [NOTHING];
  const least = kind === 'storage' && options.raid !== null ? raidMinimumMembers(options.raid) : 1;
  const found = parts
    .filter(({ part }) => part.kind === kind && holdsShare(part, need))
    .flatMap(({ part, slots }) => covering(part, need, least, slots, options).slice(0, 1))
    .toSorted(
      (left, right) => left.price - right.price || left.powerWatts - right.powerWatts || compareIds(left, right),
    );
  let lowest = Infinity;
  return found.filter((option) => {
    const better = option.powerWatts < lowest;
    lowest = Math.min(lowest, option.powerWatts);
    return better;
  });
}

function compareIds(left: Option, right: Option): number {
  const [first, second] = [left.fitted?.part.id ?? '', right.fitted?.part.id ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}

function assembled(chassis: CatalogueChassis, parts: readonly Option[], priced: boolean): Configuration {
  const total = (key: ResourceKey): number => parts.reduce((sum, option) => sum + (option.provides[key] ?? 0), 0);
  const chassisPrice = priced && chassis.price !== null ? priceUnits(chassis.price) : 0;
  return {
    chassis,
    fitted: parts.flatMap((option) => option.fitted ?? []),
    provides: {
      cores: total('cores'),
      memory: total('memory'),
      vram: total('vram'),
      nvme: total('nvme'),
      gpu: total('gpu'),
    },
    price: parts.reduce((sum, option) => sum + option.price, chassisPrice),
    powerWatts: parts.reduce((sum, option) => sum + option.powerWatts, chassis.powerWatts),
  };
}

/** Negative when `left` is to be preferred: price, then height, then watts; equal servers keep the catalogue's order by id. */
export function compareConfigurations(left: Configuration, right: Configuration): number {
  const ids = left.chassis.id < right.chassis.id ? -1 : left.chassis.id > right.chassis.id ? 1 : 0;
  return (
    left.price - right.price ||
    left.chassis.heightHalfU - right.chassis.heightHalfU ||
    left.powerWatts - right.powerWatts ||
    ids
  );
}

/** Memory that runs with the CPUs, each with the slots that so many of them open. */
function opened(parts: readonly Takeable[], cpu: Option, sockets: number): Takeable[] {
  const { fitted } = cpu;
  if (!fitted) return [];
  return parts
    .filter(({ part }) => part.kind === 'ram' && runsWith(part, fitted.part))
    .map(({ part, slots }) => ({ part, slots: Math.floor((slots * fitted.quantity) / Math.max(1, sockets)) }));
}

/**
 * The best server of one chassis for a need (planner.md 6.1): CPUs × sockets, DIMMs × the slots those sockets open, disks ×
 * bays under the RAID rule and GPUs × slots are chosen independently, which is optimal for one part type per kind. Where
 * the power supply binds, the price-and-watts choices of each kind are combined instead of taking the cheapest of each.
 * @returns null when the chassis cannot hold it.
 */
export function configure(
  chassis: CatalogueChassis,
  parts: readonly CataloguePart[],
  need: ResourceVector,
  options: ConfiguratorOptions,
): Configuration | null {
  const fitting = takeable(chassis, parts);
  const sockets = countOf(chassis.slots.filter(({ slot }) => slot.kind === 'cpu'));
  const fixed = (['storage', 'gpu'] as const).map((kind) => choices(fitting, kind, need, options));
  let best: Configuration | null = null;
  for (const cpu of cpuChoices(fitting, need, options)) {
    const memory = opened(fitting, cpu, sockets);
    const perKind = [[cpu], choices(memory, 'ram', need, options), ...fixed];
    for (const combination of combinations(perKind)) {
      const configuration = assembled(chassis, combination, options.priced);
      if (chassis.maxPowerWatts !== null && configuration.powerWatts > chassis.maxPowerWatts) continue;
      if (!best || compareConfigurations(configuration, best) < 0) best = configuration;
    }
  }
  return best;
}

function combinations(perKind: readonly (readonly Option[])[]): Option[][] {
  return perKind.reduce<Option[][]>(
    (rows, options) => rows.flatMap((row) => options.map((option) => [...row, option])),
    [[]],
  );
}
