import { TEMPLATE_KINDS, type PortTemplates, type TemplateKind } from '../../../shared/domain/port-templates.ts';
import type { NetBoxSource } from './netbox-source.ts';

interface EntryKeys {
  readonly text?: readonly string[];
  readonly whole?: readonly string[];
  readonly flags?: readonly string[];
}

const COMMON_TEXT = ['label', 'type', 'description'] as const;

/** The keys NetBox defines for an entry besides name, label, type and description. Others are kept unread. */
const ENTRY_KEYS: Readonly<Record<TemplateKind, EntryKeys>> = {
  interfaces: { text: ['poe_mode', 'poe_type'], flags: ['mgmt_only', 'enabled'] },
  'console-ports': { flags: ['poe'] },
  'console-server-ports': { flags: ['poe'] },
  'power-ports': { whole: ['maximum_draw', 'allocated_draw'] },
  'power-outlets': { text: ['power_port', 'feed_leg'] },
  'front-ports': { text: ['rear_port', 'color'], whole: ['rear_port_position'] },
  'rear-ports': { text: ['color'], whole: ['positions'], flags: ['poe'] },
  'module-bays': { text: ['position'] },
  'device-bays': {},
  'inventory-items': { text: ['manufacturer', 'part_id'] },
};

const MAXIMUM_TEXT = 2000;
const MAXIMUM_NAME = 200;
const WHOLE = { minimum: 0, maximum: 100_000_000 };

type Entry = { [key: string]: unknown; name: string };

/** All port and bay lists of a type. Entries are kept whole; a name or a reference that is a number becomes its text. */
export function readTemplates(source: NetBoxSource): PortTemplates {
  const templates: Partial<Record<TemplateKind, Entry[]>> = {};
  for (const kind of TEMPLATE_KINDS) {
    const entries = source.maps(kind);
    if (entries) templates[kind] = entries.map((entry) => readEntry(ENTRY_KEYS[kind], entry.map, entry.source));
  }
  return templates;
}

function readEntry(keys: EntryKeys, map: Readonly<Record<string, unknown>>, source: NetBoxSource): Entry {
  const entry: Entry = { ...map, name: source.requiredText('name', MAXIMUM_NAME) };
  for (const key of [...COMMON_TEXT, ...(keys.text ?? [])]) {
    const text = source.multiline(key, MAXIMUM_TEXT);
    if (text !== null) entry[key] = text;
  }
  for (const key of keys.whole ?? []) source.number(key, WHOLE, 1);
  for (const key of keys.flags ?? []) source.flag(key);
  return entry;
}

/** Sum of the maximum draw in W over the power ports that state one; null when none does. */
export function statedDrawWatts(templates: PortTemplates): number | null {
  const draws = (templates['power-ports'] ?? []).map((port) => port['maximum_draw']);
  const stated = draws.filter((draw): draw is number => typeof draw === 'number');
  return stated.length === 0 ? null : stated.reduce((sum, draw) => sum + draw, 0);
}
