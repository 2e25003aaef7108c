import { Button } from '@mantine/core';
import { IconTargetArrow } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import type { runningSchema } from '../../../shared/contract/compute.ts';
import { api } from '../../bridge/client.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { RowTools } from '../../ui/RowTools.tsx';
import { formatCount } from '../../ui/format.ts';
import { hrefOf, objectHref } from '../../ui/location.ts';
import { resourcesText } from '../noun/field-text.ts';
import styles from './ComputePage.module.css';
import type { OwnedRowsState } from '../noun/OwnedRows.tsx';

type Running = z.output<typeof runningSchema>;

/** What runs here, with the resources each instance was allocated. */
export function ServicesTab({ computeId, rows }: { computeId: string; rows: OwnedRowsState }) {
  const running = useQuery(api.compute.services.queryOptions({ input: { ref: computeId } })).data;
  return (
    <section className={styles.section} aria-label="Services">
      <div className={styles.tableHead}>
        <h2>Services</h2>
        <Button
          component="a"
          variant="default"
          href={hrefOf(['place'], { compute: computeId })}
          leftSection={<IconTargetArrow size="1rem" aria-hidden />}
        >
          Place a service here…
        </Button>
      </div>
      {running?.length === 0 ? (
        <EmptyState title="No service runs here">Placing one shows first how full the compute would be.</EmptyState>
      ) : (
        <PlainTable label="Services" columns={columns(rows)} rows={running ?? []} keyOf={(entry) => entry.id} />
      )}
    </section>
  );
}

function total({ allocated, quantity }: Running): Record<string, number> {
  return Object.fromEntries(Object.entries(allocated).map(([key, amount]) => [key, amount * quantity]));
}

function columns(rows: OwnedRowsState): readonly PlainColumn<Running>[] {
  return [
    { label: 'Service', cell: (entry) => <a href={objectHref('service', entry.serviceId) ?? '#'}>{entry.service}</a> },
    { label: 'Quantity', align: 'end', cell: ({ quantity }) => formatCount(quantity) },
    { label: 'Allocated to each', cell: ({ allocated }) => resourcesText(allocated) },
    { label: 'Together', cell: (entry) => resourcesText(total(entry)) },
    { label: 'Override', cell: ({ overrideReason }) => overrideReason },
    {
      label: 'Tools',
      align: 'tools',
      cell: ({ id, service }) => (
        <RowTools name={service} onEdit={() => rows.edit(id)} onRemove={() => rows.remove(id, service)} />
      ),
    },
  ];
}
