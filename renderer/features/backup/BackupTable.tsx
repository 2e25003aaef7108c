import { Button } from '@mantine/core';
import type { Backup } from '../../../shared/contract/backup.ts';
import { Badge } from '../../ui/Badge.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { formatBytes, formatCount, formatMoment } from '../../ui/format.ts';
import styles from './Backup.module.css';
import { contentText, reasonText } from './content-text.ts';

interface BackupTableProps {
  readonly backups: readonly Backup[];
  readonly onRestore: (backup: Backup) => void;
}

/** Each backup with what it holds. One that is damaged cannot be restored, and says why. */
export function BackupTable({ backups, onRestore }: BackupTableProps) {
  const columns: readonly PlainColumn<Backup>[] = [
    { label: 'Made', cell: ({ at }) => formatMoment(at) },
    { label: 'Why', cell: ({ reason }) => reasonText(reason) },
    { label: 'Holds', align: 'wrap', cell: contentText },
    { label: 'Newest change', align: 'wrap', cell: newestChange },
    { label: 'Size', align: 'end', cell: ({ bytes }) => formatBytes(bytes) },
    { label: 'State', cell: state },
    {
      label: 'Restore',
      align: 'tools',
      cell: (backup) => restoreButton(backup, onRestore),
    },
  ];
  return <PlainTable label="Backups" columns={columns} rows={backups} keyOf={({ file }) => file} />;
}

function newestChange({ facts }: Backup) {
  if (!facts.lastChange) return 'None';
  const { label, actor, at } = facts.lastChange;
  return (
    <div className={styles.change}>
      {label}
      <span className={styles.sub}>
        {actor}, {formatMoment(at)}, number {formatCount(facts.changes)}
      </span>
    </div>
  );
}

function state({ facts }: Backup) {
  if (facts.problem === null) return <Badge tone="good">Whole</Badge>;
  return (
    <>
      <Badge tone="bad">Damaged</Badge>
      <span className={styles.problem}>{facts.problem}</span>
    </>
  );
}

function restoreButton(backup: Backup, onRestore: (backup: Backup) => void) {
  return (
    <Button
      variant="default"
      size="compact-xs"
      aria-label={`Restore the backup of ${formatMoment(backup.at)}, number ${backup.ordinal}`}
      disabled={backup.facts.problem !== null}
      onClick={() => onRestore(backup)}
    >
      Restore…
    </Button>
  );
}
