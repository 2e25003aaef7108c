import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { WalkRack } from '../../../../shared/contract/audit-schemas.ts';
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx';
import { ToneIcon, type Tone } from '../../../ui/ToneIcon.tsx';
import { classes } from '../../../ui/classes.ts';
import { useRowHeightPx } from '../../../ui/row-height.ts';
import styles from './Walk.module.css';

interface RackWalkProps {
  readonly racks: readonly WalkRack[];
  readonly shownId: string | undefined;
  readonly onGo: (rack: WalkRack) => void;
}

const LINES_PER_RACK = 1.5;

function toneOf({ finished, progress }: WalkRack): Tone {
  if (progress.missing > 0) return 'bad';
  if (progress.odd + progress.extra > 0) return 'attention';
  return finished ? 'good' : progress.seen > 0 ? 'info' : 'neutral';
}

function factsOf({ finished, progress: { seen, expected, missing, odd, extra } }: WalkRack): string {
  return [
    `${seen} of ${expected}`,
    missing > 0 ? `${missing} missing` : '',
    odd + extra > 0 ? `${odd + extra} odd` : '',
    finished ? 'finished' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** The racks in walking order with their progress; a click goes there as scanning its label does. */
export function RackWalk({ racks, shownId, onGo }: RackWalkProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeightPx() * LINES_PER_RACK;
  const virtual = useVirtualizer({
    count: racks.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  const shown = racks.findIndex(({ id }) => id === shownId);
  useEffect(() => {
    if (shown >= 0) virtual.scrollToIndex(shown);
  }, [virtual, shown]);
  return (
    <ScrollRegion ref={scroller} label="Racks in walking order" className={styles.racks}>
      <ol style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const rack = racks[item.index];
          if (!rack) return null;
          return (
            <li key={rack.id} style={{ transform: `translateY(${item.start}px)`, height: item.size }}>
              <button
                type="button"
                className={classes(styles.rack, rack.id === shownId && styles.current)}
                aria-current={rack.id === shownId ? 'location' : undefined}
                title={rack.path}
                onClick={() => onGo(rack)}
              >
                <ToneIcon tone={toneOf(rack)} />
                <strong>{rack.name}</strong>
                <span className={styles.rackFacts}>{factsOf(rack)}</span>
              </button>
            </li>
          );
        })}
      </ol>
    </ScrollRegion>
  );
}
