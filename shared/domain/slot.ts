import { z } from 'zod';
import { COMPONENT_TYPES, type ComponentType } from './component.ts';
import type { FieldProblem } from './noun.ts';

/** What a slot is, and which component types it takes unless it says otherwise. */
export const SLOT_KINDS = [
  { value: 'cpu', label: 'CPU socket', types: ['cpu'] },
  { value: 'dimm', label: 'DIMM slot', types: ['ram'] },
  { value: 'bay', label: 'Drive bay', types: ['storage'] },
  { value: 'm2', label: 'M.2 slot', types: ['storage'] },
  { value: 'pcie', label: 'PCIe slot', types: ['gpu', 'nic', 'storage', 'other'] },
  { value: 'ocp', label: 'OCP slot', types: ['nic'] },
  { value: 'psu', label: 'Power supply bay', types: ['psu'] },
  { value: 'other', label: 'Other', types: ['cpu', 'ram', 'gpu', 'storage', 'nic', 'psu', 'os', 'other'] },
] as const satisfies readonly { value: string; label: string; types: readonly ComponentType[] }[];

export type SlotKind = (typeof SLOT_KINDS)[number]['value'];

const typeValues = COMPONENT_TYPES.map(({ value }) => value) as [ComponentType, ...ComponentType[]];
const kindValues = SLOT_KINDS.map(({ value }) => value) as [SlotKind, ...SlotKind[]];

const fitsSchema = z.strictObject({
  /** Component types, where they are fewer than the kind takes. */
  types: z.array(z.enum(typeValues)).max(8).optional(),
  /** Form factors or sockets, compared without case; a part whose form is not known fits. */
  forms: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
  /** Generations of memory (DDR4, DDR5), compared without case; memory whose generation is not known fits. */
  generations: z.array(z.string().trim().min(1).max(100)).max(50).optional(),
});

export type SlotFits = z.output<typeof fitsSchema>;

export const slotSchema = z.strictObject({
  name: z.string().trim().min(1).max(64),
  kind: z.enum(kindValues),
  fits: fitsSchema.optional(),
});

export type Slot = z.output<typeof slotSchema>;

/** The slots that a device type or a compute declares, each name once (compared without case). */
export const slotsSchema = z.array(slotSchema).max(2048);

/** One line of a device type's default build: what is fitted in a machine as it arrives. */
export const buildLineSchema = z.strictObject({
  componentId: z.string().min(1).max(400),
  quantity: z.int().min(1).max(10_000),
  slot: z.string().trim().min(1).max(400).nullable().default(null),
});

export type BuildLine = z.output<typeof buildLineSchema>;

export const buildSchema = z.array(buildLineSchema).max(500);

/** What is wrong with a list of declared slots as a whole: two of one name. */
export function slotProblems(slots: readonly Slot[] | null | undefined): readonly FieldProblem[] {
  const seen = new Set<string>();
  for (const { name } of slots ?? []) {
    if (seen.has(name.toLowerCase())) {
      const message = `Slot ${name} is declared twice; each slot has a name of its own.`;
      return [{ path: 'slots', message, value: name, allowed: 'a name not in use' }];
    }
    seen.add(name.toLowerCase());
  }
  return [];
}
