import type { ComponentType } from '../domain/component.ts';
import type { StorageMedium } from '../domain/component-specs.ts';
import { normaliseSpecs } from '../domain/normalise-specs.ts';
import { storageMb } from './raid.ts';

/** What a catalogue entry says of one unit; computed once per component, added once per assignment. */
export interface Contribution {
  readonly type: ComponentType;
  readonly physicalCores: number;
  readonly threads: number;
  readonly memoryMb: number;
  readonly vramMb: number;
  readonly gpu: number;
  /** Decimal MB of one disk; 0 for parts that store nothing and for disks of unknown size. */
  readonly storageMb: number;
  readonly medium: StorageMedium | null;
  readonly nicMbps: number;
  readonly psuWatts: number;
  /** Estimated draw, null when nothing is known. */
  readonly drawWatts: number | null;
  readonly weightGrams: number | null;
  /** What the specs fail to say, to follow the part's name in a sentence. */
  readonly gap: string | null;
}

export interface ContributingComponent {
  /** A stored type, or any word that `readComponentType` accepts. */
  readonly type: string;
  readonly specs: Readonly<Record<string, unknown>>;
  readonly powerWatts?: number | null | undefined;
  readonly weightGrams?: number | null | undefined;
}

function positive(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null;
}

/** Cores and threads of one CPU; a number that is not given is taken from the other, and missing cores are told. */
function cpu(specs: Readonly<Record<string, unknown>>): Partial<Contribution> {
  const cores = positive(specs['cores']);
  const threads = positive(specs['threads']);
  const gap =
    cores !== null
      ? null
      : threads === null
        ? 'has no number of cores'
        : 'has threads but no cores, so its threads count as cores';
  return { physicalCores: Math.floor(cores ?? threads ?? 0), threads: Math.floor(threads ?? cores ?? 0), gap };
}

function memoryMb(gigabytes: unknown): number {
  return Math.floor((positive(gigabytes) ?? 0) * 1024);
}

function ofType(type: ComponentType, specs: Readonly<Record<string, unknown>>): Partial<Contribution> {
  switch (type) {
    case 'cpu':
      return cpu(specs);
    case 'ram':
      return {
        memoryMb: memoryMb(specs['capacity_gb']),
        gap: positive(specs['capacity_gb']) ? null : 'has no capacity',
      };
    case 'gpu':
      return {
        gpu: 1,
        vramMb: memoryMb(specs['vram_gb']),
        gap: typeof specs['vram_gb'] === 'number' ? null : 'has no memory size',
      };
    case 'storage': {
      const size = storageMb(positive(specs['capacity_gb']) ?? 0);
      const medium = specs['type'];
      const known = medium === 'hdd' || medium === 'ssd' || medium === 'nvme' ? medium : null;
      return { storageMb: size, medium: known, gap: size > 0 ? null : 'has no capacity' };
    }
    case 'nic': {
      const ports = positive(specs['ports']) ?? 1;
      return { nicMbps: Math.round((positive(specs['speed_gbps']) ?? 0) * 1000) * Math.floor(ports) };
    }
    case 'psu':
      return { psuWatts: Math.floor(positive(specs['watts']) ?? 0), drawWatts: 0 };
    case 'os':
      return { drawWatts: 0, weightGrams: 0 };
    case 'other':
      return {};
  }
}

const TYPICAL_DRAW: Readonly<Partial<Record<ComponentType, string>>> = { cpu: 'tdp_watts', gpu: 'watts' };

function drawWatts(
  type: ComponentType,
  component: ContributingComponent,
  specs: Readonly<Record<string, unknown>>,
): number | null {
  const key = TYPICAL_DRAW[type];
  return component.powerWatts ?? positive(specs['draw_watts']) ?? (key ? positive(specs[key]) : null);
}

/**
 * What one unit of a component adds to a compute. Memory is capacity_gb × 1024 MB; a network card is ports × speed_gbps;
 * draw is the catalogue's power, else `draw_watts`, else a CPU's `tdp_watts` or a GPU's `watts`. Specs of any source are
 * normalised first, so a key of the reference program counts too.
 */
export function componentContribution(component: ContributingComponent): Contribution {
  const { type, specs } = normaliseSpecs(component.type, component.specs);
  return {
    type,
    physicalCores: 0,
    threads: 0,
    memoryMb: 0,
    vramMb: 0,
    gpu: 0,
    storageMb: 0,
    medium: null,
    nicMbps: 0,
    psuWatts: 0,
    drawWatts: drawWatts(type, component, specs),
    weightGrams: component.weightGrams ?? null,
    gap: null,
    ...ofType(type, specs),
  };
}
