import { useCallback, useState } from 'react';

const SMALLEST_REM = 1;
const LARGEST_REM = 1.75;
/** Heading of a face, frame and margins. */
const AROUND_PX = 72;

function remPx(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

/** The height of one unit in px that shows the whole rack in its holder, as far as text stays readable. */
export function useUnitHeight(heightU: number): {
  holder: (node: HTMLElement | null) => (() => void) | undefined;
  unitHeight: number;
} {
  const [holderHeight, setHolderHeight] = useState(0);
  const holder = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    const observer = new ResizeObserver(() => setHolderHeight(node.clientHeight));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  const fitting = Math.floor((holderHeight - AROUND_PX) / heightU);
  return { holder, unitHeight: Math.min(Math.max(fitting, SMALLEST_REM * remPx()), LARGEST_REM * remPx()) };
}
