import { SegmentedControl } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { CSV_OUTCOMES, type CsvOutcome, type CsvReport } from '../../../shared/contract/csv.ts';
import { Badge } from '../../ui/Badge.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { formatCount } from '../../ui/format.ts';
import styles from './CsvPage.module.css';
import { OUTCOME_WORDS, changeText, csvLines, type CsvLine } from './csv-lines.ts';

type Shown = CsvOutcome | 'all';

/** Every row of the file: what becomes of it, what changes, and all that is wrong with it. */
export function CsvRows({ report, outdated }: { report: CsvReport; outdated: boolean }) {
  const [shown, setShown] = useState<Shown>('all');
  const all = useMemo(() => csvLines(report), [report]);
  const lines = useMemo(() => (shown === 'all' ? all : all.filter(({ outcome }) => outcome === shown)), [all, shown]);
  const outcomes = CSV_OUTCOMES.filter((outcome) => report.counts[outcome] > 0);
  const choices = [
    { value: 'all', label: `All ${formatCount(report.rows)}` },
    ...outcomes.map((outcome) => ({
      value: outcome,
      label: `${OUTCOME_WORDS[outcome].word} ${formatCount(report.counts[outcome])}`,
    })),
  ];
  const total = shown === 'all' ? report.rows : report.counts[shown];
  return (
    <section className={styles.rows} aria-label="Rows of the file" aria-busy={outdated}>
      <div className={styles.choice}>
        <SegmentedControl
          aria-label="Rows to show"
          data={choices}
          value={shown}
          onChange={(value) => setShown(value as Shown)}
        />
        {lines.length < total ? (
          <span>
            The first {formatCount(lines.length)} of {formatCount(total)} are listed.
          </span>
        ) : null}
      </div>
      <RowList key={shown} lines={lines} />
    </section>
  );
}

function RowList({ lines }: { lines: readonly CsvLine[] }) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 10,
  });
  return (
    <ScrollRegion ref={scroller} label="Rows" className={styles.scroller}>
      <ol className={styles.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index];
          if (!line) return null;
          return (
            <li
              key={line.row}
              ref={virtual.measureElement}
              data-index={item.index}
              aria-setsize={lines.length}
              aria-posinset={item.index + 1}
              className={styles.line}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <Line line={line} />
            </li>
          );
        })}
      </ol>
    </ScrollRegion>
  );
}

function Line({ line }: { line: CsvLine }) {
  const { row, outcome, name, changes, takenFrom, problems } = line;
  const { word, tone } = OUTCOME_WORDS[outcome];
  return (
    <>
      <span className={styles.number}>
        <span className="visually-hidden">Row </span>
        {formatCount(row)}
      </span>
      <Badge tone={tone} plain>
        {word}
      </Badge>
      <strong className={styles.name}>{name}</strong>
      <div className={styles.told}>
        {problems.map(({ path, message }) => (
          <p key={`${path} ${message}`} className={styles.problem}>
            {message}
          </p>
        ))}
        {takenFrom.length > 0 ? <p>Taken over: {takenFrom.join(', and ')}</p> : null}
        {changes.length > 0 ? <p>{changes.map((change) => changeText(change, outcome)).join(' · ')}</p> : null}
      </div>
    </>
  );
}
