import { Button } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../ui/IconButton.tsx';
import type { DropMode } from './drag-machine.ts';
import styles from './ElevationBar.module.css';
import { LookControls } from './LookControls.tsx';
import { useElevationLook, type ShownFaces } from './look-store.ts';
import { Segments } from './Segments.tsx';

const FACES: { value: ShownFaces; label: string }[] = [
  { value: 'both', label: 'Both' },
  { value: 'front', label: 'Front' },
  { value: 'rear', label: 'Rear' },
];

const MODES: { value: DropMode; label: string }[] = [
  { value: 'move', label: 'Move' },
  { value: 'swap', label: 'Swap' },
  { value: 'insert', label: 'Insert' },
];

const SMALLEST_PX = 8;
const LARGEST_PX = 48;
const STEP = 1.2;

interface ElevationBarProps {
  /** The height of a unit now, in pixels. */
  readonly unitHeight: number;
  readonly mode: DropMode;
  readonly onMode: (mode: DropMode) => void;
  /** Further controls: racks beside, export. */
  readonly children?: ReactNode;
}

export function ElevationBar({ unitHeight, mode, onMode, children }: ElevationBarProps) {
  const { faces, unitPx, change } = useElevationLook();
  const zoom = (factor: number) =>
    change({ unitPx: Math.min(LARGEST_PX, Math.max(SMALLEST_PX, Math.round(unitHeight * factor))) });
  return (
    <div className={styles.bar} role="toolbar" aria-label="Drawing">
      <LookControls />
      <Segments label="Faces" options={FACES} value={faces} onChange={(value) => change({ faces: value })} />
      <span title="What letting go of a device does; while dragging, Alt swaps and Shift inserts">
        <Segments label="Letting go" options={MODES} value={mode} onChange={onMode} />
      </span>
      <div className={styles.zoom}>
        <IconButton label="Smaller" onClick={() => zoom(1 / STEP)}>
          <IconMinus size="1rem" />
        </IconButton>
        <Button variant="default" aria-pressed={unitPx === null} onClick={() => change({ unitPx: null })}>
          Fit
        </Button>
        <IconButton label="Larger" onClick={() => zoom(STEP)}>
          <IconPlus size="1rem" />
        </IconButton>
      </div>
      {children}
    </div>
  );
}
