import { STORAGE_MEDIUM_LABELS } from '../../../../shared/domain/component-specs.ts';
import { IconAlertOctagonFilled } from '@tabler/icons-react';
import type { Disk } from '../../../../shared/contract/storage.ts';
import { formatQuantity } from '../../../../shared/domain/units.ts';
import { classes } from '../../../ui/classes.ts';
import styles from './Storage.module.css';

interface DiskTileProps {
  readonly disk: Disk;
  /** What pressing it does, read after its name: `add to the group`. */
  readonly does: string;
  readonly draggable?: boolean;
  readonly onPress: (event: { readonly shiftKey: boolean }) => void;
}

/** One disk as a button: its slot, its size, its serial number; a failed one is struck through and has a mark. */
export function DiskTile({ disk, does, draggable = false, onPress }: DiskTileProps) {
  const size = disk.capacityGb > 0 ? formatQuantity(disk.capacityGb, 'GB') : 'size not known';
  return (
    <button
      type="button"
      value={disk.key}
      draggable={draggable}
      title={disk.component}
      className={classes(styles.disk, disk.failed && styles.failed, disk.hotSpare && styles.spare)}
      onClick={onPress}
    >
      <span className={styles.slot}>
        {disk.failed ? <IconAlertOctagonFilled aria-hidden /> : null}
        {disk.slot ?? 'no slot'}
      </span>
      <span className={styles.size}>
        {size} {STORAGE_MEDIUM_LABELS.get(disk.medium ?? '')}
      </span>
      <span className={styles.serial}>{disk.serial}</span>
      <span className="visually-hidden">
        {disk.failed ? 'failed, ' : ''}
        {disk.component}, {does}
      </span>
    </button>
  );
}
