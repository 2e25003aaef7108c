import { COMPUTE_STATES, COMPUTE_TYPES } from '../../../shared/domain/compute.ts';
import { EQUIPMENT_STATES, EQUIPMENT_TYPES } from '../../../shared/domain/equipment.ts';
import type { Choice } from '../../../shared/domain/field.ts';

/** What drawings say about a mounted device beyond where it is; an elevation and the hall both answer it. */
export interface DeviceFact {
  readonly id: string;
  readonly noun: 'compute' | 'equipment';
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly model: string | null;
  readonly role: string | null;
  readonly owner: string | null;
  /** The hall does not send serials and asset tags. */
  readonly serial: string | null;
  readonly assetTag: string | null;
  readonly powerWatts: number | null;
  /** Mean share of its resources that services have, 0 to 1; null where it has none. */
  readonly utilisation: number | null;
  /** Days since 1970-01-01. */
  readonly warrantyEndDay: number | null;
  readonly lastAuditedDay: number | null;
}

const DAY_MS = 86_400_000;

/** The day of a date or a UTC moment, counted from 1970-01-01; null stays null. */
export function dayOf(iso: string | null): number | null {
  return iso === null ? null : Math.floor(Date.parse(iso.slice(0, 10)) / DAY_MS);
}

const TYPES = new Map<string, string>([...COMPUTE_TYPES, ...EQUIPMENT_TYPES].map(({ value, label }) => [value, label]));

export function typeLabel(type: string): string {
  return TYPES.get(type) ?? type;
}

/** The state of a device as its noun words it, with its tone. */
export function stateChoice(fact: Pick<DeviceFact, 'noun' | 'state'>): Choice {
  const choices: readonly Choice[] = fact.noun === 'compute' ? COMPUTE_STATES : EQUIPMENT_STATES;
  return choices.find(({ value }) => value === fact.state) ?? { value: fact.state, label: fact.state, tone: 'neutral' };
}
