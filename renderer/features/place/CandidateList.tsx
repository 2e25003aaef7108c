import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import type { PlacedCandidate } from '../../../shared/contract/plan.ts';
import { RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Meter } from '../../ui/Meter.tsx';
import { classes } from '../../ui/classes.ts';
import { movedRow } from '../../ui/selection.ts';
import styles from './CandidateList.module.css';
import { roundedText } from '../noun/field-text.ts';
import { badgesOf, scoreText, standsText } from './candidate-text.ts';

interface CandidateListProps {
  readonly candidates: readonly PlacedCandidate[];
  readonly total: number;
  readonly marked: string | null;
  readonly compared: readonly string[];
  readonly outdated: boolean;
  readonly onMark: (computeId: string) => void;
  readonly onChoose: (computeId: string) => void;
  readonly onMore: () => void;
}

const ROW_REM = 3.5;

/** The ranked list: arrows mark, Enter goes on to confirm. */
export function CandidateList(props: CandidateListProps) {
  const { candidates, total, marked, compared, outdated, onMark, onChoose, onMore } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const current = Math.max(
    0,
    candidates.findIndex((entry) => entry.computeId === marked),
  );
  const virtual = useVirtualizer({
    count: candidates.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize),
    overscan: 3,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= candidates.length - 1 && candidates.length < total && candidates.length > 0) onMore();
  }, [last, candidates.length, total, onMore]);
  const onKeyDown = (event: KeyboardEvent) => {
    const target = movedRow(event.key, current, candidates.length, 8);
    const entry = candidates[target ?? current];
    if (target !== null && entry) {
      onMark(entry.computeId);
      virtual.scrollToIndex(target);
    } else if (event.key === 'Enter' && entry) onChoose(entry.computeId);
    else return;
    event.preventDefault();
  };
  return (
    <div
      ref={scroller}
      role="listbox"
      aria-label="Candidates, best first"
      aria-busy={outdated}
      aria-activedescendant={candidates.length > 0 ? `${id}-${current}` : undefined}
      tabIndex={0}
      className={classes(styles.list, outdated && styles.outdated)}
      onKeyDown={onKeyDown}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map((item) => {
          const candidate = candidates[item.index];
          if (!candidate) return null;
          return (
            <div
              key={candidate.computeId}
              id={`${id}-${item.index}`}
              role="option"
              aria-selected={item.index === current}
              className={classes(styles.row, item.index === current && styles.marked)}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              onClick={() => onMark(candidate.computeId)}
              onDoubleClick={() => onChoose(candidate.computeId)}
            >
              <CandidateRow candidate={candidate} compared={compared.includes(candidate.computeId)} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

function CandidateRow({ candidate, compared }: { candidate: PlacedCandidate; compared: boolean }) {
  return (
    <>
      <span className={styles.rank}>{candidate.rank}</span>
      <span className={styles.name}>
        <span className={styles.title}>
          <strong>{candidate.compute}</strong>
          {compared ? (
            <Badge tone="info" plain>
              compared
            </Badge>
          ) : null}
        </span>
        <span className={styles.badges}>
          <span className={styles.stands}>{standsText(candidate)}</span>
          {badgesOf(candidate).map(({ tone, text, meaning }) => (
            <span key={text} title={meaning}>
              <Badge tone={tone} plain>
                {text}
              </Badge>
            </span>
          ))}
        </span>
      </span>
      <span className={styles.meters}>
        {candidate.resources.map((bar) => {
          const { label, unit } = RESOURCE_LABELS[bar.resource];
          const text = `${roundedText(bar.usedBefore, unit)} now, ${roundedText(bar.usedAfter, unit)} after, of ${roundedText(bar.total, unit)}`;
          return (
            <span key={bar.resource} className={styles.meter} title={`${label}: ${text}`}>
              <Meter
                label={label}
                total={bar.total}
                used={Math.min(bar.usedBefore, bar.usedAfter)}
                added={Math.max(0, bar.usedAfter - bar.usedBefore)}
                text={text}
              />
            </span>
          );
        })}
      </span>
      <span className={styles.score}>{scoreText(candidate)}</span>
    </>
  );
}
