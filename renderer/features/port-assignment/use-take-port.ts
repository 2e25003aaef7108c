import { useState } from 'react';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import type { Mapping } from './mapping-draft.ts';

export interface PortTake extends Mapping {
  readonly assignment: string;
}

/** Leads a port to an assignment; where another one has it, asks before taking it over. */
export function useTakePort(onDone: () => void) {
  const take = useCommand(client.portAssignment.take, { failures: 'inline' });
  const [asked, setAsked] = useState<PortTake | null>(null);
  const send = async ({ assignment, ...mapping }: PortTake, takeOver: boolean) => {
    setAsked(null);
    if (await take.run({ ...mapping, assignment: { id: assignment }, takeOver })) onDone();
    else setAsked({ assignment, ...mapping });
  };
  const { failure } = take;
  // What can be taken over names the assignment that has it.
  const holder = failure?.code === 'E_PORT_BUSY' && failure.details?.['assignmentId'] !== undefined ? failure : null;
  return {
    failure: holder ? null : failure,
    pending: take.pending,
    take: (request: PortTake) => send(request, false),
    /** The sentence that names who has the port, and the two answers to it. */
    question:
      holder && asked
        ? { message: holder.message, takeOver: () => send(asked, true), leave: () => take.clear(), request: asked }
        : null,
  };
}
