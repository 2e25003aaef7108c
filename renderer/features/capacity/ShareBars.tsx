import { RESOURCE_LABELS, type ResourceKey, type ResourceVector } from '../../../shared/domain/resource.ts';
import { Meter } from '../../ui/Meter.tsx';
import { formatShare } from '../../ui/format.ts';
import { quantityText } from '../noun/field-text.ts';
import styles from './Capacity.module.css';

interface ShareBarProps {
  readonly resource: ResourceKey;
  readonly total: Partial<ResourceVector>;
  readonly allocated: Partial<ResourceVector>;
}

/** One resource of a compute or a group: how much of it is allocated. */
export function ShareBar({ resource, total, allocated }: ShareBarProps) {
  const { label, unit } = RESOURCE_LABELS[resource];
  const [all, used] = [total[resource] ?? 0, allocated[resource] ?? 0];
  if (all === 0 && used === 0) return <span className={styles.none}>–</span>;
  const text = `${quantityText(used, unit)} of ${quantityText(all, unit)}`;
  return (
    <span className={styles.share} title={text}>
      <Meter label={label} total={all} used={used} text={`${text} allocated`} />
      <span className={styles.figure}>{formatShare(used, all)}</span>
    </span>
  );
}
