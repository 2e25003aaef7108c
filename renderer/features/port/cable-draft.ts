import { CABLE_STATUSES, CABLE_TYPES, type CableType } from '../../../shared/domain/cable.ts';
import { plainText } from '../../ui/plain-text.ts';
import { cableLength } from './trace-text.ts';
import { parseQuantity, type Reading } from '../../../shared/domain/units.ts';

/** What a form says of a cable, as it was typed. */
export interface CableDraft {
  readonly type: string;
  readonly colour: string;
  readonly length: string;
  readonly label: string;
  readonly status: string;
}

export const NO_CABLE: CableDraft = { type: '', colour: '', length: '', label: '', status: 'connected' };

/** A stored cable as a form shows it. */
export function draftOf(record: Readonly<Record<string, unknown>>): CableDraft {
  const lengthMm = record['lengthMm'];
  return {
    type: plainText(record['type']),
    colour: plainText(record['colour']),
    length: typeof lengthMm === 'number' ? cableLength(lengthMm) : '',
    label: plainText(record['label']),
    status: plainText(record['status']),
  };
}

export interface CableAttributes {
  readonly type: CableType | null;
  readonly colour: string | null;
  readonly lengthMm: number | null;
  readonly label: string | null;
  readonly status: (typeof CABLE_STATUSES)[number]['value'];
}

/** Empty fields say nothing; a length may be written in m, cm or mm. */
export function readCable(draft: CableDraft): Reading<CableAttributes> {
  const length = readLength(draft.length);
  if (!length.ok) return length;
  return {
    ok: true,
    value: {
      type: CABLE_TYPES.find(({ value }) => value === draft.type)?.value ?? null,
      colour: draft.colour.trim() || null,
      lengthMm: length.value,
      label: draft.label.trim() || null,
      status: CABLE_STATUSES.find(({ value }) => value === draft.status)?.value ?? 'connected',
    },
  };
}

function readLength(text: string): Reading<number | null> {
  return text.trim() === '' ? { ok: true, value: null } : parseQuantity(text, 'mm', 'Length');
}
