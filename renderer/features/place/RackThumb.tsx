import type { Mounted } from '../../../shared/contract/rack.ts';
import { classes } from '../../ui/classes.ts';
import styles from './RackThumb.module.css';
import { thumbShapes } from './rack-thumb.ts';

interface RackThumbProps {
  readonly heightU: number;
  readonly mounted: readonly Mounted[];
  readonly computeId: string;
}

const WIDTH = 120;
const UNIT = 6;
const TEXT_FROM_UNITS = 2;

/** The front of a rack in a few centimetres: what is mounted, and where the compute is. */
export function RackThumb({ heightU, mounted, computeId }: RackThumbProps) {
  const shapes = thumbShapes(mounted, computeId, heightU, { width: WIDTH, unit: UNIT });
  const marked = shapes.find((shape) => shape.marked);
  return (
    <svg
      className={styles.rack}
      viewBox={`-1 -1 ${WIDTH + 92} ${heightU * UNIT + 2}`}
      role="img"
      aria-label={marked ? `Front of the rack; ${marked.name} is marked` : 'Front of the rack'}
    >
      <rect className={styles.frame} width={WIDTH} height={heightU * UNIT} />
      {shapes.map((shape) => (
        <rect
          key={shape.id}
          className={classes(styles.device, shape.marked && styles.marked)}
          x={shape.x}
          y={shape.y}
          width={shape.width}
          height={shape.height}
        >
          <title>{shape.name}</title>
        </rect>
      ))}
      {shapes
        .filter((shape) => !shape.marked && shape.height >= TEXT_FROM_UNITS * UNIT && shape.width === WIDTH)
        .map((shape) => (
          <text key={shape.id} className={styles.name} x={4} y={shape.y + shape.height / 2}>
            {shape.name}
          </text>
        ))}
      {marked ? (
        <text className={styles.pointer} x={WIDTH + 5} y={marked.y + marked.height / 2}>
          ◂ {marked.name}
        </text>
      ) : null}
    </svg>
  );
}
