import { Button, NativeSelect } from '@mantine/core';
import { SHAPE_LABELS, SHAPE_NAMES } from '../../../shared/domain/score-shape.ts';
import { pointsOf } from '../../../shared/rules/utilisation-score.ts';
import { PointRows } from '../score-shape/PointRows.tsx';
import { ShapeCurve } from '../score-shape/ShapeCurve.tsx';
import styles from '../score-shape/ScoreShape.module.css';
import { readPoints, textsOf } from '../score-shape/shape-draft.ts';
import { useWorkspaceShape } from '../score-shape/use-workspace-shape.ts';
import type { DraftProblem, ShapeChoice } from './place-draft.ts';
import { usePlaceDraft } from './place-store.ts';
import { shapeLabel } from './shape-words.ts';

/** What counts as a good fit: as the workspace says, or another this time; points of one's own may become the workspace's. */
export function ShapeChoiceField({ problems }: { problems: readonly DraftProblem[] }) {
  const choice = usePlaceDraft((state) => state.draft.shape);
  const points = usePlaceDraft((state) => state.draft.points);
  const change = usePlaceDraft((state) => state.change);
  const workspace = useWorkspaceShape();
  const ours = workspace.shape ?? 'target';
  const reading = choice === 'own' ? readPoints(points) : null;
  const shown = choice === 'workspace' ? ours : choice === 'own' ? (reading?.ok ? reading.points : []) : choice;
  const choose = (next: ShapeChoice) =>
    change(next === 'own' ? { shape: next, points: textsOf(shown) } : { shape: next });
  const keep = async () => {
    if (await workspace.save(shown)) change({ shape: 'workspace' });
  };
  return (
    <div className={styles.choice}>
      <NativeSelect
        label="A good fit"
        value={choice}
        onChange={({ currentTarget: { value } }) =>
          choose(value === 'own' ? value : (SHAPE_NAMES.find((name) => name === value) ?? 'workspace'))
        }
      >
        <option value="workspace">As this workspace says: {shapeLabel(ours)}</option>
        {SHAPE_NAMES.map((name) => (
          <option key={name} value={name}>
            {SHAPE_LABELS[name]}
          </option>
        ))}
        <option value="own">Points of my own…</option>
      </NativeSelect>
      <ShapeCurve shape={pointsOf(shown)} />
      {choice === 'own' ? (
        <PointRows
          points={points}
          problems={reading && !reading.ok ? reading.problems : []}
          onPoints={(next) => change({ points: next })}
        />
      ) : null}
      {choice === 'workspace' ? null : (
        <div className={styles.buttons}>
          <Button
            size="compact-xs"
            variant="default"
            disabled={problems.some(({ path }) => path.startsWith('shape['))}
            loading={workspace.pending}
            onClick={() => void keep()}
          >
            Keep for the workspace
          </Button>
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => change({ shape: 'workspace' })}>
            Reset
          </Button>
        </div>
      )}
    </div>
  );
}
