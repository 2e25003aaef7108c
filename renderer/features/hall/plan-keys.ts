import type { HallCamera } from './use-camera.ts';

export const ZOOM_STEP = 1.3;
const PAN_STEP_PX = 80;

type Moves = Pick<HallCamera, 'pan' | 'zoom' | 'fit'>;

/** What a key does to the plan; undefined where it does nothing. */
export function planMove(key: string, { pan, zoom, fit }: Moves): (() => void) | undefined {
  const moves: Readonly<Record<string, () => void>> = {
    ArrowUp: () => pan(0, PAN_STEP_PX),
    ArrowDown: () => pan(0, -PAN_STEP_PX),
    ArrowLeft: () => pan(PAN_STEP_PX, 0),
    ArrowRight: () => pan(-PAN_STEP_PX, 0),
    '+': () => zoom(ZOOM_STEP),
    '=': () => zoom(ZOOM_STEP),
    '-': () => zoom(1 / ZOOM_STEP),
    '0': fit,
  };
  return Object.hasOwn(moves, key) ? moves[key] : undefined;
}
