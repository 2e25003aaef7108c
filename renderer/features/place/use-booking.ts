import type { Dispatch } from 'react';
import type { BatchResult, PlacedCandidate, PlanInput } from '../../../shared/contract/plan.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { bookedAmounts } from './candidate-text.ts';
import type { PlaceScope } from './place-draft.ts';
import type { PlaceEvent } from './place-machine.ts';

/** Books what was previewed and tells the machine how it went; Saved with Undo, or the refusal, is a toast. */
export function useBooking(send: Dispatch<PlaceEvent>) {
  const accept = useCommand(client.plan.accept);
  const acceptBatch = useCommand(client.plan.acceptBatch);
  const told = async (made: Promise<{ label: string } | null>) => {
    send({ type: 'confirmed' });
    const receipt = await made;
    send(receipt ? { type: 'was booked', label: receipt.label } : { type: 'was refused' });
  };
  return {
    one: (serviceId: string, input: PlanInput, candidate: PlacedCandidate) => {
      const { subject: _subject, top: _top, ...scope } = input;
      const { computeId: compute, quantity, allocated } = candidate;
      return told(accept.run({ ...scope, service: serviceId, compute, quantity, allocated: bookedAmounts(allocated) }));
    },
    batch: (scope: PlaceScope, plan: BatchResult) => {
      const steps = plan.steps.map(({ serviceId, candidate }) => {
        return {
          service: serviceId ?? '',
          compute: candidate.computeId,
          allocated: bookedAmounts(candidate.allocated),
        };
      });
      return told(acceptBatch.run({ ...scope, basis: plan.basis, steps }));
    },
  };
}
