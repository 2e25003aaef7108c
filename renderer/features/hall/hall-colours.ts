import { PAINTS, type Paint } from '../elevation/paint-scales.ts';

/** Colours of a canvas: what style sheets would mix themselves is mixed here once per theme. */
export interface HallColours {
  readonly page: string;
  readonly frame: string;
  readonly opening: string;
  readonly line: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly focus: string;
  readonly reserved: string;
  readonly reservedLine: string;
  readonly font: string;
  /** By index of the paint in PAINTS. */
  readonly paints: readonly PaintColours[];
}

export interface PaintColours {
  readonly solid: string;
  /** A device seen from afar. */
  readonly far: string;
  /** A device with its label on it. */
  readonly near: string;
  /** A device that the filter leaves out. */
  readonly faded: string;
  readonly mark: string;
}

function channels(hex: string): readonly number[] {
  const long = hex.length === 4 ? hex.replace(/[\da-f]/gi, '$&$&') : hex;
  return [1, 3, 5].map((at) => Number.parseInt(long.slice(at, at + 2), 16));
}

/** `share` of the first colour in the second; both as `#rrggbb`. */
export function mixedHex(first: string, second: string, share: number): string {
  const other = channels(second);
  const mixed = channels(first).map((value, index) => Math.round(value * share + (other[index] ?? 0) * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

const FAR = 0.72;
const NEAR = 0.22;
/** What is as it should be stays quiet. */
const QUIET: Partial<Record<Paint, { far: number; near: number }>> = {
  good: { far: 0.42, near: 0.08 },
  none: { far: 0.4, near: 0.06 },
};
const FADED = 0.1;
const LIGHT_LEVELS: readonly Paint[] = ['level-1', 'level-2'];

/** Reads the theme's tokens from the document. */
export function readColours(): HallColours {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  const surface = token('surface');
  const opening = token('sunken');
  const paints = PAINTS.map((paint): PaintColours => {
    const solid = token(paint === 'none' ? 'line-strong' : paint);
    const { far, near } = QUIET[paint] ?? { far: FAR, near: NEAR };
    return {
      solid,
      far: mixedHex(solid, surface, far),
      near: mixedHex(solid, surface, near),
      faded: mixedHex(solid, opening, FADED),
      mark: LIGHT_LEVELS.includes(paint) ? token('ink') : surface,
    };
  });
  return {
    page: token('page'),
    frame: token('line-strong'),
    opening,
    line: token('line-soft'),
    ink: token('ink'),
    quiet: token('ink-2'),
    accent: token('accent'),
    focus: token('focus'),
    reserved: token('attention-soft'),
    reservedLine: token('attention'),
    font: getComputedStyle(document.body).fontFamily,
    paints,
  };
}
