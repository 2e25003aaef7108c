import styles from './FaceDrawing.module.css';
import type { Ghost } from './face-model.ts';
import { fitText } from './fit-text.ts';

const CLASS = { fits: styles.ghostBody, refused: styles.ghostRefused, pushed: styles.ghostOther } as const;
const MARK = {
  fits: 'M2 5.5L4.5 8L8.5 2.5',
  refused: 'M2 2L8 8M8 2L2 8',
  pushed: 'M5 8.5V1.5M2 4.5L5 1.5L8 4.5',
} as const;

/** Where a held device would come to stand: tick, cross or arrow besides the colour. */
export function GhostShape({ ghost, unitHeight }: { ghost: Ghost; unitHeight: number }) {
  const { x, y, width, height, name, kind } = ghost;
  const size = Math.min(14, height * 0.8, width * 0.6);
  const fontSize = Math.min(12, unitHeight * 0.62);
  const middle = y + height / 2;
  return (
    <g className={styles.ghost} aria-hidden>
      <rect className={CLASS[kind]} x={x + 1} y={y + 1} width={width - 2} height={height - 2} rx={1.5} />
      <path
        className={styles.ghostMark}
        transform={`translate(${x + 5} ${middle - size / 2}) scale(${size / 10})`}
        d={MARK[kind]}
      />
      <text className={styles.ghostText} x={x + 10 + size} y={middle} fontSize={fontSize}>
        {fitText(name, width - size - 14, fontSize)}
      </text>
    </g>
  );
}
