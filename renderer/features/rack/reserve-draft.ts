import type { Reading } from '../../../shared/domain/units.ts';
import { FACES } from '../../../shared/domain/placement.ts';
import type { RackSpace } from '../../../shared/rules/rack-model.ts';
import { parseRackUnit } from '../../../shared/rules/rack-units.ts';

/** A rack as far as its units and its name go. */
export type ReservableRack = Pick<RackSpace, 'id' | 'name' | 'heightU' | 'numbering' | 'startUnit'>;

/** A reservation as it is typed; the height is in whole or half units. */
export interface ReserveDraft {
  readonly unit: string;
  readonly heightU: string;
  readonly face: string;
  readonly reservedFor: string;
  readonly until: string;
  readonly notes: string;
}

export const EMPTY_RESERVE: ReserveDraft = {
  unit: '',
  heightU: '1',
  face: 'both',
  reservedFor: '',
  until: '',
  notes: '',
};

export interface ReserveRecord {
  readonly rackId: string;
  readonly positionHalfU: number;
  readonly heightHalfU: number;
  readonly face: (typeof FACES)[number]['value'];
  readonly reservedFor: string;
  readonly until: string | null;
  readonly notes: string | null;
}

/** What is stored: the lowest unit named, as people number this rack, becomes half units from the floor. */
export function readReserve(draft: ReserveDraft, rack: ReservableRack): Reading<ReserveRecord> {
  const heightHalfU = Number(draft.heightU) * 2;
  const heights = `0.5 to ${rack.heightU} U in steps of half a unit`;
  if (!Number.isInteger(heightHalfU) || heightHalfU < 1 || heightHalfU > rack.heightU * 2)
    return { ok: false, message: `Height '${draft.heightU}' does not go; allowed is ${heights}.`, allowed: heights };
  const position = parseRackUnit(draft.unit, rack, heightHalfU);
  if (!position.ok) return position;
  const reservedFor = draft.reservedFor.trim();
  if (reservedFor === '')
    return { ok: false, message: 'Say for whom the units are held.', allowed: 'the name of an owner' };
  return {
    ok: true,
    value: {
      rackId: rack.id,
      positionHalfU: position.value,
      heightHalfU,
      face: FACES.find(({ value }) => value === draft.face)?.value ?? 'both',
      reservedFor,
      until: draft.until || null,
      notes: draft.notes.trim() || null,
    },
  };
}
