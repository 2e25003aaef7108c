import { RESOURCE_KEYS, type ResourceVector } from '../../../shared/domain/resource.ts';
import type { TagMap } from '../../../shared/domain/tag.ts';
import { computeTotals } from '../../../shared/rules/totals.ts';
import type { BareMetal } from './bare-metal.ts';
import { PARTS } from './catalogue.ts';
import type { SampleRow } from './sample-row.ts';
import { seededNumbers, type SeededNumbers } from './seeded-numbers.ts';

export interface Booking {
  quantity: number;
  readonly allocated: Partial<ResourceVector>;
  overrideReason?: string;
}

/** A compute that services are booked on. */
export interface Host {
  readonly name: string;
  readonly key: string;
  /** Its own tags and the read-only ones. */
  readonly tags: TagMap;
  readonly total: ResourceVector;
  readonly used: ResourceVector;
  /** Share of the scarcest resource that filling up stops at; 0 leaves the compute idle. */
  readonly fillTo: number;
  readonly bookings: Map<string, Booking>;
}

const FILL_LEVELS = [0, 0.25, 0.35, 0.45, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.9, 0.96] as const;

/** Where the story of the sample needs a certain level. */
const STORY: readonly (readonly [prefix: string, fillTo: number])[] = [
  ['fra1-hv-03', 0.9],
  ['ams1-db-02', 0.9],
  ['ams1-arc', 0.6],
  ['fra1-gpu-01', 0.8],
  ['fra1-gpu-02', 0.8],
  ['fra1-gpu-03', 0.8],
  ['fra1-gpu-04', 0.8],
];

function fillLevel(name: string, numbers: SeededNumbers): number {
  const drawn = numbers.pick(FILL_LEVELS);
  return STORY.find(([prefix]) => name.startsWith(prefix))?.[1] ?? drawn;
}

function partsTotal(compute: BareMetal): ResourceVector {
  const assignments = compute.build.map((line) => {
    const { type, specs = {} } = PARTS[line.part];
    const [raidLevel, raidGroup] = line.raid ?? [];
    const { quantity, hotSpare = false } = line;
    return { componentType: type, specs, quantity, raidLevel, raidGroup, hotSpare };
  });
  const totals = computeTotals({ assignments, coresCount: 'cores' });
  return Object.fromEntries(RESOURCE_KEYS.map((key) => [key, totals[key]])) as ResourceVector;
}

function amount(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}

function statedTotal({ record }: SampleRow): ResourceVector {
  return {
    cores: amount(record['statedCores']),
    memory: amount(record['statedMemoryMb']),
    vram: 0,
    nvme: amount(record['statedNvmeGb']),
    gpu: 0,
  };
}

function derivedTags({ record }: SampleRow, place: TagMap): TagMap {
  const { type, provider, region } = record;
  return { ...place, '@type': String(type), '@provider': String(provider), '@region': String(region) };
}

function hostOf(row: SampleRow, total: ResourceVector, place: TagMap, fillTo: number): Host {
  return {
    name: String(row.record['name']),
    key: row.key,
    tags: { ...row.tags, ...derivedTags(row, place) },
    total,
    used: { cores: 0, memory: 0, vram: 0, nvme: 0, gpu: 0 },
    fillTo,
    bookings: new Map(),
  };
}

/** The active computes: those that services may be booked on. */
export function hostsOf(computes: readonly BareMetal[], virtual: readonly SampleRow[]): Host[] {
  const numbers = seededNumbers(70);
  const active = (row: SampleRow) => (row.record['state'] ?? 'active') === 'active';
  return [
    ...computes.map((compute) => {
      const { name, rack, row } = compute;
      const place = { '@site': rack.hall.site, '@room': rack.hall.room, '@row': rack.row, '@rack': rack.name };
      return { row, host: hostOf(row, partsTotal(compute), place, fillLevel(name, numbers)) };
    }),
    ...virtual.map((row) => {
      const fillTo = fillLevel(String(row.record['name']), numbers);
      return { row, host: hostOf(row, statedTotal(row), {}, fillTo) };
    }),
  ].flatMap(({ row, host }) => (active(row) ? [host] : []));
}
