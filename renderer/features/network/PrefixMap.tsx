import { useId, type KeyboardEvent } from 'react';
import { classes } from '../../ui/classes.ts';
import styles from './PrefixMap.module.css';
import { cellLook, cellText } from './cell-text.ts';
import type { MapCell } from './map-cells.ts';

interface PrefixMapProps {
  readonly cidr: string;
  readonly cells: readonly MapCell[];
  readonly marked: number;
  readonly onMark: (index: number) => void;
}

/** Cells in a row: powers of two, so that rows begin at round addresses. */
function columnsFor(cells: number): number {
  return cells <= 16 ? cells : cells <= 64 ? 16 : 32;
}

/** The fuller a block, the more of the accent; never so little that it looks free. */
function inkOf(share: number): string {
  return `color-mix(in srgb, var(--accent) ${Math.round(20 + share * 70)}%, var(--surface))`;
}

/** What is free and what is used, address by address or block by block. The map holds the focus, keys move its mark. */
export function PrefixMap({ cidr, cells, marked, onMark }: PrefixMapProps) {
  const id = useId();
  const columns = columnsFor(cells.length);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = {
      ArrowRight: 1,
      ArrowLeft: -1,
      ArrowDown: columns,
      ArrowUp: -columns,
      Home: -marked,
      End: cells.length - 1 - marked,
    }[event.key];
    if (step === undefined || event.altKey) return;
    event.preventDefault();
    const target = marked + step;
    if (target >= 0 && target < cells.length) onMark(target);
  };
  return (
    <div
      role="listbox"
      aria-label={`Map of ${cidr}`}
      aria-activedescendant={`${id}-${marked}`}
      tabIndex={0}
      className={styles.map}
      style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      onKeyDown={onKeyDown}
    >
      {cells.map((cell, index) => (
        <span
          key={cell.label}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === marked}
          aria-label={`${cell.label}, ${cellText(cell)}`}
          title={`${cell.label}: ${cellText(cell)}`}
          className={classes(styles.cell, styles[cellLook(cell)], index === marked && styles.marked)}
          style={cellLook(cell) === 'partly' ? { background: inkOf(cell.share) } : undefined}
          onClick={() => onMark(index)}
        />
      ))}
    </div>
  );
}
