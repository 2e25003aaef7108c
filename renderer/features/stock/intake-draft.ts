import type { InferContractRouterInputs } from '@orpc/contract';
import type { intakeContract } from '../../../shared/contract/intake.ts';

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
  readonly partSerials: readonly string[];
  readonly racks: readonly RackLine[];
  readonly role: string;
  readonly owner: string;
}

export const EMPTY_INTAKE: IntakeDraft = {
  deviceType: '',
  namesPattern: '',
  firstNumber: '1',
  count: '',
  serials: [],
  partSerials: [],
  racks: [],
  role: '',
  owner: '',
};

export type IntakeReading =
  | { readonly ok: true; readonly input: IntakeCall }
  | { readonly ok: false; readonly message: string };

function wholeNumber(text: string): number | null {
  return /^\s*\d+\s*$/.test(text) ? Number(text) : null;
}

/** Lines of part serial numbers as lists of one machine each. */
export function byMachine(lines: readonly string[], unitsPerMachine: number): string[][] {
  if (unitsPerMachine <= 0) return [];
  const machines = Math.ceil(lines.length / unitsPerMachine);
  return Array.from({ length: machines }, (_, at) => lines.slice(at * unitsPerMachine, (at + 1) * unitsPerMachine));
}

/** Where the next part serial number goes: machine and unit, both from 1. */
export function nextPart(scanned: number, unitsPerMachine: number): { machine: number; unit: number } | null {
  if (unitsPerMachine <= 0) return null;
  return { machine: Math.floor(scanned / unitsPerMachine) + 1, unit: (scanned % unitsPerMachine) + 1 };
}

function readRacks(racks: readonly RackLine[]): NonNullable<IntakeCall['positions']> | string {
  const positions: NonNullable<IntakeCall['positions']> = [];
  for (const { rack, unit, count } of racks) {
    const first = wholeNumber(unit);
    const machines = wholeNumber(count);
    if (rack === '') return 'Choose the rack, or take its line out.';
    if (!first) return 'The first unit must be a whole number such as 12.';
    if (!machines) return 'Say how many machines go into the rack.';
    positions.push({ rack, positionHalfU: (first - 1) * 2, count: machines });
  }
  return positions;
}

/** What the form says, or the sentence for what is missing. */
export function readIntake(draft: IntakeDraft, unitsPerMachine: number): IntakeReading {
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
    partSerials: byMachine(draft.partSerials, unitsPerMachine),
    positions,
    role: draft.role.trim() || null,
    owner: draft.owner.trim() || null,
  };
  return { ok: true, input };
}
