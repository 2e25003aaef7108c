import type { ComponentType } from '../domain/component.ts';
import type { PortTemplates } from '../domain/port-templates.ts';
import type { Slot, SlotKind } from '../domain/slot.ts';

interface BayPattern {
  readonly pattern: RegExp;
  readonly kind: SlotKind;
  readonly types?: readonly ComponentType[];
}

/** What the name of a NetBox bay says about it, the narrower words first. */
const BAY_PATTERNS: readonly BayPattern[] = [
  { pattern: /\bfan\b|fan[\s_-]*\d|\bfan[\s_-]*(?:tray|module)/i, kind: 'other', types: ['other'] },
  { pattern: /\bm\.?2\b/i, kind: 'm2' },
  { pattern: /\bocp|flex ?lom|\bmezz/i, kind: 'ocp' },
  { pattern: /\bpci-?e|\bpci\b|jpcie|\briser\b/i, kind: 'pcie' },
  { pattern: /^(?:psu?|psm|pem|pwr)(?:[\s_-]|\d|[a-d]?$)|\bpower(?:[\s_-]|\d|$)/i, kind: 'psu' },
  { pattern: /^(?:cpu|proc(?:essor)?)(?:[\s_-]|\d|$)/i, kind: 'cpu' },
  { pattern: /dimm|^memory(?:[\s_-]|\d|$)/i, kind: 'dimm' },
  { pattern: /\btape|lto/i, kind: 'other', types: ['other'] },
  { pattern: /^(?:drive|disk|hdd|ssd|nvme)|\b(?:drive|disk) bay|^bay(?:[\s_-]|\d|$)/i, kind: 'bay' },
];

/** Cards and boxes without a telling name: whatever may be a module, but never a CPU, memory or a power supply. */
const MODULE_TYPES: readonly ComponentType[] = ['nic', 'gpu', 'storage', 'other'];

function slotOf(name: string, pattern: BayPattern | undefined, types: readonly ComponentType[]): Slot {
  const kind = pattern?.kind ?? 'other';
  const taken = pattern?.types ?? (pattern ? null : types);
  return taken ? { name, kind, fits: { types: [...taken] } } : { name, kind };
}

function fromBays(bays: readonly { readonly name: string }[], types: readonly ComponentType[]): Slot[] {
  return bays.map(({ name }) =>
    slotOf(
      name,
      BAY_PATTERNS.find(({ pattern }) => pattern.test(name)),
      types,
    ),
  );
}

export interface SlotSource {
  readonly slots?: readonly Slot[] | null | undefined;
  readonly templates?: PortTemplates | null | undefined;
}

/**
 * The slots of a device type: those it declares, then those that its module bays and device bays make, by their names
 * (CPU, DIMM, PCIe, OCP, PSU, drive bay, M.2). A declared slot stands for the bay of the same name, compared without case.
 * A device bay of no telling name takes only parts of type `other`: what usually goes there is a device of its own.
 */
export function slotsOfDeviceType({ slots, templates }: SlotSource): readonly Slot[] {
  const declared = slots ?? [];
  const derived = [
    ...fromBays(templates?.['module-bays'] ?? [], MODULE_TYPES),
    ...fromBays(templates?.['device-bays'] ?? [], ['other']),
  ];
  const names = new Set(declared.map(({ name }) => name.toLowerCase()));
  const added = derived.filter(({ name }) => {
    const key = name.toLowerCase();
    if (names.has(key)) return false;
    names.add(key);
    return true;
  });
  return [...declared, ...added];
}

/** The slots of a compute: its own list where it has one (an empty list: free text), else those of its device type. */
export function slotsOfCompute(own: readonly Slot[] | null | undefined, type: SlotSource | null): readonly Slot[] {
  return own ?? (type ? slotsOfDeviceType(type) : []);
}
