import { Button, NativeSelect } from '@mantine/core';
import { useEffect, useMemo, useState } from 'react';
import type { Mounted } from '../../../shared/contract/rack.ts';
import { FACES } from '../../../shared/domain/placement.ts';
import { checkRackFit } from '../../../shared/rules/rack-fit.ts';
import { freePositions } from '../../../shared/rules/rack-free-space.ts';
import type { OccupiedFace, RackDevice, RackFit, RackSpace } from '../../../shared/rules/rack-model.ts';
import { rackSpanLabel } from '../../../shared/rules/rack-units.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './RackPage.module.css';
import { deviceOf } from './rack-model.ts';
import { useMountable } from './use-mountable.ts';

/** The device drawn dashed where it would go. */
export interface MountGhost {
  readonly device: RackDevice;
  readonly fits: boolean;
}

interface MountPanelProps {
  readonly space: RackSpace;
  readonly mounted: readonly Mounted[];
  /** The half-U position asked for, or `any`. */
  readonly wanted: string;
  /** Present: a device of this rack is moved. */
  readonly device: Mounted | undefined;
  readonly onGhost: (ghost: MountGhost | null) => void;
  readonly onClose: () => void;
}

/** Chooses a device and its place; only places where it fits are offered, and what stands against it is said. */
export function MountPanel({ space, mounted, wanted, device, onGhost, onClose }: MountPanelProps) {
  const [deviceId, setDeviceId] = useState(device?.id ?? '');
  const mountable = useMountable(deviceId, device);
  const [face, setFace] = useState<OccupiedFace | null>(null);
  const [place, setPlace] = useState(wanted === 'any' ? '' : wanted);
  const mount = useCommand(client.rack.mount, { failures: 'inline' });
  const others = useMemo(() => mounted.map(deviceOf), [mounted]);
  const sized = mountable ? { ...mountable, face: face ?? mountable.face } : null;
  const onSide = sized?.heightHalfU === 0;
  const free = sized && !onSide ? freePositions(space, others, sized) : [];
  const chosen = onSide
    ? place || 'left'
    : free.includes(Number(place)) && place !== ''
      ? place
      : String(free[0] ?? '');
  const positioned = sized && chosen !== '' ? placed(sized, chosen, onSide) : null;
  const fit = positioned ? checkRackFit(space, others, positioned) : null;
  const fits = fit?.fits ?? false;
  const ghostKey = positioned ? JSON.stringify([positioned, fits]) : '';
  useEffect(() => {
    if (ghostKey === '') return onGhost(null);
    const [drawn, drawnFits] = JSON.parse(ghostKey) as [RackDevice, boolean];
    return onGhost({ device: drawn, fits: drawnFits });
  }, [ghostKey, onGhost]);

  const save = async () => {
    if (!positioned) return;
    const { id, positionHalfU, side = null } = positioned;
    if (await mount.run({ device: id, rack: space.id, positionHalfU, face: positioned.face, side })) onClose();
  };
  return (
    <form
      style={{ display: 'contents' }}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <SidePanel
        title={device ? `Move ${device.name}` : `Mount in ${space.name}`}
        onClose={onClose}
        footer={
          <>
            <Button type="submit" disabled={!positioned || !fits} loading={mount.pending}>
              {device ? 'Move' : 'Mount'}
            </Button>
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
          </>
        }
      >
        <div className={styles.fields}>
          {device ? null : (
            <ReferencePicker
              label="Device"
              description="A compute or a piece of equipment"
              noun="machine"
              id={deviceId}
              names={{}}
              onId={setDeviceId}
            />
          )}
          {sized ? (
            <>
              {onSide ? (
                <NativeSelect
                  label="Side"
                  data={SIDES}
                  value={chosen}
                  onChange={(event) => setPlace(event.currentTarget.value)}
                />
              ) : (
                <>
                  <NativeSelect
                    label="Occupies"
                    data={FACES.map(({ value, label }) => ({ value, label }))}
                    value={sized.face}
                    onChange={(event) => setFace(faceFrom(event.currentTarget.value))}
                  />
                  <NativeSelect
                    label="Units"
                    description={
                      free.length === 0 ? 'No place in this rack is free for it.' : 'Only free places are listed.'
                    }
                    data={free
                      .toReversed()
                      .map((position) => ({
                        value: String(position),
                        label: rackSpanLabel(space, position, sized.heightHalfU),
                      }))}
                    value={chosen}
                    onChange={(event) => setPlace(event.currentTarget.value)}
                  />
                </>
              )}
              {fit ? <FitMessages fit={fit} /> : null}
            </>
          ) : null}
          {mount.failure ? <p role="alert">{mount.failure.message}</p> : null}
        </div>
      </SidePanel>
    </form>
  );
}

const SIDES = [
  { value: 'left', label: 'Left side' },
  { value: 'right', label: 'Right side' },
];

function faceFrom(value: string): OccupiedFace {
  return FACES.find((entry) => entry.value === value)?.value ?? 'both';
}

function placed(device: RackDevice, place: string, onSide: boolean): RackDevice {
  if (!onSide) return { ...device, positionHalfU: Number(place) };
  return { ...device, positionHalfU: null, side: place === 'right' ? 'right' : 'left' };
}

function FitMessages({ fit }: { fit: RackFit }) {
  return (
    <ul className={styles.problems} aria-label="Fit">
      {fit.problems.map((problem) => (
        <li key={problem.message} className={styles.problem}>
          <ToneIcon tone="bad" />
          {problem.message}
        </li>
      ))}
      {fit.warnings.map((warning) => (
        <li key={warning.message} className={styles.problem}>
          <ToneIcon tone="attention" />
          {warning.message}
        </li>
      ))}
    </ul>
  );
}
