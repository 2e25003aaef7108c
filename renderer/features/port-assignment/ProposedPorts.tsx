import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PortProposal } from '../../../shared/contract/port-assignment.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { counted } from '../../ui/format.ts';
import { Refusal } from '../../ui/Notice.tsx';
import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import styles from './Ports.module.css';

/** An assignment by its id, or by its service and compute. */
export type AssignmentNamed = { readonly id: string } | { readonly service: string; readonly compute: string };

/** What the engine answers for at once; more than this is no choice that a person makes port by port. */
export const ASSIGNMENTS_AT_MOST = 10_000;
const SHOWN_AT_MOST = 100;

interface ProposedPortsProps {
  readonly assignments: readonly AssignmentNamed[];
  readonly onTaken?: () => void;
  /** Shown where the services declare nothing, or their computes have no address. */
  readonly none?: string;
}

function keyOf({ assignmentId, text }: PortProposal): string {
  return `${assignmentId} ${text}`;
}

/** The ports that services declare, on the primary addresses of their computes: to be led there with one press. */
export function ProposedPorts({ assignments, onTaken, none }: ProposedPortsProps) {
  const input = { assignments: assignments.slice(0, ASSIGNMENTS_AT_MOST) };
  const { data, error } = useQuery(api.portAssignment.propose.queryOptions({ input }));
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const take = useCommand(client.portAssignment.takeMany, { failures: 'inline' });
  if (error) return <Refusal>{failureFrom(error).message}</Refusal>;
  if (!data) return null;
  if (data.length === 0) return none ? <p className={styles.note}>{none}</p> : null;
  const chosen = data.filter((proposal) => proposal.taken === null && !left.has(keyOf(proposal)));
  const several = assignments.length > 1;
  const submit = async () => {
    const ports = chosen.map(({ assignmentId: id, address, port, protocol, servicePort, description }) => {
      return { assignment: { id }, address, port, protocol, servicePort, description };
    });
    if (await take.run({ ports })) onTaken?.();
  };
  return (
    <fieldset className={styles.proposed}>
      <legend>{several ? 'Ports they declare' : 'Ports it declares'}</legend>
      <ScrollRegion label="Proposed ports" className={styles.proposals}>
        {data.slice(0, SHOWN_AT_MOST).map((proposal) => (
          <ProposedPort
            key={keyOf(proposal)}
            proposal={proposal}
            named={several}
            chosen={chosen.includes(proposal)}
            onChosen={(wanted) => {
              const next = new Set(left);
              if (wanted) next.delete(keyOf(proposal));
              else next.add(keyOf(proposal));
              setLeft(next);
            }}
          />
        ))}
      </ScrollRegion>
      <Unshown proposals={data.slice(SHOWN_AT_MOST)} />
      {take.failure ? <Refusal>{take.failure.message}</Refusal> : null}
      <Button variant="default" disabled={chosen.length === 0} loading={take.pending} onClick={() => void submit()}>
        Lead {counted(chosen.length, 'port', 'ports')} to {several ? 'them' : 'it'}
      </Button>
    </fieldset>
  );
}

/** What a long list leaves out is led too, where it is free. */
function Unshown({ proposals }: { readonly proposals: readonly PortProposal[] }) {
  if (proposals.length === 0) return null;
  const taken = proposals.filter((proposal) => proposal.taken !== null).length;
  return (
    <p className={styles.note}>
      And {counted(proposals.length, 'port', 'ports')} more, of which {taken === 0 ? 'none is' : `${taken} are`} taken.
    </p>
  );
}

interface ProposedPortProps {
  readonly proposal: PortProposal;
  /** Whether it must be told to which assignment it leads. */
  readonly named: boolean;
  readonly chosen: boolean;
  readonly onChosen: (wanted: boolean) => void;
}

function ProposedPort({ proposal, named, chosen, onChosen }: ProposedPortProps) {
  const { text, taken, description, service, compute } = proposal;
  return (
    <Checkbox
      label={
        <>
          <span className={styles.mapping}>{text}</span>
          {named ? ` ${service} on ${compute}` : null}
        </>
      }
      description={taken ?? description}
      disabled={taken !== null}
      checked={chosen}
      onChange={(event) => onChosen(event.currentTarget.checked)}
    />
  );
}
