import { formatQuantity } from '../../../shared/domain/units.ts';
import { rackSpanLabel, rackUnitLabel } from '../../../shared/rules/rack-units.ts';
import type { RackSpace } from '../../../shared/rules/rack-model.ts';
import { stateChoice, type DeviceFact } from './device-fact.ts';
import type { Stop } from './walk.ts';

function unitsHigh(heightHalfU: number): string {
  return formatQuantity(heightHalfU, 'halfU').replace(/(?<=\d)U/, ' U');
}

interface Spoken {
  readonly rack: RackSpace;
  readonly stop: Stop;
  readonly fact: DeviceFact | undefined;
  /** What its colour means, where that says more than the state. */
  readonly shade?: string | undefined;
}

/** What a screen reader says of a stop: `U12, front, db-03, 2 U, active`. */
export function spokenStop({ rack, stop, fact, shade }: Spoken): string {
  const { face, positionHalfU, heightHalfU, kind, reservedFor } = stop;
  const name = fact?.name ?? 'a device';
  if (positionHalfU === null)
    return spokenDevice([stop.kind === 'side' ? 'on the side' : face, name, '0 U'], fact, shade);
  const unit = rackUnitLabel(rack, positionHalfU, heightHalfU);
  if (kind === 'occupied') return spokenDevice([unit, face, name, unitsHigh(heightHalfU)], fact, shade);
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
