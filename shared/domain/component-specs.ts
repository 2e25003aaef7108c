import { z } from 'zod';
import { COMPONENT_TYPES, type ComponentType } from './component.ts';
import type { FieldProblem } from './noun.ts';
import type { QuantityUnit } from './unit-rules.ts';

/** What a form, a column and a refusal need to know of one spec key. */
export interface SpecField {
  readonly key: string;
  readonly label: string;
  readonly kind: 'integer' | 'number' | 'text' | 'flag' | 'choice';
  /** What a number is followed by; which GB it is, `help` says. */
  readonly unit?: QuantityUnit | 'TBW';
  readonly minimum?: number;
  readonly maximum?: number;
  readonly choices?: readonly string[];
  readonly help?: string;
}

type SpecMeta = Omit<SpecField, 'key'>;

const registry = z.registry<SpecMeta>();

function described<Schema extends z.ZodType>(schema: Schema, meta: SpecMeta): z.ZodOptional<Schema> {
  const titled = schema.meta({ title: meta.label, ...(meta.help ? { description: meta.help } : {}) });
  registry.add(titled, meta);
  return titled.optional();
}

type RangeOptions = Pick<SpecMeta, 'unit' | 'help'>;

function whole(label: string, minimum: number, maximum: number, options: RangeOptions = {}) {
  return described(z.int().min(minimum).max(maximum), { label, kind: 'integer', minimum, maximum, ...options });
}

function amount(label: string, minimum: number, maximum: number, options: RangeOptions = {}) {
  return described(z.number().min(minimum).max(maximum), { label, kind: 'number', minimum, maximum, ...options });
}

function words(label: string, help?: string) {
  return described(z.string().max(200), { label, kind: 'text', ...(help ? { help } : {}) });
}

export const STORAGE_MEDIA = ['hdd', 'ssd', 'nvme'] as const;

export type StorageMedium = (typeof STORAGE_MEDIA)[number];

export const STORAGE_MEDIUM_LABELS: ReadonlyMap<string, string> = new Map<StorageMedium, string>([
  ['hdd', 'HDD'],
  ['ssd', 'SSD'],
  ['nvme', 'NVMe'],
]);

/** Keys under source 000's names; every other key is kept as it is, as long as it is JSON. */
const SHAPES = {
  cpu: {
    cores: whole('Cores', 1, 4096, { unit: 'cores' }),
    threads: whole('Threads', 1, 8192, { unit: 'cores' }),
    ghz: amount('Clock', 0.01, 20, { unit: 'GHz' }),
    sockets: words('Sockets', 'Names of the sockets it fits, such as LGA4677'),
    tdp_watts: whole('TDP', 1, 5000, { unit: 'W', help: 'Counts as the estimated draw' }),
  },
  ram: {
    capacity_gb: amount('Capacity', 0.001, 65_536, { unit: 'GB', help: 'GB of 1024 MB' }),
    speed_mhz: whole('Speed', 1, 100_000, { unit: 'MHz' }),
    ecc: described(z.boolean(), { label: 'ECC', kind: 'flag' }),
    form: words('Form', 'RDIMM, LRDIMM, SO-DIMM, …'),
    generation: words('Generation', 'DDR4, DDR5, …'),
  },
  gpu: {
    vram_gb: amount('Memory', 0, 65_536, { unit: 'GB', help: 'GB of 1024 MB' }),
    cuda_cores: whole('CUDA cores', 0, 10_000_000, { unit: 'count' }),
    watts: whole('Power draw', 1, 10_000, { unit: 'W' }),
    slots: amount('Slots wide', 0.5, 16, { unit: 'count' }),
  },
  storage: {
    capacity_gb: amount('Capacity', 0.001, 10_000_000, { unit: 'GB', help: 'Decimal GB as sold' }),
    type: described(z.enum(STORAGE_MEDIA), { label: 'Medium', kind: 'choice', choices: STORAGE_MEDIA }),
    interface: words('Interface', 'SATA, SAS, PCIe 4.0 x4, …'),
    form_factor: words('Form factor', '2.5", 3.5", M.2 2280, E3.S, …'),
    endurance: amount('Endurance', 0, 10_000_000, { unit: 'TBW', help: 'Terabytes that may be written' }),
  },
  nic: {
    ports: whole('Ports', 1, 512, { unit: 'count' }),
    speed_gbps: amount('Speed per port', 0.001, 10_000, { unit: 'Gbps' }),
  },
  psu: {
    watts: whole('Power', 1, 100_000, { unit: 'W' }),
    efficiency: words('Efficiency', '80 PLUS Platinum, 94 %, …'),
  },
  os: {
    distro: words('Distribution'),
    version: words('Version'),
    kernel: words('Kernel'),
  },
  other: {},
} as const satisfies Record<ComponentType, z.ZodRawShape>;

