import {
  IconAlertOctagonFilled,
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconCircleDashed,
  IconSquareRotatedFilled,
  type Icon,
} from '@tabler/icons-react';
import type { Choice } from '../../shared/domain/field.ts';
import styles from './Badge.module.css';
import { classes } from './classes.ts';

export type Tone = NonNullable<Choice['tone']>;

/** One outline per tone: disc, triangle, octagon, diamond, dashed ring. They can be told apart without colour. */
const SHAPES: Readonly<Record<Tone, Icon>> = {
  good: IconCircleCheckFilled,
  attention: IconAlertTriangleFilled,
  bad: IconAlertOctagonFilled,
  info: IconSquareRotatedFilled,
  neutral: IconCircleDashed,
};

export function ToneIcon({ tone }: { tone: Tone }) {
  const Shape = SHAPES[tone];
  return <Shape className={classes(styles.icon, styles[`icon-${tone}`])} aria-hidden focusable={false} />;
}
