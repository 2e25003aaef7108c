import type { AimStep } from './aim.ts';
import type { WalkStep } from './walk.ts';

interface Press {
  readonly key: string;
  readonly shiftKey: boolean;
}

const AIMS: Readonly<Record<string, AimStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ']': 'next-rack',
  '[': 'previous-rack',
  f: 'flip',
};

/** What a key does to a device held by keyboard; Tab goes to the next rack, with Shift to the one before. */
export function aimOf({ key, shiftKey }: Press): AimStep | null {
  if (key === 'Tab') return shiftKey ? 'previous-rack' : 'next-rack';
  return AIMS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

const WALKS: Readonly<Record<string, WalkStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
  PageDown: 'next-device',
  PageUp: 'previous-device',
};

/** Where a key leads from a stop, while nothing is held. */
export function walkOf({ key }: Pick<Press, 'key'>): WalkStep | null {
  return WALKS[key] ?? null;
}