/** Parts of any type may state what one unit draws; a CPU's `tdp_watts` and a GPU's `watts` come first. */
const COMMON = { draw_watts: whole('Estimated draw', 0, 100_000, { unit: 'W' }) };

function schemaOf<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object({ ...shape, ...COMMON }).catchall(z.json());
}

export const componentSpecsSchemas = {
  cpu: schemaOf(SHAPES.cpu),
  ram: schemaOf(SHAPES.ram),
  gpu: schemaOf(SHAPES.gpu),
  storage: schemaOf(SHAPES.storage),
  nic: schemaOf(SHAPES.nic),
  psu: schemaOf(SHAPES.psu),
  os: schemaOf(SHAPES.os),
  other: schemaOf(SHAPES.other),
} as const satisfies Record<ComponentType, z.ZodType>;

/** The specs of one component type, e.g. `ComponentSpecs<'cpu'>['cores']`. */
export type ComponentSpecs<Type extends ComponentType = ComponentType> = z.output<(typeof componentSpecsSchemas)[Type]>;

function fieldsOf(type: ComponentType): readonly SpecField[] {
  const shape: z.ZodRawShape = { ...SHAPES[type], ...COMMON };
  return Object.entries(shape).flatMap(([key, schema]) => {
    const meta = schema instanceof z.ZodOptional ? registry.get(schema.unwrap()) : undefined;
    return meta ? [{ key, ...meta }] : [];
  });
}

const FIELDS: ReadonlyMap<ComponentType, readonly SpecField[]> = new Map(
  COMPONENT_TYPES.map(({ value }) => [value, fieldsOf(value)]),
);

/** The typed spec keys of a component type, in the order of the form. */
export function specFields(type: ComponentType): readonly SpecField[] {
  return FIELDS.get(type) ?? [];
}

/** JSON Schema of a component type's specs, for the JSON editor. */
export function specsJsonSchema(type: ComponentType) {
  return z.toJSONSchema(componentSpecsSchemas[type], { io: 'input' });
}

function allowedValues(field: SpecField): string {
  if (field.kind === 'flag') return 'true or false';
  if (field.kind === 'text') return 'text of at most 200 characters';
  if (field.kind === 'choice') return (field.choices ?? []).join(', ');
  const number = field.kind === 'integer' ? 'a whole number' : 'a number';
  const unit = field.unit && field.unit !== 'count' ? ` ${field.unit}` : '';
  return `${number} from ${field.minimum ?? 0} to ${field.maximum ?? Number.MAX_SAFE_INTEGER}${unit}`;
}

/** What is wrong with the specs of a component, one sentence per key; empty when all is well. */
export function checkSpecs(type: ComponentType, specs: unknown): readonly FieldProblem[] {
  const parsed = componentSpecsSchemas[type].safeParse(specs);
  if (parsed.success) return [];
  return parsed.error.issues.map((issue) => {
    const key = String(issue.path[0] ?? '');
    const field = specFields(type).find((entry) => entry.key === key);
    const value: unknown = typeof specs === 'object' && specs !== null ? Reflect.get(specs, key) : specs;
    const path = key ? `specs.${key}` : 'specs';
    if (!field) return { path, message: `${path} is not JSON.`, value, allowed: 'JSON' };
    const allowed = allowedValues(field);
    return {
      path,
      message: `${field.label} (${path}) is ${JSON.stringify(value)}; allowed is ${allowed}.`,
      value,
      allowed,
    };
  });
}
