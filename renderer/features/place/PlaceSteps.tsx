import { classes } from '../../ui/classes.ts';
import styles from './PlacePage.module.css';
import { STEPS, stepIndex, type PlaceState } from './place-machine.ts';

/** Where the person is in placing. */
export function PlaceSteps({ state }: { state: PlaceState }) {
  const current = stepIndex(state);
  return (
    <ol className={styles.steps} aria-label="Steps">
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={classes(styles.step, index < current && styles.passed, index === current && styles.current)}
          aria-current={index === current ? 'step' : undefined}
        >
          <span className={styles.stepNumber}>{index + 1}</span>
          {step}
        </li>
      ))}
    </ol>
  );
}
