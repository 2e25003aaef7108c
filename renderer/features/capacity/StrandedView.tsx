import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { Contract } from '../../../shared/contract/index.ts';
import { inSentence } from '../../../shared/domain/label-text.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { api } from '../../bridge/client.ts';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { counted, formatCount } from '../../ui/format.ts';
import { ReferencePicker } from '../noun/ReferencePicker.tsx';
import styles from './Capacity.module.css';
import { computeColumns } from './capacity-columns.tsx';
import { amountText, blockerText } from './capacity-text.ts';

type Stranded = InferContractRouterOutputs<Contract>['capacity']['stranded'];
type Row = Stranded['rows'][number];
type BlockerGroup = Stranded['blockers'][number];

const SHOWN = 200;
const NO_NAMES = {};

/** What an average needs is no amount to be exact about. */
function amounts(vector: Row['stranded']): string {
  const parts = RESOURCE_KEYS.flatMap((key) => {
    const { label, unit } = RESOURCE_LABELS[key];
    return vector[key] > 0
      ? [`${amountText(vector[key], unit)} ${key === 'memory' ? '' : inSentence(label)}`.trim()]
      : [];
  });
  return parts.join(' · ') || '–';
}

/** One column per resource of what is stranded. */
function strandedColumns<Entry extends { readonly stranded: Row['stranded'] }>(): readonly PlainColumn<Entry>[] {
  return RESOURCE_KEYS.map((key): PlainColumn<Entry> => {
    const { label, unit } = RESOURCE_LABELS[key];
    return {
      label: `${label} stranded`,
      align: 'end',
      cell: ({ stranded }) => (stranded[key] === 0 ? '–' : amountText(stranded[key], unit)),
    };
  });
}

const ROW_COLUMNS: readonly PlainColumn<Row>[] = [
  ...computeColumns<Row>(),
  { label: 'Blocked by', cell: ({ blocker }) => blockerText(blocker) },
  { label: 'Still takes', align: 'end', cell: ({ fits }) => formatCount(fits) },
  ...strandedColumns<Row>(),
];

const BLOCKER_COLUMNS: readonly PlainColumn<BlockerGroup>[] = [
  { label: 'Blocked by', cell: ({ blocker }) => blockerText(blocker) },
  { label: 'Computes', align: 'end', cell: ({ computes }) => formatCount(computes) },
  ...strandedColumns<BlockerGroup>(),
];

/** Room that is there and cannot be used, and which resource stands in its way. */
export function StrandedView() {
  const [service, setService] = useState('');
  const { data } = useQuery({
    ...api.capacity.stranded.queryOptions({ input: { limit: SHOWN, ...(service === '' ? {} : { service }) } }),
    placeholderData: keepPreviousData,
  });
  return (
    <div className={styles.view}>
      <div className={styles.service}>
        <ReferencePicker
          label="For"
          placeholder="The mean of what runs, or a service"
          noun="service"
          id={service}
          names={NO_NAMES}
          onId={setService}
        />
      </div>
      {data ? (
        <>
          <p>
            The fleet still takes <strong>{counted(data.fits, 'instance', 'instances')}</strong> of {data.profile.name}{' '}
            ({amounts(data.profile.spec)} each). What is then left over is stranded: one resource ran out first.
          </p>
          <PlainTable
            label="What blocks"
            columns={BLOCKER_COLUMNS}
            rows={data.blockers}
            keyOf={({ blocker }) => blocker}
          />
          <PlainTable
            label="Computes with the most stranded"
            columns={ROW_COLUMNS}
            rows={data.rows}
            keyOf={({ computeId }) => computeId}
          />
        </>
      ) : null}
    </div>
  );
}
