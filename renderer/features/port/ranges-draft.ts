import { PORT_KINDS, type PortKind } from '../../../shared/domain/port.ts';

/** Two ranges of ports as they are typed. */
export interface RangesDraft {
  readonly own: string;
  readonly ownKind: string;
  readonly device: string;
  readonly far: string;
  readonly farKind: string;
}

export const EMPTY_RANGES: RangesDraft = { own: '', ownKind: '', device: '', far: '', farKind: '' };

interface Range {
  readonly device: string;
  readonly ports: string;
  readonly kind?: PortKind;
}

/** The question the engine is asked; null while a part of it is missing. */
export function rangesInput(holderId: string, draft: RangesDraft): { a: Range; b: Range } | null {
  const [own, far] = [draft.own.trim(), draft.far.trim()];
  if (own === '' || far === '' || draft.device === '') return null;
  return {
    a: { device: holderId, ports: own, ...kindOf(draft.ownKind) },
    b: { device: draft.device, ports: far, ...kindOf(draft.farKind) },
  };
}

function kindOf(value: string): { kind?: PortKind } {
  const kind = PORT_KINDS.find((entry) => entry.value === value)?.value;
  return kind ? { kind } : {};
}
