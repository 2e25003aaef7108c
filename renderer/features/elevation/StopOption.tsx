import { classes } from '../../ui/classes.ts';
import styles from './FaceDrawing.module.css';
import type { FaceDrawingProps } from './look.ts';
import { spokenStop, widthText } from './spoken.ts';
import type { Stop } from './walk.ts';

type StopOptionProps = Pick<FaceDrawingProps, 'model' | 'look' | 'selected' | 'tabStop'> & { readonly stop: Stop };

/** A device or a free unit as it is pointed at, focused, selected and read aloud. */
export function StopOption({ model, look, selected, tabStop, stop }: StopOptionProps) {
  const { view } = model;
  const fact = stop.deviceId ? view.facts.get(stop.deviceId) : undefined;
  const device = stop.deviceId ? model.devices.get(stop.deviceId) : undefined;
  const isDevice = stop.deviceId !== null && stop.kind !== 'blocked';
  const spoken = spokenStop({
    rack: view.rack,
    stop,
    fact,
    part: device && widthText(device),
    chassis: view.facts.get(stop.chassisId ?? '')?.name,
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
      className={classes(styles.stop, isDevice && styles.device)}
    >
      {stop.kind === 'bay' ? <title>{spoken}</title> : null}
      {misfit ? <Outline stop={stop} className={styles.misfit} inset={2} /> : null}
      {isSelected ? <Outline stop={stop} className={styles.selected} inset={1} /> : null}
      <Outline stop={stop} className={styles.target} inset={0} />
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
