import { COMPONENT_TYPES, type COMPONENT_TYPE_WORDS, type ComponentType } from './component.ts';
import { STORAGE_MEDIA, type StorageMedium } from './component-specs.ts';
import type { QuantityUnit } from './unit-rules.ts';
import { parseQuantity, type Reading } from './units.ts';

export interface NormalisedComponent {
  readonly type: ComponentType;
  readonly specs: Readonly<Record<string, unknown>>;
  /** Sentences on what the source said twice, or in words that had to be read differently. */
  readonly findings: readonly string[];
}

/** Spec keys that mean one thing, in the order in which the reference program looks at them. */
interface KeyList {
  readonly keys: readonly string[];
  /** Written amount × factor = canonical amount. */
  readonly factor: number;
}

interface SpecAlias {
  readonly canonical: string;
  /** A later list is looked at only when the earlier ones hold no number above zero. */
  readonly lists: readonly KeyList[];
  /** How a text with a unit ('64 GB') is read, and how many of that unit are one canonical unit. */
  readonly textUnit?: { readonly unit: QuantityUnit; readonly perCanonical: number };
}

const FROM_MB = 1 / 1024;
const BINARY_GB = { unit: 'MB', perCanonical: 1024 } as const;

function single(...keys: string[]): readonly KeyList[] {
  return [{ keys, factor: 1 }];
}

const ALIASES: Readonly<Partial<Record<ComponentType, readonly SpecAlias[]>>> = {
  cpu: [
    { canonical: 'cores', lists: single('cores', 'core_count') },
    { canonical: 'threads', lists: single('threads', 'thread_count') },
    { canonical: 'tdp_watts', lists: single('tdp_watts', 'tdp'), textUnit: { unit: 'W', perCanonical: 1 } },
  ],
  ram: [
    {
      canonical: 'capacity_gb',
      lists: [
        { keys: ['capacity_gb', 'size_gb', 'memory_gb'], factor: 1 },
        { keys: ['memory', 'size'], factor: FROM_MB },
      ],
      textUnit: BINARY_GB,
    },
  ],
  gpu: [
    {
      canonical: 'vram_gb',
      lists: [
        { keys: ['vram_gb', 'memory_gb', 'video_memory_gb'], factor: 1 },
        { keys: ['vram', 'memory'], factor: FROM_MB },
      ],
      textUnit: BINARY_GB,
    },
  ],
  storage: [
    {
      canonical: 'capacity_gb',
      lists: single('size', 'capacity_gb', 'storage_gb', 'capacity'),
      textUnit: { unit: 'GB', perCanonical: 1 },
    },
  ],
};

const TYPE_ALIASES: Readonly<Record<(typeof COMPONENT_TYPE_WORDS)[number], ComponentType>> = {
  memory: 'ram',
  nvme: 'storage',
  ssd: 'storage',
  hdd: 'storage',
};

const aliases: ReadonlyMap<string, ComponentType> = new Map(Object.entries(TYPE_ALIASES));

/** 'NVMe SSD' is nvme: the narrower word decides. */
const MEDIA_BY_PRECISION: readonly StorageMedium[] = ['nvme', 'ssd', 'hdd'];

function isMedium(value: unknown): value is StorageMedium {
  return STORAGE_MEDIA.some((medium) => medium === value);
}

/** Reads a component type, the reference program's extra words (memory, nvme, ssd, hdd) included. */
export function readComponentType(text: string): Reading<ComponentType> {
  const word = text.trim().toLowerCase();
  const type = aliases.get(word) ?? COMPONENT_TYPES.find(({ value }) => value === word)?.value;
  if (type) return { ok: true, value: type };
  const allowed = [...COMPONENT_TYPES.map(({ value }) => value), ...Object.keys(TYPE_ALIASES)].join(', ');
  return { ok: false, message: `Component type '${text}' is not known; allowed is ${allowed}.`, allowed };
}

/** A number above zero as written; a text counts when it is a plain number or has a unit. */
function positive(value: unknown, list: KeyList, alias: SpecAlias): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value > 0 ? value * list.factor : null;
  if (typeof value !== 'string' || value.trim() === '') return null;
  const plain = Number(value);
  if (Number.isFinite(plain)) return plain > 0 ? plain * list.factor : null;
  if (!alias.textUnit) return null;
  const reading = parseQuantity(value, alias.textUnit.unit);
  return reading.ok && reading.value > 0 ? reading.value / alias.textUnit.perCanonical : null;
}

interface Written {
  readonly key: string;
  readonly amount: number;
  readonly fromText: boolean;
}

function amountsWritten(specs: Readonly<Record<string, unknown>>, alias: SpecAlias): readonly Written[] {
  return alias.lists.flatMap((list) =>
    list.keys.flatMap((key) => {
      const amount = positive(specs[key], list, alias);
      return amount === null ? [] : [{ key, amount, fromText: typeof specs[key] === 'string' }];
    }),
  );
}

function applyAlias(specs: Record<string, unknown>, alias: SpecAlias): readonly string[] {
  const written = amountsWritten(specs, alias);
  const winner = written.find(({ fromText }) => !fromText) ?? written[0];
  if (!winner) return [];
  // A canonical key keeps its place, so that normalising twice keeps the order too.
  for (const { key } of written) if (key !== alias.canonical) delete specs[key];
  specs[alias.canonical] = winner.amount;
  return written
    .filter(({ amount }) => amount !== winner.amount)
    .map(
      ({ key, amount }) =>
        `${winner.key} gives ${alias.canonical} ${winner.amount}; ${key}, which says ${amount}, is dropped.`,
    );
}

/** Brings the medium of a storage part to hdd, ssd or nvme; an interface written in its place moves to `interface`. */
function applyMedium(specs: Record<string, unknown>, typeWord: string): readonly string[] {
  const written = typeof specs['type'] === 'string' ? specs['type'].trim() : '';
  if (written === '') {
    if (isMedium(typeWord)) specs['type'] = typeWord;
    return [];
  }
  const words = written.toLowerCase().split(/[^a-z]+/);
  const medium = MEDIA_BY_PRECISION.find((word) => words.includes(word));
  const read = medium ?? (isMedium(typeWord) ? typeWord : undefined);
  if (read) specs['type'] = read;
  else delete specs['type'];
  if (read === written.toLowerCase()) return [];
  specs['interface'] ??= written;
  return [`type '${written}' is kept as the interface; the medium is ${read ?? 'not known'}.`];
}

/**
 * Brings the type and specs of a component, as any source writes them, to Rackwright's keys. The keys and their order are
 * the reference program's (first number wins; a zero is no size; a text is read only where no number stands). GB lists
 * come before MB lists, MB ÷ 1024 = GB. Keys without a meaning here stay as they are. Normalising twice changes nothing.
 * @param type a type that `readComponentType` accepts; anything else counts as `other`.
 */
export function normaliseSpecs(type: string, raw: Readonly<Record<string, unknown>>): NormalisedComponent {
  const reading = readComponentType(type);
  const ownType = reading.ok ? reading.value : 'other';
  const specs: Record<string, unknown> = { ...raw };
  const findings = (ALIASES[ownType] ?? []).flatMap((alias) => applyAlias(specs, alias));
  if (!reading.ok) findings.push(reading.message);
  if (ownType === 'storage') findings.push(...applyMedium(specs, type.trim().toLowerCase()));
  return { type: ownType, specs, findings };
}
