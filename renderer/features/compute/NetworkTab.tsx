import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useActions } from '../../ui/actions.ts';
import { ComputeFirewall } from '../firewall/ComputeFirewall.tsx';
import { ComputeAddresses } from '../network/ComputeAddresses.tsx';
import { ComputePorts } from '../port-assignment/ComputePorts.tsx';
import styles from './ComputePage.module.css';
import type { NetworkSteps } from './network-steps.ts';

interface NetworkTabProps {
  readonly compute: { readonly id: string; readonly name: string };
  readonly steps: NetworkSteps;
}

/** How a compute is reached: its addresses, the ports that lead to its services, what its firewall lets through. */
export function NetworkTab({ compute: { id, name }, steps }: NetworkTabProps) {
  const { data: addresses, error } = useQuery(api.network.ofCompute.queryOptions({ input: { compute: id } }));
  useActions([
    { id: 'net-give', label: `Give ${name} an address`, group: 'Network', keys: 'n', run: steps.give },
    { id: 'net-lead', label: `Lead a port to ${name}`, group: 'Network', keys: 'l', run: steps.lead },
    { id: 'net-rules', label: `Assign firewall rules to ${name}`, group: 'Network', keys: 'r', run: steps.rules },
  ]);
  if (error) return <EmptyState title="The network cannot be shown">{failureFrom(error).message}</EmptyState>;
  if (!addresses) return null;
  return (
    <div className={styles.network}>
      <ComputeAddresses compute={id} addresses={addresses} onGive={steps.give} onEdit={steps.editAddress} />
      <ComputePorts compute={id} onAdd={steps.lead} onEdit={steps.editMapping} onRemove={steps.removeMapping} />
      <ComputeFirewall compute={id} onAssign={steps.rules} />
    </div>
  );
}
