import { counted } from '../../ui/format.ts';
import { AssignPanel } from './AssignPanel.tsx';

/** Rules for the computes selected in the fleet. */
export function FleetRulesPanel({ selected, onClose }: { selected: ReadonlySet<string>; onClose: () => void }) {
  return (
    <AssignPanel
      title={`Firewall rules for ${counted(selected.size, 'compute', 'computes')}`}
      computes={[...selected]}
      onClose={onClose}
    />
  );
}
