import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { AuditRackDevice } from '../../../../shared/contract/audit-schemas.ts';
import { ScrollRegion } from '../../../ui/ScrollRegion.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { classes } from '../../../ui/classes.ts';
import { useRowHeightPx } from '../../../ui/row-height.ts';
import styles from './Walk.module.css';
import { STATE_WORDS, partsText } from './rack-lines.ts';

interface RackDevicesProps {
  readonly listId: string;
  readonly label: string;
  readonly devices: readonly AuditRackDevice[];
  readonly marked: number;
  readonly onMark: (index: number) => void;
}

export function deviceLineId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

/** What is expected here, the unseen first. The scan field keeps the focus; its arrow keys mark a line. */
export function RackDevices({ listId, label, devices, marked, onMark }: RackDevicesProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useRowHeightPx();
  const virtual = useVirtualizer({
    count: devices.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  useEffect(() => {
    if (marked < devices.length) virtual.scrollToIndex(marked);
  }, [virtual, marked, devices.length]);
  return (
    <ScrollRegion
      ref={scroller}
      label={`${label}, lines`}
      className={classes(styles.devices, devices.some(({ parts }) => parts.length > 0) && styles.withParts)}
    >
      <ul id={listId} role="listbox" aria-label={label} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const device = devices[item.index];
          return device ? (
            <li
              key={device.id}
              id={deviceLineId(listId, item.index)}
              role="option"
              aria-selected={item.index === marked}
              aria-setsize={devices.length}
              aria-posinset={item.index + 1}
              className={classes(styles.device, item.index === marked && styles.marked)}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              onClick={() => onMark(item.index)}
            >
              <DeviceLine device={device} />
            </li>
          ) : null;
        })}
      </ul>
    </ScrollRegion>
  );
}

function DeviceLine({ device }: { device: AuditRackDevice }) {
  const { at, name, serial, assetTag, state, seenPlace } = device;
  const word = STATE_WORDS[state];
  return (
    <>
      <span className={styles.at}>{at}</span>
      <strong className={styles.name}>{name}</strong>
      <span className={styles.number}>{serial ?? assetTag ?? ''}</span>
      <span className={styles.state}>
        <ToneIcon tone={word.tone} />
        {seenPlace && state !== 'seen' ? `${word.label}: ${seenPlace}` : word.label}
      </span>
      <span className={styles.parts}>{partsText(device)}</span>
    </>
  );
}
