import type { Mounted } from '../../../shared/contract/rack.ts';
import type { ElevationCell, Rectangle } from '../../../shared/rules/elevation-model.ts';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { classes } from '../../ui/classes.ts';
import { formatShare } from '../../ui/format.ts';
import styles from './RackPage.module.css';
import type { ColourBy } from './elevation-view.ts';
import { stateOf } from './rack-model.ts';

export function box({ x, y, width, height }: Rectangle) {
  return { left: x, top: y, width, height };
}

interface RackCellProps {
  readonly cell: ElevationCell;
  readonly device: Mounted | undefined;
  readonly ghostName: string | undefined;
  readonly name: string;
  readonly selected: boolean;
  readonly colourBy: ColourBy;
  readonly first: boolean;
  readonly onActivate: () => void;
  readonly onOpen: () => void;
}

/** One cell of a face: a button, so that every unit can be reached, named and acted on. */
export function RackCell(props: RackCellProps) {
  const { cell, device, name } = props;
  if (cell.state === 'candidate') {
    return (
      <div
        className={classes(styles.cell, styles.candidate, cell.fits === false && styles.misfit)}
        style={box(cell)}
        aria-hidden
      >
        {props.ghostName}
      </div>
    );
  }
  const tone = device ? (stateOf(device).tone ?? 'neutral') : 'neutral';
  return (
    <button
      type="button"
      tabIndex={props.first ? 0 : -1}
      className={classes(
        styles.cell,
        styles[cell.state],
        device && props.colourBy === 'state' && styles[`tone-${tone}`],
      )}
      style={box(cell)}
      aria-label={name}
      aria-pressed={device ? props.selected : undefined}
      title={device ? `${device.name}${device.deviceType ? ` · ${device.deviceType}` : ''}` : undefined}
      onClick={props.onActivate}
      onDoubleClick={props.onOpen}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !device) return;
        event.preventDefault();
        props.onOpen();
      }}
    >
      {device ? <Device device={device} cell={cell} colourBy={props.colourBy} /> : null}
    </button>
  );
}

function Device({ device, cell, colourBy }: { device: Mounted; cell: ElevationCell; colourBy: ColourBy }) {
  if (cell.state === 'blocked') return <span className={styles.name}>back of {device.name}</span>;
  const { utilisation } = device;
  return (
    <>
      {utilisation === null ? null : (
        <span
          className={classes(
            colourBy === 'utilisation' ? styles.ground : styles.underline,
            utilisation >= 0.9 && styles.full,
          )}
          style={{ width: `${Math.min(1, utilisation) * 100}%` }}
        />
      )}
      {colourBy === 'state' ? <ToneIcon tone={stateOf(device).tone ?? 'neutral'} /> : null}
      <span className={styles.name}>{device.name}</span>
      {colourBy === 'utilisation' && utilisation !== null ? (
        <span className={styles.share}>{formatShare(utilisation, 1)}</span>
      ) : null}
    </>
  );
}
