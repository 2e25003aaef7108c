import { Button } from '@mantine/core';
import { IconArrowsSplit, IconPlug, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PortRow } from '../../../shared/contract/port.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { CableDialog } from './CableDialog.tsx';
import { ConnectDialog } from './ConnectDialog.tsx';
import { RangesDialog } from './RangesDialog.tsx';
import { TraceDialog } from './TraceDialog.tsx';
import { PortTable, type PortSteps } from './PortTable.tsx';
import styles from './Port.module.css';
import { portGroups } from './port-groups.ts';

/** How the page that shows the ports edits them: in its side panel. */
export interface PortEditing {
  readonly add: () => void;
  readonly edit: (id: string) => void;
  readonly remove: (id: string, what: string) => void;
}

interface PortsTabProps {
  readonly holder: { readonly id: string; readonly name: string };
  readonly rows: PortEditing;
}

type Step =
  | { readonly kind: 'connect'; readonly port: PortRow }
  | { readonly kind: 'trace'; readonly port: PortRow }
  | { readonly kind: 'cable'; readonly port: PortRow }
  | { readonly kind: 'ranges' };

/** The ports of one device by kind, each with what is plugged in, and the work of plugging. */
export function PortsTab({ holder, rows }: PortsTabProps) {
  const { data: ports, error } = useQuery(api.port.ofObject.queryOptions({ input: { ref: holder.id } }));
  const [step, setStep] = useState<Step | null>(null);
  const instantiate = useCommand(client.port.instantiate);
  const disconnect = useCommand(client.cable.disconnect);
  const close = () => setStep(null);
  const make = () => void instantiate.run({ refs: [holder.id] });
  useActions([
    { id: 'port-ranges', label: 'Connect many ports at once', group: 'Ports', run: () => setStep({ kind: 'ranges' }) },
    { id: 'port-add', label: 'Add a port', group: 'Ports', keys: 'n', run: rows.add },
    { id: 'port-make', label: 'Make the ports of the device type', group: 'Ports', run: make },
  ]);
  if (error) return <EmptyState title="The ports cannot be shown">{failureFrom(error).message}</EmptyState>;
  if (!ports) return null;
  const steps: PortSteps = {
    connect: (port) => setStep({ kind: 'connect', port }),
    trace: (port) => setStep({ kind: 'trace', port }),
    disconnect: (port) => void disconnect.run({ ports: [{ port: port.id }] }),
    editCable: (port) => setStep({ kind: 'cable', port }),
    edit: rows.edit,
    remove: (port) => rows.remove(port.id, `port ${port.name} of ${holder.name}`),
  };
  return (
    <section className={styles.tab} aria-label="Ports">
      <div className={styles.tools}>
        <Button
          variant="default"
          leftSection={<IconArrowsSplit size="1rem" aria-hidden />}
          disabled={ports.length === 0}
          onClick={() => setStep({ kind: 'ranges' })}
        >
          Connect many…
        </Button>
        <Button
          variant="default"
          leftSection={<IconPlug size="1rem" aria-hidden />}
          loading={instantiate.pending}
          onClick={make}
        >
          Make the ports of its type
        </Button>
        <Button variant="default" leftSection={<IconPlus size="1rem" aria-hidden />} onClick={rows.add}>
          Add a port…
        </Button>
      </div>
      {ports.length === 0 ? (
        <EmptyState title="No port is recorded yet">
          Its device type may declare them: make them all at once, or add one by one.
        </EmptyState>
      ) : (
        <Groups ports={ports} steps={steps} />
      )}
      {step?.kind === 'connect' ? <ConnectDialog holder={holder} port={step.port} onClose={close} /> : null}
      {step?.kind === 'cable' && step.port.cable ? (
        <CableDialog id={step.port.cable.id} name={`${step.port.name} of ${holder.name}`} onClose={close} />
      ) : null}
      {step?.kind === 'ranges' ? <RangesDialog holder={holder} ports={ports} onClose={close} /> : null}
      {step?.kind === 'trace' ? (
        <TraceDialog portId={step.port.id} name={`${step.port.name} of ${holder.name}`} onClose={close} />
      ) : null}
    </section>
  );
}

function Groups({ ports, steps }: { ports: readonly PortRow[]; steps: PortSteps }) {
  return portGroups(ports).map(({ kind, label, rows, free }) => (
    <div key={kind} className={styles.group}>
      <h2>
        {label} <span className={styles.count}>{`${counted(rows.length, 'port', 'ports')}, ${free} free`}</span>
      </h2>
      <PortTable label={label} kind={kind} rows={rows} steps={steps} />
    </div>
  ));
}
