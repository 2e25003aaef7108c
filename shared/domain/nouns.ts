import { assignment } from './assignment.ts';
import { auditRack } from './audit-rack.ts';
import { auditResolution } from './audit-resolution.ts';
import { auditSession } from './audit-session.ts';
import { attachment } from './attachment.ts';
import { cable } from './cable.ts';
import { component } from './component.ts';
import { componentAssignment } from './component-assignment.ts';
import { compute } from './compute.ts';
import { customField, customValue } from './custom-field.ts';
import { deviceType } from './device-type.ts';
import { dnsRecord } from './dns-record.ts';
import { equipment } from './equipment.ts';
import { firewallAssignment } from './firewall-assignment.ts';
import { firewallRule } from './firewall-rule.ts';
import { flavor } from './flavor.ts';
import { group } from './group.ts';
import { ipAddress } from './ip-address.ts';
import { ipAssignment } from './ip-assignment.ts';
import { journalEntry } from './journal-entry.ts';
import type { NounDefinition } from './noun.ts';
import { observation } from './observation.ts';
import { part } from './part.ts';
import { picture } from './picture.ts';
import { placement } from './placement.ts';
import { port } from './port.ts';
import { portAssignment } from './port-assignment.ts';
import { prefix } from './prefix.ts';
import { rack } from './rack.ts';
import { rackReservation } from './rack-reservation.ts';
import { room } from './room.ts';
import { row } from './row.ts';
import { savedView } from './saved-view.ts';
import { service } from './service.ts';
import { setting } from './setting.ts';
import { site } from './site.ts';
import { spareShelf } from './spare-shelf.ts';
import { stockLevel } from './stock-level.ts';
import { tag } from './tag.ts';
import { vrf } from './vrf.ts';
import { zone } from './zone.ts';

/** Every noun, parents before the nouns that refer to them. Adding a noun starts with a line here. */
export const NOUNS = {
  setting,
  zone,
  site,
  room,
  row,
  rack,
  deviceType,
  flavor,
  group,
  compute,
  equipment,
  placement,
  rackReservation,
  port,
  cable,
  component,
  componentAssignment,
  spareShelf,
  part,
  stockLevel,
  vrf,
  prefix,
  ipAddress,
  ipAssignment,
  dnsRecord,
  service,
  assignment,
  portAssignment,
  firewallRule,
  firewallAssignment,
  journalEntry,
  attachment,
  picture,
  tag,
  customField,
  customValue,
  savedView,
  auditSession,
  auditRack,
  observation,
  auditResolution,
} as const;

export type NounName = keyof typeof NOUNS;

export const NOUN_LIST: readonly NounDefinition[] = Object.values(
  NOUNS,
) as readonly unknown[] as readonly NounDefinition[];

const byName = new Map(NOUN_LIST.map((definition) => [definition.noun, definition]));

/** The definition of a noun by its name, or undefined. */
export function findNoun(noun: string): NounDefinition | undefined {
  return byName.get(noun);
}

/** Nouns with ports: devices, racks (their feeds) and sites (handovers of carriers). */
const PORT_HOLDERS: ReadonlySet<string> = new Set(['compute', 'equipment', 'rack', 'site']);

/** Nouns with a journal. */
const JOURNALLED: ReadonlySet<string> = new Set(['compute', 'equipment', 'rack', 'service']);

/** Nouns with pictures: places, and device types with their front and rear. */
const PICTURED: ReadonlySet<string> = new Set(['site', 'room', 'row', 'rack', 'zone', 'deviceType']);

/** The nouns a reference may point at: `machine` is a compute or equipment, `object` any named noun. */
export function referencedNouns(reference: string): readonly NounDefinition[] {
  if (reference === 'machine') return NOUN_LIST.filter((definition) => definition.names?.family === 'machine');
  if (reference === 'object') return NOUN_LIST.filter((definition) => definition.names !== undefined);
  if (reference === 'journalled') return NOUN_LIST.filter(({ noun }) => JOURNALLED.has(noun));
  if (reference === 'pictured') return NOUN_LIST.filter(({ noun }) => PICTURED.has(noun));
  if (reference === 'portHolder') return NOUN_LIST.filter(({ noun }) => PORT_HOLDERS.has(noun));
  const definition = byName.get(reference);
  return definition ? [definition] : [];
}

/** The definition of a noun that the code names itself, without its field types: for code that serves every noun. */
export function definitionOf(noun: NounName): NounDefinition {
  return byName.get(noun) ?? unknownNoun(noun);
}

function unknownNoun(noun: string): never {
  throw new Error(`There is no noun ${noun}.`);
}
