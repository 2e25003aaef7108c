import type { ChangeGroup } from '../../../shared/contract/history.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classes } from '../../ui/classes.ts';
import { counted, formatMoment } from '../../ui/format.ts';
import { hrefOf, useLocation } from '../../ui/location.ts';
import { KIND_LABELS } from './group-kinds.ts';
import styles from './HistoryPage.module.css';

export function GroupRow({ group, opened }: { group: ChangeGroup; opened: boolean }) {
  const { query } = useLocation();
  return (
    <a
      className={classes(styles.group, opened && styles.opened)}
      href={hrefOf(['history', String(group.id)], query)}
      aria-current={opened ? 'true' : undefined}
    >
      <span className={styles.when}>{formatMoment(group.at)}</span>
      <span className={styles.kind}>{KIND_LABELS[group.kind]}</span>
      <span className={classes(styles.label, group.status !== 'done' && styles.gone)}>{group.label}</span>
      {group.status === 'undone' ? <Badge tone="neutral">Undone</Badge> : null}
      {group.status === 'discarded' ? <Badge tone="neutral">Undone for good</Badge> : null}
      <span className={styles.count}>{counted(group.changes, 'change', 'changes')}</span>
      <span className={styles.actor}>{group.actor || 'unnamed operator'}</span>
    </a>
  );
}
