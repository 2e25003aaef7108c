import { useQuery } from '@tanstack/react-query';
import type { Loaded } from '../../../shared/contract/capacity.ts';
import { api } from '../../bridge/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { hrefOf } from '../../ui/location.ts';
import styles from './Capacity.module.css';
import { computeColumns, shareColumns } from './capacity-columns.tsx';

const COLUMNS = [...computeColumns<Loaded>(), ...shareColumns<Loaded>()];

/** Computes on which more is booked than there is. */
export function OverbookedView() {
  const { data } = useQuery(api.capacity.overbooked.queryOptions());
  if (!data) return null;
  if (data.length === 0)
    return (
      <EmptyState title="Nothing is overbooked" actions={<a href={hrefOf(['place'])}>Place something</a>}>
        No compute has more booked than it has.
      </EmptyState>
    );
  return (
    <div className={styles.view}>
      <PlainTable label="Overbooked computes" columns={COLUMNS} rows={data} keyOf={({ computeId }) => computeId} />
    </div>
  );
}
