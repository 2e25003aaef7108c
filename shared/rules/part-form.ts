import type { ComponentType } from '../domain/component.ts';
import type { Slot, SlotKind } from '../domain/slot.ts';
import { canonicalForms } from './part-names.ts';
import { slotMisfit } from './slots.ts';

/** What a part is made as: what decides, beside its type, which slots take it. Null: not known. */
export interface PartForm {
  /** `form` of memory, `form_factor` of a disk, `sockets` of a CPU. */
  readonly form: string | null;
  /** Of memory: DDR4, DDR5. */
  readonly generation: string | null;
}

type Specs = Readonly<Record<string, unknown>>;

const FORM_KEYS: Readonly<Partial<Record<ComponentType, string>>> = {
  ram: 'form',
  storage: 'form_factor',
  cpu: 'sockets',
};

/** Where sources write the generation of memory; its name is looked at last. */
const GENERATION_KEYS = ['generation', 'memory_type', 'type', 'form'] as const;

/** `DDR5-4800` and `PC5-38400` are DDR5; null where the text names no generation. */
export function memoryGeneration(text: unknown): string | null {
  const found = typeof text === 'string' ? /\bddr[\s-]?([2-6])|\bpc([2-6])(?=l?-)/i.exec(text) : null;
  return found ? `DDR${found[1] ?? found[2] ?? ''}` : null;
}

/** What a component is made as, from its specs; memory that does not state its generation may name it: `32 GB DDR5-4800`. */
export function partForm(type: ComponentType, specs: Specs, name: string): PartForm {
  const key = FORM_KEYS[type];
  const form = key === undefined ? null : specs[key];
  const written = [...GENERATION_KEYS.map((entry) => specs[entry]), name].map(memoryGeneration);
  return {
    form: typeof form === 'string' && form.trim() !== '' ? form : null,
    generation: type === 'ram' ? (written.find((entry) => entry !== null) ?? null) : null,
  };
}

/**
 * Memory that the CPUs of a socket run with, as their makers publish it. A socket that takes two generations (LGA1700) is
 * not listed, nor is one that is soldered.
 */
const MEMORY_OF_SOCKET: Readonly<Record<string, string>> = {
  'lga2011-3': 'DDR4',
  lga3647: 'DDR4',
  lga4189: 'DDR4',
  lga1200: 'DDR4',
  lga4677: 'DDR5',
  lga4710: 'DDR5',
  lga7529: 'DDR5',
  lga1851: 'DDR5',
  sp3: 'DDR4',
  sp5: 'DDR5',
  sp6: 'DDR5',
  am4: 'DDR4',
  am5: 'DDR5',
};

/** The generation of memory that the CPUs of these sockets run with; null where they differ or it is not known. */
export function memoryOfSockets(sockets: string): string | null {
  const found = new Set(canonicalForms(sockets).map((socket) => MEMORY_OF_SOCKET[socket] ?? null));
  const [only = null] = found;
  return found.size === 1 ? only : null;
}

/** The kinds of slots a part is meant for: what else a slot may hold is for a person to say. */
export function homeKinds(type: ComponentType, form: string | null): readonly SlotKind[] {
  switch (type) {
    case 'cpu':
      return ['cpu'];
    case 'ram':
      return ['dimm'];
    case 'gpu':
      return ['pcie'];
    case 'storage':
      if (form === null) return ['bay', 'm2'];
      if (/^m\.?2/i.test(form.trim())) return ['m2'];
      return /^(?:aic|hhhl|add-?in)/i.test(form.trim()) ? ['pcie'] : ['bay'];
    default:
      return [];
  }
}

export interface FormedPart extends PartForm {
  readonly name: string;
  readonly componentType: ComponentType;
}

/** Whether a part may be proposed for a slot: of its kind, its type, its form and its generation, as far as they are known. */
export function isProposed(slot: Slot, part: FormedPart): boolean {
  return homeKinds(part.componentType, part.form).includes(slot.kind) && slotMisfit(slot, part) === null;
}
