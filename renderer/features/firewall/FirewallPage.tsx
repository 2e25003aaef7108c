import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { NounDetail } from '../../bridge/noun-client.ts';
import { useActions } from '../../ui/actions.ts';
import { counted } from '../../ui/format.ts';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { useSelection } from '../noun/selection-store.ts';
import { AssignPanel } from './AssignPanel.tsx';
import { RuleWhere } from './RuleWhere.tsx';

const RULES = nounScreen('firewallRule');

interface Assigning {
  readonly title: string;
  readonly rules: readonly string[];
}

/** Every rule, in the list they are written in, and the work of putting them on computes. */
export function FirewallPage({ tabs }: { tabs: ReactNode }) {
  const [selected] = useSelection('firewallRule');
  const [fleet] = useSelection('compute');
  const [assigning, setAssigning] = useState<Assigning | null>(null);
  const assignSelected = () =>
    setAssigning({ title: `Assign ${counted(selected.size, 'rule', 'rules')}`, rules: [...selected] });
  useActions(
    selected.size > 0
      ? [{ id: 'rules-assign', label: 'Assign the selected rules', group: 'Firewall rules', run: assignSelected }]
      : [],
  );
  return (
    <NounPage
      screen={RULES}
      title="Network"
      tabs={tabs}
      selectionActions={
        <Button size="compact-xs" variant="default" onClick={assignSelected}>
          Assign to computes…
        </Button>
      }
      panelExtra={whereOf(setAssigning)}
      panel={
        assigning ? (
          <AssignPanel
            key={assigning.title}
            title={assigning.title}
            rules={assigning.rules}
            selected={fleet}
            onClose={() => setAssigning(null)}
          />
        ) : null
      }
      emptyHint={
        <>
          A rule says what may pass, such as TCP from anywhere to port 443. Make one with{' '}
          <strong>New firewall rule</strong>, then assign it to computes.
        </>
      }
    />
  );
}

function whereOf(onAssign: (what: Assigning) => void) {
  return (detail: NounDetail): ReactNode => (
    <RuleWhere
      detail={detail}
      onAssign={() => onAssign({ title: `Assign ${detail.name}`, rules: [detail.record.id] })}
    />
  );
}
