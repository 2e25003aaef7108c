import type { Dispatch } from 'react';
import type { BatchResult, PlacedCandidate, PlanInput } from '../../../shared/contract/plan.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { counted } from '../../ui/format.ts';
import { bookedAmounts } from './candidate-text.ts';
import type { PlaceScope } from './place-draft.ts';
import type { BookedService, PlaceEvent } from './place-machine.ts';

interface Booked {
  readonly id: string;
  readonly name: string;
}

/** What the steps of a batch run on, each service on each compute once. */
function bookedServices(steps: readonly BookedService[]): BookedService[] {
  const named = new Map(steps.map(({ service, compute }) => [`${service} ${compute}`, { service, compute }]));
  return [...named.values()];
}

/** Books what was previewed and tells the machine how it went; Saved with Undo, or the refusal, is a toast. */
export function useBooking(send: Dispatch<PlaceEvent>) {
  const accept = useCommand(client.plan.accept);
  const acceptBatch = useCommand(client.plan.acceptBatch);
  const told = async (made: Promise<unknown>, label: string, booked: readonly BookedService[]) => {
    send({ type: 'confirmed' });
    const receipt = await made;
    send(receipt ? { type: 'was booked', label, booked } : { type: 'was refused' });
  };
  return {
    one: (service: Booked, input: PlanInput, candidate: PlacedCandidate) => {
      const { subject: _subject, top: _top, ...scope } = input;
      const { computeId: compute, quantity, allocated } = candidate;
      const label = `${quantity === 1 ? service.name : `${quantity} × ${service.name}`} on ${candidate.compute}`;
      const booking = { ...scope, service: service.id, compute, quantity, allocated: bookedAmounts(allocated) };
      return told(accept.run(booking), label, [{ service: service.id, compute }]);
    },
    batch: (scope: PlaceScope, plan: BatchResult) => {
      const steps = plan.steps.map(({ serviceId, candidate }) => {
        return {
          service: serviceId ?? '',
          compute: candidate.computeId,
          allocated: bookedAmounts(candidate.allocated),
        };
      });
      const placed = counted(plan.placed, 'instance', 'instances');
      const label = `${placed} on ${counted(plan.computesUsed, 'compute', 'computes')}`;
      return told(acceptBatch.run({ ...scope, basis: plan.basis, steps }), label, bookedServices(steps));
    },
  };
}
