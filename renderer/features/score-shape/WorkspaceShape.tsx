import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { SHAPE_LABELS, SHAPE_NAMES, type ScoreShape } from '../../../shared/domain/score-shape.ts';
import { pointsOf } from '../../../shared/rules/utilisation-score.ts';
import { PointRows } from './PointRows.tsx';
import styles from './ScoreShape.module.css';
import { ShapeCurve } from './ShapeCurve.tsx';
import { readPoints, textsOf, type PointText } from './shape-draft.ts';
import { useWorkspaceShape } from './use-workspace-shape.ts';

const NO_PROBLEMS: readonly never[] = [];

/** How full a compute should be after placing, for everybody who opens this workspace. */
export function WorkspaceShape() {
  const { shape, save, pending } = useWorkspaceShape();
  if (shape === undefined) return null;
  return <ShapeForm key={JSON.stringify(shape)} saved={shape} pending={pending} onSave={(next) => void save(next)} />;
}

interface ShapeFormProps {
  readonly saved: ScoreShape;
  readonly pending: boolean;
  readonly onSave: (shape: ScoreShape) => void;
}

function ShapeForm({ saved, pending, onSave }: ShapeFormProps) {
  const [own, setOwn] = useState<readonly PointText[] | null>(typeof saved === 'string' ? null : textsOf(saved));
  const reading = own ? readPoints(own) : null;
  const shown = own === null ? pointsOf(saved) : reading?.ok ? reading.points : [];
  const changed = JSON.stringify(reading?.ok ? reading.points : own) !== JSON.stringify(saved);
  return (
    <form
      className={styles.workspace}
      onSubmit={(event) => {
        event.preventDefault();
        if (reading?.ok) onSave(reading.points);
      }}
    >
      <NativeSelect
        label="A good fit"
        description="How full a compute should be after placing. Every plan is judged by it, in the window and on the command line, unless it says otherwise."
        value={own !== null ? 'own' : typeof saved === 'string' ? saved : 'own'}
        onChange={(event) => {
          const name = SHAPE_NAMES.find((known) => known === event.currentTarget.value);
          if (name === undefined) setOwn(textsOf(saved));
          else if (name === saved) setOwn(null);
          else onSave(name);
        }}
      >
        {SHAPE_NAMES.map((name) => (
          <option key={name} value={name}>
            {SHAPE_LABELS[name]}
          </option>
        ))}
        <option value="own">Points of our own</option>
      </NativeSelect>
      <ShapeCurve shape={shown} />
      {own === null ? null : (
        <>
          <PointRows
            points={own}
            problems={reading && !reading.ok ? reading.problems : NO_PROBLEMS}
            onPoints={setOwn}
          />
          <div className={styles.buttons}>
            <Button type="submit" variant="default" disabled={!reading?.ok || !changed} loading={pending}>
              Save the curve
            </Button>
            <Button
              variant="subtle"
              color="gray"
              onClick={() => setOwn(typeof saved === 'string' ? null : textsOf(saved))}
              disabled={typeof saved !== 'string' && !changed}
            >
              Reset
            </Button>
          </div>
        </>
      )}
    </form>
  );
}
