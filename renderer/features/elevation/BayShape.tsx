import type { Rectangle } from '../../../shared/rules/elevation-model.ts';
import type { DeviceFact } from './device-fact.ts';
import styles from './FaceDrawing.module.css';
import { fitText } from './fit-text.ts';
import type { Look } from './look.ts';

interface BayShapeProps {
  readonly box: Rectangle;
  /** What is in the bay; undefined: it is free. */
  readonly fact: DeviceFact | undefined;
  readonly look: Look;
}

const SMALLEST_FONT_PX = 6.5;

/** A bay of a chassis: empty, or a blade in its own colour, labelled along its longer side where there is room. */
export function BayShape({ box, fact, look }: BayShapeProps) {
  const { x, y, width, height } = box;
  const upright = height > width;
  const [long, short] = upright ? [height, width] : [width, height];
  const fontSize = Math.min(11, short * 0.62);
  const text = fact && fontSize >= SMALLEST_FONT_PX ? fitText(look.labelOf(fact), long - 8, fontSize) : '';
  const at = upright
    ? `translate(${x + width / 2} ${y + height - 4}) rotate(-90)`
    : `translate(${x + 4} ${y + height / 2})`;
  return (
    <g data-paint={fact && look.scale.shadeOf(fact).paint}>
      <rect className={fact ? styles.blade : styles.bay} x={x} y={y} width={width} height={height} rx={1} />
      {text === '' ? null : (
        <text className={styles.label} transform={at} fontSize={fontSize}>
          {text}
        </text>
      )}
    </g>
  );
}
