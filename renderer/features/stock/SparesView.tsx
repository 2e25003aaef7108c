import { Button, SegmentedControl } from '@mantine/core';
import { IconPackageImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { StockRow } from '../../../shared/contract/part.ts';
import { api } from '../../bridge/client.ts';
import { Badge } from '../../ui/Badge.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted, formatCount } from '../../ui/format.ts';
import { hrefOf, objectHref, updateQuery, useLocation } from '../../ui/location.ts';
import { choiceText } from '../noun/field-text.ts';
import { ReceivePanel } from './ReceivePanel.tsx';
import styles from './Stock.module.css';

type Shown = 'all' | 'short';

function shelvesText({ shelves }: StockRow): string {
  return shelves
    .filter(({ spares, looseUnits, minimum }) => spares + looseUnits + minimum > 0)
    .map(
      ({ shelf, spares, minimum }) =>
        `${shelf} ${formatCount(spares)}${minimum > 0 ? ` of ${formatCount(minimum)}` : ''}`,
    )
    .join(' · ');
}

const COLUMNS: readonly PlainColumn<StockRow>[] = [
  {
    label: 'Component',
    align: 'wrap',
    cell: ({ componentId, component }) => <a href={objectHref('component', componentId) ?? '#'}>{component}</a>,
  },
  { label: 'Type', cell: ({ type }) => choiceText('component', 'type', type) },
  { label: 'Spares', align: 'end', cell: ({ spares }) => formatCount(spares) },
  { label: 'Minimum', align: 'end', cell: ({ minimum }) => (minimum > 0 ? formatCount(minimum) : '') },
  {
    label: 'Short',
    cell: ({ short }) => (short > 0 ? <Badge tone="bad">{counted(short, 'missing', 'missing')}</Badge> : null),
  },
  { label: 'By shelf', align: 'wrap', cell: shelvesText },
  { label: 'Without serial', align: 'end', cell: ({ looseUnits }) => (looseUnits > 0 ? formatCount(looseUnits) : '') },
  { label: 'Away for RMA', align: 'end', cell: ({ rma }) => (rma > 0 ? formatCount(rma) : '') },
  { label: 'Fitted', align: 'end', cell: ({ fitted }) => formatCount(fitted) },
  {
    label: 'Lead time',
    align: 'end',
    cell: ({ leadTimeDays }) => (leadTimeDays === null ? '' : counted(leadTimeDays, 'day', 'days')),
  },
];

/** Spares per catalogue entry: how many, where, how many there should be. */
export function SparesView({ tabs }: { tabs: ReactNode }) {
  const { query } = useLocation();
  const [shown, setShown] = useState<Shown>('all');
  const { data } = useQuery(api.spares.overview.queryOptions({ input: {} }));
  const rows = data?.filter(({ short }) => shown === 'all' || short > 0);
  const shortCount = data?.filter(({ short }) => short > 0).length ?? 0;
  const receive = () => updateQuery({ receive: '1' });
  const close = () => updateQuery({ receive: undefined });
  useActions([{ id: 'receive', label: 'Receive spares', group: 'Stock', keys: 'n', run: receive }]);
  return (
    <Page
      title="Stock"
      aside={data ? <span className={styles.note}>{counted(shortCount, 'entry', 'entries')} short</span> : null}
      actions={
        <Button leftSection={<IconPackageImport size="1rem" aria-hidden />} onClick={receive}>
          Receive spares
        </Button>
      }
      bar={tabs}
      panel={query['receive'] ? <ReceivePanel onClose={close} /> : null}
    >
      <div className={styles.choices}>
        <SegmentedControl
          aria-label="Entries shown"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'all', label: 'All' },
            { value: 'short', label: 'Short' },
          ]}
        />
      </div>
      {rows?.length === 0 ? (
        <EmptyState
          title={shown === 'short' ? 'Nothing is short' : 'No spares yet'}
          actions={<a href={hrefOf(['stock', 'stockLevel'], { new: '1' })}>Set a minimum stock</a>}
        >
          A swap puts the old part on a shelf; deliveries are received here.
        </EmptyState>
      ) : (
        <PlainTable label="Spares" columns={COLUMNS} rows={rows ?? []} keyOf={({ componentId }) => componentId} />
      )}
    </Page>
  );
}
