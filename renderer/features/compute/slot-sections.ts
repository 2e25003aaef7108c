import type { SlotMapView, Unit } from '../../../shared/contract/component.ts';
import { SLOT_KINDS, type SlotKind } from '../../../shared/domain/slot.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';

export type FittedAssignment = SlotMapView['assignments'][number];

export type SlotMark = 'free' | 'occupied' | 'misfit' | 'failed';

export interface SlotCell {
  readonly name: string;
  readonly mark: SlotMark;
  readonly assignment: FittedAssignment | null;
  readonly unit: Unit | null;
  /** Which unit of the assignment, from 0; −1 where the slot is free. */
  readonly unitIndex: number;
  /** What is in it, in a word or two. */
  readonly short: string;
  readonly problem: string | null;
}

export interface SlotSection {
  readonly kind: SlotKind;
  readonly label: string;
  readonly cells: readonly SlotCell[];
  /** The cells by the letters of their names: DIMM A1 and DIMM B1 lie on different sides of the board. */
  readonly banks: readonly (readonly SlotCell[])[];
  readonly free: number;
}

const PLURALS: Readonly<Record<SlotKind, string>> = {
  cpu: 'CPU sockets',
  dimm: 'DIMM slots',
  bay: 'Drive bays',
  m2: 'M.2 slots',
  pcie: 'PCIe slots',
  ocp: 'OCP slots',
  psu: 'Power supply bays',
  other: 'Other slots',
};

const MARK_WORDS: Readonly<Record<SlotMark, string>> = {
  free: 'free',
  occupied: 'occupied',
  misfit: 'does not fit',
  failed: 'failed',
};

function quantityOf(value: unknown, unit: 'GB' | 'MB' | 'W'): string | null {
  return typeof value === 'number' && value > 0 ? formatQuantity(value, unit) : null;
}

/** The part in a word or two: `64 GB`, `3.84 TB`, `1400 W`; else its model, the maker left out. */
export function shortName({ type, component, specs }: Pick<FittedAssignment, 'type' | 'component' | 'specs'>): string {
  const capacity = specs['capacity_gb'];
  const memoryMb = typeof capacity === 'number' ? capacity * 1024 : null;
  const size =
    type === 'ram'
      ? quantityOf(memoryMb, 'MB')
      : type === 'storage'
        ? quantityOf(capacity, 'GB')
        : type === 'psu'
          ? quantityOf(specs['watts'], 'W')
          : null;
  return size ?? component.replace(/^\S+\s+(?=\S)/, '');
}

function cellOf(view: SlotMapView, slot: SlotMapView['slots'][number]): SlotCell {
  const assignment = view.assignments.find(({ id }) => id === slot.assignmentId) ?? null;
  const key = slot.name.toLowerCase();
  const problem = view.problems.find((entry) => entry.slot?.toLowerCase() === key)?.message ?? null;
  const mark = !assignment ? 'free' : assignment.failed ? 'failed' : problem ? 'misfit' : 'occupied';
  const unitIndex = assignment?.units.findIndex((unit) => unit.slot?.toLowerCase() === key) ?? -1;
  return {
    name: slot.name,
    mark,
    assignment,
    unit: slot.unit,
    unitIndex,
    short: assignment ? shortName(assignment) : '',
    problem,
  };
}

/** The slots of a compute by kind, in the order of the kinds and inside a kind as declared. */
export function slotSections(view: SlotMapView): readonly SlotSection[] {
  return SLOT_KINDS.flatMap(({ value: kind }) => {
    const cells = view.slots.filter((slot) => slot.kind === kind).map((slot) => cellOf(view, slot));
    if (cells.length === 0) return [];
    const banks = [...Map.groupBy(cells, ({ name }) => name.replace(/\d+$/, '')).values()];
    const free = cells.filter(({ mark }) => mark === 'free').length;
    return [{ kind, label: PLURALS[kind], cells: banks.flat(), banks, free }];
  });
}

/** What is read aloud of a slot after the words that are drawn in it. */
export function spokenRest({ mark, assignment, unit, problem }: SlotCell): string {
  if (!assignment) return '';
  const serial = unit?.serial ? 'serial number recorded' : 'no serial number';
  return [MARK_WORDS[mark], assignment.component, serial, problem].filter(Boolean).join(', ');
}
