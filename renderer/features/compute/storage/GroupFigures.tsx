import { formatQuantity } from '../../../../shared/domain/units.ts';
import { Badge } from '../../../ui/Badge.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { ToneIcon } from '../../../ui/ToneIcon.tsx';
import { formatCount, formatShare } from '../../../ui/format.ts';
import styles from './Storage.module.css';
import type { GroupView } from './group-draft.ts';

type Capacity = NonNullable<GroupView['capacity']>;

const STATES = {
  ok: { tone: 'good', label: 'Whole' },
  degraded: { tone: 'attention', label: 'Degraded' },
  failed: { tone: 'bad', label: 'Failed' },
  unfinished: { tone: 'info', label: 'Unfinished' },
} as const;

export function GroupState({ capacity }: { capacity: Capacity | null }) {
  const state = STATES[capacity?.state ?? 'unfinished'];
  return <Badge tone={state.tone}>{state.label}</Badge>;
}

function toleranceText({ disksThatMayFail, disksThatMayFailAtBest }: Capacity): string {
  const certain = formatCount(disksThatMayFail);
  if (disksThatMayFailAtBest === disksThatMayFail) return certain;
  return `${certain}; at best ${formatCount(disksThatMayFailAtBest)}`;
}

/** Capacity, efficiency, tolerance and loss of a group, and what is wrong with it. */
export function GroupFigures({ capacity, findings }: Pick<GroupView, 'capacity' | 'findings'>) {
  return (
    <div>
      <Facts
        label="Figures of the group"
        facts={[
          ['Capacity', <strong key="capacity">{formatQuantity(capacity?.capacityGb ?? 0, 'GB')}</strong>],
          ['Of its disks', capacity ? formatQuantity(capacity.rawGb, 'GB') : ''],
          ['Efficiency', capacity ? formatShare(capacity.efficiency, 1) : ''],
          ['Disks that may fail', capacity ? toleranceText(capacity) : ''],
          [
            'Lost to mixed sizes',
            capacity && capacity.lostToMixedSizesGb > 0 ? formatQuantity(capacity.lostToMixedSizesGb, 'GB') : '',
          ],
          ['If another fails', capacity && capacity.state !== 'unfinished' ? capacity.ifAnotherFails : ''],
        ]}
      />
      <ul className={styles.findings} aria-label="Findings" aria-live="polite">
        {findings.map(({ code, severity, message }) => (
          <li key={code + message}>
            <ToneIcon tone={severity === 'error' ? 'bad' : 'attention'} />
            <span>{message}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
