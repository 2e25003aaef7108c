import { NativeSelect, SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Loaded } from '../../../shared/contract/capacity.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { api } from '../../bridge/client.ts';
import { PlainTable } from '../../ui/PlainTable.tsx';
import { counted } from '../../ui/format.ts';
import styles from './Capacity.module.css';
import { computeColumns, shareColumns } from './capacity-columns.tsx';

const COLUMNS = [...computeColumns<Loaded>(), ...shareColumns<Loaded>()];
const SHOWN = 100;

type By = 'mean' | (typeof RESOURCE_KEYS)[number];

/** The computes with the most or the least allocated. */
export function LoadedView() {
  const [order, setOrder] = useState<'most' | 'least'>('most');
  const [by, setBy] = useState<By>('mean');
  const { data } = useQuery({
    ...api.capacity.loaded.queryOptions({ input: { order, by, limit: SHOWN } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.view}>
      <div className={styles.choices}>
        <SegmentedControl
          aria-label="Order"
          value={order}
          onChange={setOrder}
          data={[
            { value: 'most', label: 'Most used' },
            { value: 'least', label: 'Least used' },
          ]}
        />
        <NativeSelect
          aria-label="By"
          value={by}
          onChange={(event) => setBy(RESOURCE_KEYS.find((key) => key === event.currentTarget.value) ?? 'mean')}
        >
          <option value="mean">by the mean of all resources</option>
          {RESOURCE_KEYS.map((key) => (
            <option key={key} value={key}>
              by {RESOURCE_LABELS[key].label}
            </option>
          ))}
        </NativeSelect>
        {data && data.total > SHOWN ? (
          <span className={styles.note}>
            The first {SHOWN} of {counted(data.total, 'compute', 'computes')}
          </span>
        ) : null}
      </div>
      {data ? (
        <PlainTable
          label={order === 'most' ? 'Most used computes' : 'Least used computes'}
          columns={COLUMNS}
          rows={data.rows}
          keyOf={({ computeId }) => computeId}
        />
      ) : null}
    </div>
  );
}
