import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { AssignPanel } from '../firewall/AssignPanel.tsx';
import { GiveOutPanel } from '../network/GiveOutPanel.tsx';
import { EditPanel } from '../noun/EditPanel.tsx';
import { RemoveDialog } from '../noun/RemoveDialog.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { MappingPanel } from '../port-assignment/MappingPanel.tsx';
import type { NetworkSteps } from './network-steps.ts';

const SCREENS = { ipAssignment: nounScreen('ipAssignment'), portAssignment: nounScreen('portAssignment') };
/** Set by where the form stands. */
const HIDDEN = { ipAssignment: ['computeId', 'ipAddressId'], portAssignment: ['assignmentId'] };

interface NetworkPanelsProps {
  readonly compute: { readonly id: string; readonly name: string };
  readonly steps: NetworkSteps;
}

/** The panel of the step that is being done. */
export function NetworkPanels({ compute, steps }: NetworkPanelsProps) {
  const { step, close } = steps;
  const addresses = useQuery(api.network.ofCompute.queryOptions({ input: { compute: compute.id } })).data;
  switch (step?.kind) {
    case 'give':
      return <GiveOutPanel compute={compute} isPrimary={addresses?.length === 0} onClose={close} />;
    case 'lead':
      return <MappingPanel compute={compute} onClose={close} />;
    case 'rules':
      return <AssignPanel title={`Firewall rules for ${compute.name}`} computes={[compute.id]} onClose={close} />;
    case 'edit':
      return <EditPanel screen={SCREENS[step.noun]} id={step.id} hidden={HIDDEN[step.noun]} onClose={close} />;
    case 'remove':
      return (
        <RemoveDialog
          screen={SCREENS.portAssignment}
          refs={[step.id]}
          what={step.what}
          onClose={close}
          onRemoved={close}
        />
      );
    case undefined:
      return null;
  }
}
