import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useRef, type KeyboardEvent } from 'react';
import { RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { classes } from '../../ui/classes.ts';
import { movedRow } from '../../ui/selection.ts';
import styles from './CandidateList.module.css';
import type { ComputeGroup } from './batch-groups.ts';
import { roundedText } from '../noun/field-text.ts';
import { ResourceMeter } from './ResourceMeter.tsx';

const ROW_REM = 3.5;

interface BatchRowsProps {
  readonly groups: readonly ComputeGroup[];
  readonly marked: string | null;
  readonly onMark: (computeId: string) => void;
}

/** The computes a batch uses, each with what goes there. */
export function BatchRows({ groups, marked, onMark }: BatchRowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const current = Math.max(
    0,
    groups.findIndex((group) => group.computeId === marked),
  );
  const virtual = useVirtualizer({
    count: groups.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 6,
  });
  const onKeyDown = (event: KeyboardEvent) => {
    const target = movedRow(event.key, current, groups.length, 8);
    const group = target === null ? undefined : groups[target];
    if (target === null || !group) return;
    onMark(group.computeId);
    virtual.scrollToIndex(target);
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Computes in the order they are used"
      aria-activedescendant={`${id}-${current}`}
      tabIndex={0}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map((item) => {
          const group = groups[item.index];
          if (!group) return null;
          return (
            <div
              key={group.computeId}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={item.index === current}
              className={classes(styles.row, item.index === current && styles.marked)}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              onClick={() => onMark(group.computeId)}
            >
              <BatchRow group={group} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function BatchRow({ group }: { group: ComputeGroup }) {
  const { stands } = group;
  return (
    <>
      <span className={styles.rank}>{group.services.reduce((sum, { count }) => sum + count, 0)}</span>
      <span className={styles.name}>
        <strong>{group.compute}</strong>
        <span className={styles.badges}>
          <span className={styles.stands}>{[stands?.site, stands?.rack].filter(Boolean).join(' · ')}</span>
          <span className={styles.what}>
            {group.services.map(({ service, count }) => `${count} × ${service}`).join(', ')}
          </span>
        </span>
      </span>
      <span className={styles.meters}>
        {group.resources.map((bar) => {
          const { label, unit } = RESOURCE_LABELS[bar.resource];
          const amount = (value: number) => roundedText(value, unit);
          return (
            <span
              key={bar.resource}
              title={`${label}: ${amount(bar.usedBefore)} → ${amount(bar.usedAfter)} of ${amount(bar.total)}`}
            >
              <ResourceMeter bar={bar} />
            </span>
          );
        })}
      </span>
      <span />
    </>
  );
}
