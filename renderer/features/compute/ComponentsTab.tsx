import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { fittingSchema } from '../../../shared/contract/compute.ts';
import { api } from '../../bridge/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { RowTools } from '../../ui/RowTools.tsx';
import { formatCount } from '../../ui/format.ts';
import { objectHref } from '../../ui/location.ts';
import { choiceText } from '../noun/field-text.ts';
import styles from './ComputePage.module.css';
import type { OwnedRowsState } from './OwnedRows.tsx';

type Fitting = z.output<typeof fittingSchema>;

/** What is inside: slots, serial numbers, RAID groups; parts are added, changed and taken out here. */
export function ComponentsTab({ computeId, rows }: { computeId: string; rows: OwnedRowsState }) {
  const fittings = useQuery(api.compute.fittings.queryOptions({ input: { ref: computeId } })).data;
  const add = (
    <Button leftSection={<IconPlus size="1rem" aria-hidden />} onClick={() => rows.add()}>
      Add a component
    </Button>
  );
  return (
    <section className={styles.section} aria-label="Components">
      <div className={styles.tableHead}>
        <h2>Components</h2>
        {add}
      </div>
      {fittings?.length === 0 ? (
        <EmptyState title="Nothing is fitted yet">
          Add processors, memory and storage; the compute&apos;s resources are the sum of its parts.
        </EmptyState>
      ) : (
        <PlainTable label="Components" columns={columns(rows)} rows={fittings ?? []} keyOf={(fitting) => fitting.id} />
      )}
    </section>
  );
}

function columns(rows: OwnedRowsState): readonly PlainColumn<Fitting>[] {
  return [
    {
      label: 'Component',
      align: 'wrap',
      cell: (fitting) => <a href={objectHref('component', fitting.componentId) ?? '#'}>{fitting.component}</a>,
    },
    { label: 'Type', cell: ({ type }) => choiceText('component', 'type', type) },
    { label: 'Quantity', align: 'end', cell: ({ quantity }) => formatCount(quantity) },
    { label: 'Slot', cell: ({ slot }) => slot },
    { label: 'Serial number', cell: ({ serial }) => serial },
    { label: 'RAID', cell: raidText },
    {
      label: 'Tools',
      align: 'tools',
      cell: ({ id, component }) => (
        <RowTools name={component} onEdit={() => rows.edit(id)} onRemove={() => rows.remove(id, component)} />
      ),
    },
  ];
}

function raidText({ raidLevel, raidGroup }: Fitting): string {
  return [choiceText('componentAssignment', 'raidLevel', raidLevel), raidGroup].filter(Boolean).join(', group ');
}
