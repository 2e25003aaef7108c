import { Button } from '@mantine/core';
import { counted } from '../../ui/format.ts';
import { COLOUR_KEYS, type PaintScale } from './paint-scales.ts';
import { DeviceFacts } from './DeviceFacts.tsx';
import type { DropMode } from './drag-machine.ts';
import styles from './InfoPanel.module.css';
import { Legend } from './Legend.tsx';
import { locate } from './drop-plan.ts';
import { useElevationLook } from './look-store.ts';
import { RackFacts } from './RackFacts.tsx';
import { deviceIn } from './rack-view.ts';
import type { ElevationState } from './use-elevation.ts';

interface InfoPanelProps {
  readonly state: ElevationState;
  readonly scale: PaintScale;
  readonly onLift: (mode: DropMode) => void;
  readonly onTakeOut: (ids: readonly string[]) => void;
  /** Asks for a written place. */
  readonly onMoveTo: (deviceId: string) => void;
}

/** Beside the racks: the chosen device, the rack it is in, and what the colours mean. It never takes the focus. */
export function InfoPanel({ state, scale, onLift, onTakeOut, onMoveTo }: InfoPanelProps) {
  const { views, focused, selected } = state;
  const colour = useElevationLook((look) => look.colour);
  const deviceId = selected.size === 1 ? [...selected][0] : focused?.deviceId;
  const located = deviceId ? locate(views, deviceId) : null;
  const inRack = located?.mounted.rack.id ?? focused?.rackId;
  const view = views.find(({ rack }) => rack.id === inRack) ?? views[0];
  const device = view && deviceIn(view, deviceId);
  return (
    <aside className={styles.panel} aria-label="Details">
      {selected.size > 1 ? (
        <section className={styles.section} aria-label="Selection">
          <h2>{counted(selected.size, 'device', 'devices')} selected</h2>
          <div className={styles.buttons}>
            <Button variant="default" onClick={() => onLift('move')}>
              Move together
            </Button>
            <Button variant="default" onClick={() => onTakeOut([...selected])}>
              Take out
            </Button>
          </div>
        </section>
      ) : null}
      {selected.size <= 1 && view && device ? (
        <DeviceFacts
          view={view}
          device={device}
          onLift={onLift}
          onMoveTo={() => onMoveTo(device.id)}
          onTakeOut={() => onTakeOut([device.id])}
        />
      ) : null}
      {view ? <RackFacts view={view} /> : null}
      <section className={styles.section} aria-label="Colours">
        <h2 className={styles.small}>Colour: {COLOUR_KEYS.find(({ value }) => value === colour)?.label}</h2>
        <Legend entries={scale.legend} />
      </section>
    </aside>
  );
}
