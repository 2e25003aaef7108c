import { useCallback, useState } from 'react';

const SMALLEST_REM = 0.9375;
const LARGEST_REM = 1.75;
/** Name of the rack, heading of a face, frame, margins and the line of keys below. */
const AROUND_REM = 7.25;

interface Holder {
  readonly heightPx: number;
  readonly remPx: number;
}

/** The size found last: the next rack most likely has the same, and is then drawn once instead of twice. */
let last: Holder = { heightPx: 0, remPx: 16 };

/** The height of one unit in px that shows the whole rack in its holder, as far as text stays readable. */
export function useUnitHeight(heightU: number): {
  readonly holder: (node: HTMLElement | null) => (() => void) | undefined;
  readonly unitHeight: number;
} {
  const [{ heightPx, remPx }, setHolder] = useState(last);
  const holder = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    const observer = new ResizeObserver(() => {
      const found = {
        heightPx: node.clientHeight,
        remPx: Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
      };
      if (found.heightPx !== last.heightPx || found.remPx !== last.remPx) last = found;
      setHolder(last);
    });
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  const fitting = Math.floor((heightPx - AROUND_REM * remPx) / heightU);
  return { holder, unitHeight: Math.round(Math.min(Math.max(fitting, SMALLEST_REM * remPx), LARGEST_REM * remPx)) };
}
