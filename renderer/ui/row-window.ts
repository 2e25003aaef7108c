import { useLayoutEffect, useState } from 'react';
import { flushSync } from 'react-dom';

/** Drawn above and below what is in sight: the window draws a moved list before it asks us for its rows. */
const OVERSCAN_ROWS = 6;

/** The rows of a long list that are drawn: `first` to `last`, `slots` at most at any time; none: `last` is -1. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
  /** Row i is drawn in slot i % slots, so that a list that scrolls draws its rows into the elements of those that went. */
  readonly slots: number;
}

/** How far the list is scrolled and how much of it is seen, in whole rows. */
interface Sight {
  readonly top: number;
  readonly rows: number;
}

export function rowWindow({ top, rows }: Sight, total: number): RowWindow {
  const slots = rows + 2 * OVERSCAN_ROWS + 2;
  const first = Math.max(0, Math.min(top, total - rows) - OVERSCAN_ROWS);
  return { first, last: Math.min(total - 1, top + rows + OVERSCAN_ROWS), slots };
}

/** Follows an element that scrolls rows of one height under a head of the same height. */
export function useRowWindow(element: HTMLElement | null, total: number, rowHeight: number): RowWindow {
  const [sight, setSight] = useState<Sight>({ top: 0, rows: 0 });
  useLayoutEffect(() => {
    if (!element) return;
    const see = () => {
      const next = {
        top: Math.floor(element.scrollTop / rowHeight),
        rows: Math.ceil(element.clientHeight / rowHeight),
      };
      setSight((before) => (before.top === next.top && before.rows === next.rows ? before : next));
    };
    const onScroll = () => {
      element.toggleAttribute('data-shifted', element.scrollLeft > 0);
      // The event comes at the start of a frame: what is drawn later than at once is seen a frame later.
      flushSync(see);
    };
    see();
    const observer = new ResizeObserver(see);
    observer.observe(element);
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [element, rowHeight]);
  return rowWindow(sight, total);
}

/** Scrolls as little as shows the row between the head and the end of what is seen. */
export function showRow(element: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight;
  const lowest = top + 2 * rowHeight - element.clientHeight;
  if (element.scrollTop > top) element.scrollTop = top;
  else if (element.scrollTop < lowest) element.scrollTop = lowest;
}
