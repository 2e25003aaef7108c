import type { Capacity } from '../../../shared/contract/compute.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS, type ResourceKey } from '../../../shared/domain/resource.ts';
import { Meter } from '../../ui/Meter.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { quantityText } from '../noun/field-text.ts';
import styles from './ComputePage.module.css';

interface ResourceLine {
  readonly key: ResourceKey;
  readonly total: number;
  readonly allocated: number;
  readonly free: number;
}

function isAbsent({ total, allocated }: ResourceLine): boolean {
  return total === 0 && allocated === 0;
}

function amount(line: ResourceLine, value: number): string {
  return isAbsent(line) ? '' : quantityText(value, RESOURCE_LABELS[line.key].unit);
}

const COLUMNS: readonly PlainColumn<ResourceLine>[] = [
  {
    label: 'Resource',
    cell: (line) => <span className={isAbsent(line) ? styles.none : undefined}>{RESOURCE_LABELS[line.key].label}</span>,
  },
  {
    label: 'Use',
    align: 'grow',
    cell: (line) =>
      isAbsent(line) ? (
        <span className={styles.none}>none</span>
      ) : (
        <Meter
          label={RESOURCE_LABELS[line.key].label}
          total={line.total}
          used={line.allocated}
          text={`${amount(line, line.allocated)} of ${amount(line, line.total)} allocated, ${amount(line, line.free)} free`}
        />
      ),
  },
  { label: 'Allocated', align: 'end', cell: (line) => amount(line, line.allocated) },
  {
    label: 'Free',
    align: 'end',
    cell: (line) => <strong className={line.free < 0 ? styles.below : undefined}>{amount(line, line.free)}</strong>,
  },
  { label: 'Total', align: 'end', cell: (line) => amount(line, line.total) },
];

/** Total, allocated and free per resource. What the compute does not have is said, not drawn. */
export function ResourceMeters({ capacity }: { capacity: Capacity }) {
  const lines = RESOURCE_KEYS.map((key) => ({
    key,
    total: capacity.total[key],
    allocated: capacity.allocated[key],
    free: capacity.free[key],
  }));
  return <PlainTable label="Resources" columns={COLUMNS} rows={lines} keyOf={(line) => line.key} />;
}
