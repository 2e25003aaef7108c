import type { InferContractRouterInputs } from '@orpc/contract';
import type { intakeContract } from '../../../shared/contract/intake.ts';
import { tagMap, type TagEntry } from '../noun/tag-entries.ts';

export type IntakeCall = InferContractRouterInputs<typeof intakeContract>['apply'];

export interface RackLine {
  readonly rack: string;
  /** Unit of the first machine, as on the rail. */
  readonly unit: string;
  readonly count: string;
}

/** A delivery as it is typed and scanned. */
export interface IntakeDraft {
  readonly deviceType: string;
  readonly namesPattern: string;
  readonly firstNumber: string;
  readonly count: string;
  readonly serials: readonly string[];
  readonly assetTags: readonly string[];
  readonly partSerials: readonly string[];
  /** Lines of the default build whose units are not scanned, by their index. */
  readonly unscanned: readonly number[];
  readonly racks: readonly RackLine[];
  readonly role: string;
  readonly owner: string;
  readonly provider: string;
  readonly region: string;
  readonly tags: readonly TagEntry[];
}

/** A line of the default build: how many units each machine gets, and of what. */
export interface BuildUnits {
  readonly component: string;
  readonly quantity: number;
}

export const EMPTY_INTAKE: IntakeDraft = {
  deviceType: '',
  namesPattern: '',
  firstNumber: '1',
  count: '',
  serials: [],
  assetTags: [],
  partSerials: [],
  unscanned: [],
  racks: [],
  role: '',
  owner: '',
  provider: '',
  region: '',
  tags: [],
};

export type IntakeReading =
  | { readonly ok: true; readonly input: IntakeCall }
  | { readonly ok: false; readonly message: string };

function wholeNumber(text: string): number | null {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : null;
}

/** The units of a machine that are scanned, as indexes into all units of its build. */
function scannedUnits(build: readonly BuildUnits[], unscanned: readonly number[]): number[] {
  const unitsOf = build.flatMap(({ quantity }, line) => Array.from({ length: quantity }, () => line));
  return unitsOf.flatMap((line, unit) => (unscanned.includes(line) ? [] : [unit]));
}

/** Scanned part serial numbers as lists of one machine each, in the order of the build; units not scanned are empty. */
export function byMachine(
  lines: readonly string[],
  build: readonly BuildUnits[],
  unscanned: readonly number[] = [],
): string[][] {
  const units = scannedUnits(build, unscanned);
  if (units.length === 0) return [];
  const machines = Math.ceil(lines.length / units.length);
  return Array.from({ length: machines }, (_, machine) => {
    const own = lines.slice(machine * units.length, (machine + 1) * units.length);
    const last = units[own.length - 1] ?? 0;
    const list = Array.from({ length: last + 1 }, () => '');
    for (const [at, serial] of own.entries()) list[units[at] ?? 0] = serial;
    return list;
  });
}

/** Where the next part serial number goes: machine, unit among those scanned (both from 1), and what it is. */
export function nextPart(
  scanned: number,
  build: readonly BuildUnits[],
  unscanned: readonly number[] = [],
): { machine: number; unit: number; units: number; component: string } | null {
  const lines = build.flatMap(({ component, quantity }, line) =>
    unscanned.includes(line) ? [] : Array.from({ length: quantity }, () => component),
  );
  const component = lines[scanned % lines.length];
  if (component === undefined) return null;
  const unit = (scanned % lines.length) + 1;
  return { machine: Math.floor(scanned / lines.length) + 1, unit, units: lines.length, component };
}

function readRacks(racks: readonly RackLine[]): NonNullable<IntakeCall['positions']> | string {
  const positions: NonNullable<IntakeCall['positions']> = [];
  for (const { rack, unit, count } of racks) {
    const machines = wholeNumber(count);
    if (rack === '') return 'Choose the rack, or take its line out.';
    if (unit.trim() === '') return 'Say the first unit in the rack, such as 12.';
    if (!machines) return 'Say how many machines go into the rack.';
    positions.push({ rack, unit: unit.trim(), count: machines });
  }
  return positions;
}

/** What the form says, or the sentence for what is missing. */
export function readIntake(draft: IntakeDraft, build: readonly BuildUnits[]): IntakeReading {
  const count = draft.count.trim() === '' ? undefined : wholeNumber(draft.count);
  const firstNumber = wholeNumber(draft.firstNumber);
  const positions = readRacks(draft.racks);
  if (draft.deviceType === '') return { ok: false, message: 'Choose the device type that arrived.' };
  if (draft.namesPattern.trim() === '') return { ok: false, message: 'Say how the machines are named: srv[001-040].' };
  if (count === null || count === 0) return { ok: false, message: 'How many must be a whole number such as 40.' };
  if (firstNumber === null) return { ok: false, message: 'The first number must be a whole number such as 1.' };
  if (typeof positions === 'string') return { ok: false, message: positions };
  const input: IntakeCall = {
    deviceType: draft.deviceType,
    namesPattern: draft.namesPattern.trim(),
    firstNumber,
    ...(count === undefined ? {} : { count }),
    serials: [...draft.serials],
    assetTags: [...draft.assetTags],
    partSerials: byMachine(draft.partSerials, build, draft.unscanned),
    positions,
    role: draft.role.trim() || null,
    owner: draft.owner.trim() || null,
    provider: draft.provider.trim() || null,
    region: draft.region.trim() || null,
    tags: tagMap(draft.tags),
  };
  return { ok: true, input };
}
