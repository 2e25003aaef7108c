import { formatQuantity } from '../../../shared/domain/units.ts';
import { bayName } from '../../../shared/rules/bay-name.ts';
import { rackSpanLabel, rackUnitLabel } from '../../../shared/rules/rack-units.ts';
import type { RackPlacement, RackSpace } from '../../../shared/rules/rack-model.ts';
import { stateChoice, type DeviceFact } from './device-fact.ts';
import type { Stop } from './walk.ts';

function unitsHigh(heightHalfU: number): string {
  return formatQuantity(heightHalfU, 'halfU').replace(/(?<=\d)U/, ' U');
}

/** Which part of the width a device takes, seen from the front: `left half`, `part 2 of 3`; empty for all of it. */
export function widthText({ widthParts = 1, widthOffset = 0, widthSpan = 1 }: RackPlacement): string {
  if (widthSpan >= widthParts) return '';
  if (widthParts === 2) return widthOffset === 0 ? 'left half' : 'right half';
  const last = widthOffset + widthSpan;
  return `part${widthSpan > 1 ? `s ${widthOffset + 1} to ${last}` : ` ${last}`} of ${widthParts}`;
}

interface Spoken {
  readonly rack: RackSpace;
  readonly stop: Stop;
  readonly fact: DeviceFact | undefined;
  /** `left half`, where it does not take the whole width. */
  readonly part?: string | undefined;
  /** Name of the chassis of a bay. */
  readonly chassis?: string | undefined;
  /** What its colour means, where that says more than the state. */
  readonly shade?: string | undefined;
}

/** What a screen reader says of a stop: `U12, front, db-03, 2 U, active`, `bay 3 of chassis-1, free`. */
export function spokenStop({ rack, stop, fact, part, chassis, shade }: Spoken): string {
  const { face, positionHalfU, heightHalfU, kind, reservedFor, bay } = stop;
  const name = fact?.name ?? 'a device';
  if (kind === 'bay') {
    const place = `${bayName(bay ?? '')} of ${chassis ?? 'the chassis'}`;
    return stop.deviceId === null ? `${place}, free` : spokenDevice([place, name], fact, shade);
  }
  if (positionHalfU === null)
    return spokenDevice([stop.kind === 'side' ? 'on the side' : face, name, '0 U'], fact, shade);
  const unit = rackUnitLabel(rack, positionHalfU, heightHalfU);
  if (kind === 'occupied') return spokenDevice([unit, face, name, unitsHigh(heightHalfU), part ?? ''], fact, shade);
  if (kind === 'blocked') return `${unit}, ${face}, blocked by ${name} from the other face`;
  const span = rackSpanLabel(rack, positionHalfU, heightHalfU);
  if (kind === 'reserved') return `${span}, ${face}, reserved for ${reservedFor ?? 'someone'}`;
  return `${span}, ${face}, free${heightHalfU === 1 ? ' half unit' : ''}`;
}

function spokenDevice(parts: readonly string[], fact: DeviceFact | undefined, shade: string | undefined): string {
  const state = fact ? stateChoice(fact).label.toLowerCase() : null;
  const more = shade && shade.toLowerCase() !== state ? shade : null;
  return [...parts, state, more].filter(Boolean).join(', ');
}
