import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { AuditDiscrepancy } from '../../../../shared/contract/audit-schemas.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { classes } from '../../../ui/classes.ts';
import { useRowHeightPx } from '../../../ui/row-height.ts';
import { movedRow } from '../../../ui/selection.ts';
import { WordBadge } from '../WordBadge.tsx';
import { decisionWord, kindWord } from '../audit-words.ts';
import styles from './Reconcile.module.css';

interface DiscrepancyListProps {
  readonly lines: readonly AuditDiscrepancy[];
  readonly marked: number;
  readonly onMark: (index: number) => void;
  readonly selected: ReadonlySet<string>;
  readonly onToggle: (key: string) => void;
  readonly onSelectAll: () => void;
}

const ROWS_PER_PAGE = 10;
const HEADS = ['', 'What', 'Device', 'Recorded', 'Seen', 'Decision'];

/** One line per discrepancy with both values. The list holds the focus; one line is marked, Space selects it. */
export function DiscrepancyList(props: DiscrepancyListProps) {
  const { lines, marked, onMark, selected, onToggle, onSelectAll } = props;
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const rowHeight = useRowHeightPx();
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => list.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  });
  useEffect(() => virtual.measure(), [virtual, rowHeight]);
  useEffect(() => {
    if (marked < lines.length) virtual.scrollToIndex(marked);
  }, [virtual, marked, lines.length]);
  useEffect(() => list.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = movedRow(event.key, marked, lines.length, ROWS_PER_PAGE);
    const line = lines[marked];
    if (target !== null && !event.ctrlKey && !event.metaKey) onMark(target);
    else if (event.key === ' ' && line) onToggle(line.key);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'a') onSelectAll();
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Discrepancies"
      aria-multiselectable
      aria-activedescendant={lines.length > 0 ? `${id}-${marked}` : undefined}
      tabIndex={0}
      className={styles.list}
      onKeyDown={onKeyDown}
    >
      <div className={classes(styles.line, styles.head)} aria-hidden>
        {HEADS.map((head) => (
          <span key={head}>{head}</span>
        ))}
      </div>
      <div role="presentation" className={styles.body} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <div
              key={line.key}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={selected.has(line.key)}
              aria-setsize={lines.length}
              aria-posinset={item.index + 1}
              className={classes(styles.line, item.index === marked && styles.marked)}
              style={{ transform: `translateY(${item.start}px)`, height: item.size }}
              onClick={(event) => (event.ctrlKey || event.metaKey ? onToggle(line.key) : onMark(item.index))}
            >
              <Cells line={line} selected={selected.has(line.key)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function decisionText({ resolution, refusal, agreesNow }: AuditDiscrepancy): string {
  if (agreesNow && !resolution) return 'Agrees by now';
  if (refusal) return `${decisionWord(refusal.decision).label} was refused`;
  if (!resolution) return 'To decide';
  const { decision, reason, appliedAt } = resolution;
  return `${decisionWord(decision).label}${reason ? `: ${reason}` : ''}${appliedAt ? ', written' : ''}`;
}

function Cells({ line, selected }: { line: AuditDiscrepancy; selected: boolean }) {
  const { kind, name, expected, observed, now, changedSince, resolution, carriedFrom } = line;
  return (
    <>
      <span className={classes(styles.box, selected && styles.boxed)} aria-hidden />
      <span>
        <WordBadge word={kindWord(kind)} />
      </span>
      <span title={name}>
        <strong>{name}</strong>
        {carriedFrom ? <em className={styles.changed}>, carried over</em> : null}
      </span>
      <span title={expected.text}>
        {expected.text || '–'}
        {changedSince ? <em className={styles.changed}>, now {now ? now.text || 'nowhere' : 'deleted'}</em> : null}
      </span>
      <span title={observed.text}>{observed.text || '–'}</span>
      <span title={decisionText(line)}>
        {resolution ? (
          <Badge plain tone={decisionWord(resolution.decision).tone}>
            {decisionText(line)}
          </Badge>
        ) : (
          <span className={styles.open}>{decisionText(line)}</span>
        )}
      </span>
    </>
  );
}
