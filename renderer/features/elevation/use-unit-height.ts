import { useCallback, useState } from 'react';

const SMALLEST_REM = 0.9375;
const LARGEST_REM = 1.75;
/** Name of the rack, heading of a face, frame and margins. */
const AROUND_REM = 5.25;

function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The height of one unit in px that shows the whole rack in its holder, as far as text stays readable. */
export function useUnitHeight(heightU: number): {
  readonly holder: (node: HTMLElement | null) => (() => void) | undefined;
  readonly unitHeight: number;
} {
  const [holderHeight, setHolderHeight] = useState(0);
  const holder = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    const observer = new ResizeObserver(() => setHolderHeight(node.clientHeight));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  const rem = remPx();
  const fitting = Math.floor((holderHeight - AROUND_REM * rem) / heightU);
  return { holder, unitHeight: Math.round(Math.min(Math.max(fitting, SMALLEST_REM * rem), LARGEST_REM * rem)) };
}
