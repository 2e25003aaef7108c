import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { MOST_SHAPE_POINTS } from '../../../shared/domain/score-shape.ts';
import { RemoveButton } from '../../ui/RemoveButton.tsx';
import styles from './ScoreShape.module.css';
import { stepped, withPoint, type PointProblem, type PointText } from './shape-draft.ts';

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 };

const COLUMNS = [
  { key: 'utilisation', label: 'used in %' },
  { key: 'score', label: 'points' },
] as const;

interface PointRowsProps {
  readonly points: readonly PointText[];
  readonly problems: readonly PointProblem[];
  readonly onPoints: (points: readonly PointText[]) => void;
}

/** The points of a curve, typed; up and down change a number by one, page up and down by ten. */
export function PointRows({ points, problems, onPoints }: PointRowsProps) {
  const change = (index: number, part: Partial<PointText>) =>
    onPoints(points.map((point, place) => (place === index ? { ...point, ...part } : point)));
  const onKeyDown = (index: number, key: keyof PointText) => (event: KeyboardEvent<HTMLInputElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    change(index, { [key]: stepped(event.currentTarget.value, step) });
  };
  return (
    <div className={styles.points} role="group" aria-label="Points of the curve">
      <div className={styles.row} aria-hidden>
        <span>Used, %</span>
        <span>Points</span>
      </div>
      {points.map((point, index) => (
        <div key={index} className={styles.row}>
          {COLUMNS.map(({ key, label }) => (
            <TextInput
              key={key}
              aria-label={`Point ${index + 1}, ${label}`}
              inputMode="decimal"
              value={point[key]}
              error={problems.some((problem) => problem.index === index && problem.key === key)}
              onKeyDown={onKeyDown(index, key)}
              onChange={(event) => change(index, { [key]: event.currentTarget.value })}
            />
          ))}
          <RemoveButton
            label={`Remove point ${index + 1}`}
            disabled={points.length === 1}
            onRemove={() => onPoints(points.toSpliced(index, 1))}
          />
        </div>
      ))}
      {problems.map(({ message }) => (
        <p key={message} role="alert" className={styles.problem}>
          {message}
        </p>
      ))}
      <Button
        variant="subtle"
        size="compact-xs"
        className={styles.add ?? ''}
        leftSection={<IconPlus size="0.875rem" aria-hidden />}
        disabled={points.length >= MOST_SHAPE_POINTS}
        onClick={() => onPoints(withPoint(points, Math.max(0, points.length - 2)))}
      >
        Add a point
      </Button>
    </div>
  );
}
