import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { PortMapping } from '../../../shared/contract/port-assignment.ts';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SectionHead } from '../../ui/SectionHead.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { RowTools } from '../../ui/RowTools.tsx';
import { ToneIcon } from '../../ui/ToneIcon.tsx';
import styles from './Ports.module.css';

interface ComputePortsProps {
  readonly compute: string;
  readonly onAdd: () => void;
  readonly onEdit: (id: string) => void;
  readonly onRemove: (id: string, what: string) => void;
}

/** The ports that lead to the services of a compute, and what is odd about them. */
export function ComputePorts({ compute, onAdd, onEdit, onRemove }: ComputePortsProps) {
  const { data, error } = useQuery(api.portAssignment.ofCompute.queryOptions({ input: { compute } }));
  const findings = useQuery(api.portAssignment.findings.queryOptions({ input: { compute } })).data ?? [];
  return (
    <section className={styles.section} aria-label="Port assignments">
      <SectionHead title="Port assignments">
        <Button variant="default" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={onAdd}>
          Lead a port here…
        </Button>
      </SectionHead>
      {error ? <p role="alert">{failureFrom(error).message}</p> : null}
      {findings.length > 0 ? (
        <ul className={styles.findings} aria-label="Findings about ports">
          {findings.map(({ code, message }) => (
            <li key={code + message}>
              <ToneIcon tone={code === 'OTHER_COMPUTE' ? 'neutral' : 'attention'} />
              {message}
            </li>
          ))}
        </ul>
      ) : null}
      {data?.length === 0 ? (
        <EmptyState title="No port leads here yet">
          What a service declares is proposed on the primary address.
        </EmptyState>
      ) : null}
      {data && data.length > 0 ? (
        <div className={styles.wide}>
          <PlainTable
            label="Port assignments"
            columns={columnsOf({ onEdit, onRemove })}
            rows={data}
            keyOf={({ id }) => id}
          />
        </div>
      ) : null}
    </section>
  );
}

function columnsOf({
  onEdit,
  onRemove,
}: Pick<ComputePortsProps, 'onEdit' | 'onRemove'>): readonly PlainColumn<PortMapping>[] {
  return [
    { label: 'Mapping', cell: ({ text }) => <span className={styles.mapping}>{text}</span> },
    { label: 'Service', cell: ({ service }) => service },
    { label: 'Description', align: 'grow', cell: ({ description }) => description },
    {
      label: 'Tools',
      align: 'tools',
      cell: ({ id, text }) => <RowTools name={text} onEdit={() => onEdit(id)} onRemove={() => onRemove(id, text)} />,
    },
  ];
}
