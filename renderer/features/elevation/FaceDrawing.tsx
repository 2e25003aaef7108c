import './paint.css';
import { memo, useId } from 'react';
import styles from './FaceDrawing.module.css';
import { FacePaint } from './FacePaint.tsx';
import { GhostShape } from './GhostShape.tsx';
import { Hatches } from './Hatches.tsx';
import type { FaceDrawingProps } from './look.ts';
import { StopOption } from './StopOption.tsx';

/** One face of a rack in true proportions: a listbox of devices and free units, from the top down. */
export const FaceDrawing = memo(function FaceDrawing(props: FaceDrawingProps) {
  const { model, look, leaving, ghosts } = props;
  const { drawing, view, face, walked, sizes } = model;
  const hatch = useId();
  const fontSize = Math.min(12, sizes.unitHeight * 0.62);
  const { opening, left, right } = drawing;
  return (
    <svg
      className={styles.drawing}
      width={drawing.width}
      height={drawing.height}
      viewBox={`0 0 ${drawing.width} ${drawing.height}`}
      role="listbox"
      aria-label={`${view.rack.name}, ${face}`}
      aria-multiselectable
      data-face={`${view.rack.id} ${face}`}
    >
      <Hatches id={hatch} />
      {[left, right].map((strip) => (
        <rect
          key={strip.x}
          className={styles.strip}
          x={strip.x + 1.5}
          y={strip.y + 0.5}
          width={strip.width - 3}
          height={strip.height - 1}
          rx={1}
        />
      ))}
      <rect
        className={styles.frame}
        x={opening.x - sizes.frame + 0.5}
        y={0.5}
        width={opening.width + 2 * sizes.frame - 1}
        height={drawing.height - 1}
        rx={3}
      />
      <rect
        data-opening
        className={styles.opening}
        x={opening.x}
        y={opening.y}
        width={opening.width}
        height={opening.height}
      />
      <g aria-hidden>
        {drawing.labels.map((label) => (
          <text
            key={label.positionHalfU}
            className={styles.unit}
            x={label.x + label.width - 3}
            y={label.y + label.height / 2}
            fontSize={fontSize}
          >
            {label.text}
          </text>
        ))}
      </g>
      <FacePaint model={model} look={look} leaving={leaving} hatch={hatch} />
      {walked.stops.map((stop) => (
        <StopOption key={stop.key} {...props} stop={stop} />
      ))}
      {ghosts.map((ghost) => (
        <GhostShape key={ghost.deviceId} ghost={ghost} unitHeight={sizes.unitHeight} />
      ))}
    </svg>
  );
});
