import { scoreOf, type UtilisationShape } from '../../../shared/rules/utilisation-score.ts';
import { classes } from '../../ui/classes.ts';
import styles from './ScoreShape.module.css';
import { curveInWords, curveLine, placeOf } from './curve.ts';

const SIZE = { width: 220, height: 64 };
const LOW = { width: 220, height: 20 };

interface ShapeCurveProps {
  readonly shape: UtilisationShape;
  /** A share used whose place on the curve is marked. */
  readonly mark?: number | null;
  /** Low and without a scale, beside figures that say the same. */
  readonly compact?: boolean;
}

/** How the share used becomes points, drawn. */
export function ShapeCurve({ shape, mark = null, compact = false }: ShapeCurveProps) {
  const size = compact ? LOW : SIZE;
  const { width, height } = size;
  const marked = mark === null ? null : placeOf(mark, scoreOf(mark, shape), size);
  return (
    <figure className={styles.figure}>
      {compact ? null : (
        <span className={styles.top} aria-hidden>
          100 points
        </span>
      )}
      <svg
        className={classes(styles.curve, compact && styles.compact)}
        viewBox={`-6 -6 ${width + 12} ${height + 12}`}
        role="img"
        aria-label={curveInWords(shape)}
        preserveAspectRatio="none"
      >
        <path className={styles.axes} d={`M0,0 V${height} H${width}`} />
        {[0.25, 0.5, 0.75].map((share) => (
          <path key={share} className={styles.grid} d={`M${share * width},0 V${height}`} />
        ))}
        <polygon className={styles.under} points={`0,${height} ${curveLine(shape, size)} ${width},${height}`} />
        <polyline className={styles.line} points={curveLine(shape, size)} />
        {shape.map(({ utilisation, score }, index) => {
          const [x, y] = placeOf(utilisation, score, size);
          return <rect key={index} className={styles.point} x={x - 2.5} y={y - 2.5} width={5} height={5} />;
        })}
        {marked ? (
          <>
            <path className={styles.drop} d={`M${marked[0]},${height} V${marked[1]}`} />
            <circle className={styles.mark} cx={marked[0]} cy={marked[1]} r={4} />
          </>
        ) : null}
      </svg>
      {compact ? null : (
        <figcaption className={styles.scale} aria-hidden>
          <span>0 % used</span>
          <span>50 %</span>
          <span>100 %</span>
        </figcaption>
      )}
    </figure>
  );
}
