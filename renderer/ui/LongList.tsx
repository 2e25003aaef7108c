import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import styles from './LongList.module.css';

interface LongListProps<Item> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string | number;
  /** Height of an ordinary item in px, until it is measured. */
  readonly estimate: number;
  readonly renderRow: (item: Item) => ReactNode;
  /** Asks for the items after these; absent: there are no more. */
  readonly onMore?: (() => void) | undefined;
}

const OVERSCAN = 8;

/** Items of any height and number in what scrolls around them: only those in sight are drawn. */
export function LongList<Item>({ label, items, keyOf, estimate, renderRow, onMore }: LongListProps<Item>) {
  const list = useRef<HTMLOListElement>(null);
  const { scroller, above } = useScroller(list);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
    scrollMargin: above,
    getItemKey: (index) => {
      const item = items[index];
      return item === undefined ? index : keyOf(item);
    },
  });
  const shown = virtual.getVirtualItems();
  const isAtEnd = (shown.at(-1)?.index ?? -1) >= items.length - 1 && items.length > 0;
  useEffect(() => {
    if (isAtEnd) onMore?.();
  }, [isAtEnd, items.length, onMore]);
  return (
    <ol ref={list} aria-label={label} className={styles.list} style={{ height: virtual.getTotalSize() }}>
      {shown.map(({ index, key, start }) => {
        const item = items[index];
        if (item === undefined) return null;
        return (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            aria-setsize={onMore ? -1 : items.length}
            aria-posinset={index + 1}
            className={styles.item}
            style={{ transform: `translateY(${start - above}px)` }}
          >
            {renderRow(item)}
          </li>
        );
      })}
    </ol>
  );
}

/** What scrolls around a list, and how much of it stands above the list. */
function useScroller(list: { readonly current: HTMLElement | null }) {
  const [found, setFound] = useState<{ readonly scroller: HTMLElement | null; readonly above: number }>({
    scroller: null,
    above: 0,
  });
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element && scrollerAround(element);
    if (!element || !scroller) return;
    const measure = () => {
      const above = Math.round(
        element.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
      );
      setFound((before) => (before.scroller === scroller && before.above === above ? before : { scroller, above }));
    };
    measure();
    // What stands above the list may grow: filters that wrap, a picture that came.
    const observer = new ResizeObserver(measure);
    observer.observe(scroller);
    for (const child of scroller.children) observer.observe(child);
    return () => observer.disconnect();
  }, [list]);
  return found;
}

function scrollerAround(element: HTMLElement): HTMLElement | null {
  for (let around = element.parentElement; around; around = around.parentElement)
    if (/auto|scroll/.test(getComputedStyle(around).overflowY)) return around;
  return null;
}
