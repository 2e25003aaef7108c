import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PortProposal } from '../../../shared/contract/port-assignment.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { counted } from '../../ui/format.ts';
import { Refusal } from '../../ui/Notice.tsx';
import styles from './Ports.module.css';

/** An assignment by its id, or by its service and compute. */
export type AssignmentNamed = { readonly id: string } | { readonly service: string; readonly compute: string };

interface ProposedPortsProps {
  readonly assignment: AssignmentNamed;
  readonly onTaken?: () => void;
  /** Shown where the service declares nothing, or its compute has no address. */
  readonly none?: string;
}

/** The ports that a service declares, on the primary address of its compute: to be led there with one press. */
export function ProposedPorts({ assignment, onTaken, none }: ProposedPortsProps) {
  const { data, error } = useQuery(api.portAssignment.propose.queryOptions({ input: { assignment } }));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const take = useCommand(client.portAssignment.takeMany, { failures: 'inline' });
  if (error) return <Refusal>{failureFrom(error).message}</Refusal>;
  if (!data) return null;
  if (data.length === 0) return none ? <p className={styles.note}>{none}</p> : null;
  const chosen = data.filter(({ taken, text }) => taken === null && !left.has(text));
  const submit = async () => {
    const ports = chosen.map(({ address, port, protocol, servicePort, description }) => {
      return { address, port, protocol, servicePort, description };
    });
    if (await take.run({ assignment, ports })) onTaken?.();
  };
  return (
    <fieldset className={styles.proposed}>
      <legend>Ports it declares</legend>
      {data.map((proposal) => (
        <ProposedPort
          key={proposal.text}
          proposal={proposal}
          chosen={chosen.includes(proposal)}
          onChosen={(wanted) => {
            const next = new Set(left);
            if (wanted) next.delete(proposal.text);
            else next.add(proposal.text);
            setLeft(next);
          }}
        />
      ))}
      {take.failure ? <Refusal>{take.failure.message}</Refusal> : null}
      <Button variant="default" disabled={chosen.length === 0} loading={take.pending} onClick={() => void submit()}>
        Lead {counted(chosen.length, 'port', 'ports')} to it
      </Button>
    </fieldset>
  );
}

interface ProposedPortProps {
  readonly proposal: PortProposal;
  readonly chosen: boolean;
  readonly onChosen: (wanted: boolean) => void;
}

function ProposedPort({ proposal: { text, taken, description }, chosen, onChosen }: ProposedPortProps) {
  return (
    <Checkbox
      label={<span className={styles.mapping}>{text}</span>}
      description={taken ?? description}
      disabled={taken !== null}
      checked={chosen}
      onChange={(event) => onChosen(event.currentTarget.checked)}
    />
  );
}
