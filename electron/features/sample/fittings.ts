import type { componentAssignment } from '../../../shared/domain/component-assignment.ts';
import type { DraftOf } from '../../../shared/domain/noun.ts';
import { expandSlotRange } from '../../../shared/rules/slot-range.ts';
import type { BareMetal } from './bare-metal.ts';
import type { BuildLine } from './builds.ts';
import { PARTS } from './catalogue.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';
import { seededNumbers, serialNumber, type SeededNumbers } from './seeded-numbers.ts';

/** A line of the build as fitted, with the serial number that becomes a part of its own. */
interface Fitted extends Partial<DraftOf<typeof componentAssignment>> {
  readonly serial?: string;
}

/** Computes whose disks and network cards are recorded one by one, with their serial numbers. */
const RECORDED_ONE_BY_ONE = new Set([
  'fra1-db-01',
  'fra1-db-02',
  'fra1-db-09',
  'ams1-db-01',
  'fra1-stor-01',
  'ams1-stor-01',
]);

/** One failed disk in each: compute and slot. */
const FAILED_DISKS: ReadonlyMap<string, string> = new Map([
  ['fra1-db-09', 'Bay 5'],
  ['ams1-stor-01', 'Bay 17'],
]);

const SERIALISED_TYPES = new Set(['gpu', 'storage', 'nic']);

function slotsOf(line: BuildLine): readonly string[] {
  const range = line.slot === null ? null : expandSlotRange(line.slot);
  return range?.ok ? range.value : [];
}

/** The line split into single parts where each is recorded with its serial number. */
function splitLine(compute: BareMetal, line: BuildLine, numbers: SeededNumbers): Fitted[] {
  const { type } = PARTS[line.part];
  const single = line.slot !== null && (line.quantity === 1 || RECORDED_ONE_BY_ONE.has(compute.name));
  if (!SERIALISED_TYPES.has(type) || !single) return [{ quantity: line.quantity, slot: line.slot }];
  return slotsOf(line).map((slot) => {
    const failed = type === 'storage' && FAILED_DISKS.get(compute.name) === slot;
    const serial = `S${serialNumber(numbers, 13)}`;
    return {
      quantity: 1,
      slot,
      serial,
      failed,
      ...(failed ? { notes: 'Reported by the controller on 2026-11-17; spare on the shelf.' } : {}),
    };
  });
}

function warrantyEnd(installedAt: string): string {
  return `${Number(installedAt.slice(0, 4)) + 5}${installedAt.slice(4)}`;
}

function fittedParts(compute: BareMetal, line: BuildLine, lineIndex: number, numbers: SeededNumbers): SampleRow[] {
  const [raidLevel = null, raidGroup = null] = line.raid ?? [];
  const { installedAt } = compute.group;
  const aged = PARTS[line.part].type === 'os' ? {} : { installedAt, warrantyEnd: warrantyEnd(installedAt) };
  const split = splitLine(compute, line, numbers);
  return split.flatMap(({ serial, ...parts }, index) => {
    const name = `${compute.name}/${lineIndex}.${index}`;
    const componentId = keyOf('component', line.part);
    const fitted = sampleRow('componentAssignment', name, {
      computeId: compute.row.key,
      componentId,
      raidLevel,
      raidGroup,
      hotSpare: line.hotSpare ?? false,
      ...aged,
      ...parts,
    });
    if (serial === undefined) return [fitted];
    const status = 'fitted';
    const slot = parts.slot ?? null;
    return [fitted, sampleRow('part', name, { componentId, serial, status, componentAssignmentId: fitted.key, slot })];
  });
}

/** What is fitted in the bare-metal computes. */
export function componentAssignments(computes: readonly BareMetal[]): SampleRow[] {
  const numbers = seededNumbers(4096);
  return computes.flatMap((compute) =>
    compute.build.flatMap((line, index) => fittedParts(compute, line, index, numbers)),
  );
}
