import { Button } from '@mantine/core';
import { client } from '../../bridge/client.ts';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { counted } from '../../ui/format.ts';
import { ASSIGNMENTS_AT_MOST, ProposedPorts } from '../port-assignment/ProposedPorts.tsx';
import formStyles from '../../ui/Form.module.css';

/** A booking by the ids of its service and compute. */
export interface Booked {
  readonly service: string;
  readonly compute: string;
}

/** Whether there is any port to propose for bookings; where that cannot be said, they are booked all the same. */
export async function declaresPorts(assignments: readonly Booked[]): Promise<boolean> {
  if (assignments.length === 0) return false;
  try {
    const proposed = await client.portAssignment.propose({ assignments: assignments.slice(0, ASSIGNMENTS_AT_MOST) });
    return proposed.length > 0;
  } catch {
    return false;
  }
}

/** What the service declares, on the addresses of the computes that it was just booked on. */
export function ManyPorts({ assignments, onClose }: { assignments: readonly Booked[]; onClose: () => void }) {
  return (
    <SidePanel
      title="Ports of what was booked"
      onClose={onClose}
      footer={
        <Button variant="default" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className={formStyles.form}>
        <p className={formStyles.note}>It is booked on {counted(assignments.length, 'compute', 'computes')}.</p>
        <ProposedPorts assignments={assignments} onTaken={onClose} />
      </div>
    </SidePanel>
  );
}
