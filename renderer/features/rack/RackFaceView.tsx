import { useRef, type KeyboardEvent } from 'react';
import type { Mounted } from '../../../shared/contract/rack.ts';
import { elevation } from '../../../shared/rules/elevation-geometry.ts';
import type { ElevationCell } from '../../../shared/rules/elevation-model.ts';
import type { RackFace, RackSpace } from '../../../shared/rules/rack-model.ts';
import { navigate, objectHref } from '../../ui/location.ts';
import type { MountGhost } from './MountPanel.tsx';
import { RackCell, box } from './RackCell.tsx';
import styles from './RackPage.module.css';
import type { ColourBy } from './elevation-view.ts';
import { cellName, deviceOf, stateOf } from './rack-model.ts';

interface RackFaceViewProps {
  readonly face: RackFace;
  readonly space: RackSpace;
  readonly mounted: readonly Mounted[];
  readonly unitHeight: number;
  readonly ghost: MountGhost | null;
  readonly selectedId: string | undefined;
  readonly colourBy: ColourBy;
  readonly onSelect: (deviceId: string) => void;
  readonly onFree: (positionHalfU: number) => void;
}

const FACE_NAMES = { front: 'Front', rear: 'Rear' } as const;

/** One face of a rack in true proportions. Arrow keys go from cell to cell, Enter opens a device. */
export function RackFaceView(props: RackFaceViewProps) {
  const { face, space, mounted, unitHeight, ghost } = props;
  const frame = useRef<HTMLDivElement>(null);
  const hasSides = mounted.some((device) => device.heightHalfU === 0);
  const drawing = elevation({
    rack: space,
    mounted: mounted.filter((device) => device.id !== ghost?.device.id).map(deviceOf),
    face,
    sizes: { unitHeight, labelWidth: unitHeight * 1.6, sideWidth: hasSides ? unitHeight * 1.2 : 0, frame: 6 },
    ...(ghost ? { candidate: ghost } : {}),
  });
  const byId = new Map(mounted.map((device) => [device.id, device]));
  const open = (device: Mounted) => {
    const href = objectHref(device.noun, device.id);
    if (href) navigate(href);
  };
  const activate = (cell: ElevationCell) => {
    if (cell.deviceId) props.onSelect(cell.deviceId);
    else if (cell.state === 'free') props.onFree(cell.positionHalfU);
  };
  return (
    <figure className={styles.face}>
      <figcaption>{FACE_NAMES[face]}</figcaption>
      <div
        ref={frame}
        role="group"
        aria-label={`${space.name}, ${face}`}
        className={styles.drawing}
        style={{ width: drawing.width, height: drawing.height }}
        onKeyDown={(event) => moveFocus(event, frame.current)}
      >
        <div
          className={styles.frame}
          style={box({ x: drawing.opening.x - 6, y: 0, width: drawing.opening.width + 12, height: drawing.height })}
        />
        {drawing.labels.map((label) => (
          <span key={label.positionHalfU} className={styles.unit} style={box(label)} aria-hidden>
            {label.text}
          </span>
        ))}
        {drawing.cells.map((cell, index) => {
          const device = cell.deviceId ? byId.get(cell.deviceId) : undefined;
          return (
            <RackCell
              key={`${cell.state}-${cell.deviceId ?? ''}-${cell.positionHalfU}-${cell.x}`}
              cell={cell}
              device={device}
              ghostName={cell.state === 'candidate' ? ghost?.device.name : undefined}
              name={cellName(space, face, cell, device)}
              selected={device !== undefined && device.id === props.selectedId}
              colourBy={props.colourBy}
              first={index === 0}
              onActivate={() => activate(cell)}
              onOpen={() => device && open(device)}
            />
          );
        })}
        {drawing.sides.map((side) => {
          const device = byId.get(side.deviceId);
          if (!device) return null;
          const name = `${side.side} side, ${face}, ${device.name}, 0 U, ${stateOf(device).label.toLowerCase()}`;
          return (
            <button
              key={side.deviceId}
              type="button"
              tabIndex={-1}
              className={styles.side}
              style={box(side)}
              aria-label={name}
              aria-pressed={device.id === props.selectedId}
              onClick={() => props.onSelect(device.id)}
              onDoubleClick={() => open(device)}
            >
              <span>{device.name}</span>
            </button>
          );
        })}
      </div>
    </figure>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 };

function moveFocus(event: KeyboardEvent, frame: HTMLElement | null): void {
  const step = STEPS[event.key];
  const cells = [...(frame?.querySelectorAll<HTMLElement>('button') ?? [])];
  const current = cells.findIndex((cell) => cell === document.activeElement);
  const target =
    event.key === 'Home' ? 0 : event.key === 'End' ? cells.length - 1 : step === undefined ? -1 : current + step;
  const next = cells[target];
  if (!next || current < 0) return;
  event.preventDefault();
  next.focus();
  for (const cell of cells) cell.tabIndex = cell === next ? 0 : -1;
}
