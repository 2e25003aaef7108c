import type { Capacity } from '../../../shared/contract/compute.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { Meter } from '../../ui/Meter.tsx';
import { classes } from '../../ui/classes.ts';
import { quantityText } from '../noun/field-text.ts';
import styles from './ComputePage.module.css';

/** Total, allocated and free per resource. What the compute does not have is said, not drawn. */
export function ResourceMeters({ capacity }: { capacity: Capacity }) {
  return (
    <div className={styles.resources} role="table" aria-label="Resources">
      <div role="row">
        {['Resource', 'Allocated', '', 'Free', 'Total'].map((label, index) => (
          <span
            key={label || 'amount'}
            role="columnheader"
            className={classes(styles.headCell, index > 1 && styles.number)}
          >
            {label}
          </span>
        ))}
      </div>
      {RESOURCE_KEYS.map((key) => (
        <ResourceRow key={key} resource={key} capacity={capacity} />
      ))}
    </div>
  );
}

function ResourceRow({ resource, capacity }: { resource: ResourceKey; capacity: Capacity }) {
  const { label, unit } = RESOURCE_LABELS[resource];
  const [total, allocated, free] = [capacity.total[resource], capacity.allocated[resource], capacity.free[resource]];
  const text = (amount: number) => quantityText(amount, unit);
  if (total === 0 && allocated === 0) {
    return (
      <div role="row">
        <span role="rowheader" className={styles.none}>
          {label}
        </span>
        <span role="cell" className={styles.none}>
          none
        </span>
        <span role="cell" />
        <span role="cell" />
        <span role="cell" />
      </div>
    );
  }
  return (
    <div role="row">
      <span role="rowheader">{label}</span>
      <span role="cell" className={styles.bar}>
        <Meter
          label={label}
          total={total}
          used={allocated}
          text={`${text(allocated)} of ${text(total)} allocated, ${text(free)} free`}
        />
      </span>
      <span role="cell" className={styles.number}>
        {text(allocated)}
      </span>
      <span role="cell" className={classes(styles.number, styles.free, free < 0 && styles.below)}>
        {text(free)}
      </span>
      <span role="cell" className={styles.number}>
        {text(total)}
      </span>
    </div>
  );
}
