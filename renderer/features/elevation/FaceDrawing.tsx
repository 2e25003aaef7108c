import './paint.css';
import { memo, useId } from 'react';
import { hatchId, Hatches } from './Hatches.tsx';
import { DeviceShape } from './DeviceShape.tsx';
import styles from './FaceDrawing.module.css';
import type { FaceModel, Ghost } from './face-model.ts';
import type { FaceParts } from './face-parts.ts';
import { fitText } from './fit-text.ts';
import { GhostShape } from './GhostShape.tsx';
import type { LabelField } from './label-fields.ts';
import type { PaintScale } from './paint-scales.ts';
import { spokenStop, widthText } from './spoken.ts';
import type { Stop } from './walk.ts';
import { classes } from '../../ui/classes.ts';

export interface Look {
  readonly scale: PaintScale;
  readonly label: LabelField;
  /** Ids of devices that do not match the filter; null: no filter. */
  readonly matching: ReadonlySet<string> | null;
  readonly partsOf: (deviceTypeId: string | null, type: string, face: FaceModel['face']) => FaceParts | undefined;
}

interface FaceDrawingProps {
  readonly model: FaceModel;
  readonly look: Look;
  readonly selected: ReadonlySet<string>;
  /** The stop that Tab reaches; null where it is on another face. */
  readonly tabStop: string | null;
  /** Devices being moved. */
  readonly leaving: readonly string[];
  readonly ghosts: readonly Ghost[];
}

/** One face of a rack in true proportions: a listbox of devices and free units, from the top down. */
export const FaceDrawing = memo(function FaceDrawing(props: FaceDrawingProps) {
  const { model, ghosts } = props;
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
      <rect className={styles.opening} x={opening.x} y={opening.y} width={opening.width} height={opening.height} />
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
      {walked.stops.map((stop) => (
        <StopShape key={stop.key} {...props} stop={stop} hatch={hatch} />
      ))}
      {ghosts.map((ghost) => (
        <GhostShape key={ghost.deviceId} ghost={ghost} unitHeight={sizes.unitHeight} />
      ))}
    </svg>
  );
});

type StopShapeProps = FaceDrawingProps & { readonly stop: Stop; readonly hatch: string };

function StopShape({ model, look, selected, tabStop, leaving, stop, hatch }: StopShapeProps) {
  const { view } = model;
  const fact = stop.deviceId ? view.facts.get(stop.deviceId) : undefined;
  const held = stop.deviceId !== null && leaving.includes(stop.deviceId);
  const faded = look.matching !== null && stop.deviceId !== null && !look.matching.has(stop.deviceId);
  const isDevice = stop.kind === 'occupied' || stop.kind === 'side';
  const device = stop.deviceId ? model.devices.get(stop.deviceId) : undefined;
  const spoken = spokenStop({
    rack: view.rack,
    stop,
    fact,
    part: device && widthText(device),
    shade: fact && look.scale.shadeOf(fact).label,
  });
  const misfit = isDevice ? view.answer.misfits.find(({ deviceId }) => deviceId === stop.deviceId) : undefined;
  const isSelected = isDevice && selected.has(stop.deviceId ?? '');
  return (
    <g
      role="option"
      aria-label={misfit ? `${spoken}. ${misfit.message}` : spoken}
      aria-selected={isSelected}
      tabIndex={tabStop === stop.key ? 0 : -1}
      data-stop={stop.key}
      className={classes(styles.stop, isDevice && styles.device, faded && styles.faded, held && styles.leaving)}
    >
      <StopBody model={model} look={look} stop={stop} hatch={hatch} />
      {misfit ? <Outline stop={stop} className={styles.misfit} inset={2} /> : null}
      {isSelected ? <Outline stop={stop} className={styles.selected} inset={1} /> : null}
      <Outline stop={stop} className={styles.ring} inset={0} />
    </g>
  );
}

function Outline({ stop, className, inset }: { stop: Stop; className: string | undefined; inset: number }) {
  return (
    <rect
      className={className}
      x={stop.x + inset}
      y={stop.y + inset}
      width={Math.max(1, stop.width - 2 * inset)}
      height={Math.max(1, stop.height - 2 * inset)}
      rx={1.5}
    />
  );
}

function StopBody({ model, look, stop, hatch }: Pick<StopShapeProps, 'model' | 'look' | 'stop' | 'hatch'>) {
  const { kind, x, y, width, height, deviceId } = stop;
  const device = deviceId ? model.devices.get(deviceId) : undefined;
  const fact = deviceId ? model.view.facts.get(deviceId) : undefined;
  if (kind === 'free') return <rect className={styles.free} x={x} y={y} width={width} height={height} />;
  if (kind === 'reserved' || kind === 'blocked' || !device || !fact) {
    const fontSize = Math.min(12, model.sizes.unitHeight * 0.62);
    const text = kind === 'reserved' ? `Reserved: ${stop.reservedFor ?? ''}` : '';
    const fill = `url(#${hatchId(hatch, kind === 'reserved' ? 'reserved' : 'blocked')})`;
    return (
      <>
        <rect className={styles[kind]} x={x + 0.5} y={y + 0.5} width={width - 1} height={height - 1} fill={fill} />
        <text
          className={styles.reservedText}
          x={x + 6}
          y={y + Math.min(height, model.sizes.unitHeight) / 2}
          fontSize={fontSize}
        >
          {fitText(text, width - 12, fontSize)}
        </text>
      </>
    );
  }
  return (
    <DeviceShape
      box={stop}
      device={device}
      fact={fact}
      scale={look.scale}
      label={look.label}
      parts={look.partsOf(device.deviceTypeId, device.type, model.face)}
      unitHeight={model.sizes.unitHeight}
      bays={device.bays.length > 0 && model.face === 'front'}
      upright={kind === 'side'}
    />
  );
}
