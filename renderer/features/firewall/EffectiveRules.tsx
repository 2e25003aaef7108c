import { Checkbox } from '@mantine/core';
import type { EffectiveRule } from '../../../shared/contract/firewall.ts';
import { client } from '../../bridge/client.ts';
import { useCommand } from '../../bridge/use-command.ts';
import { Badge } from '../../ui/Badge.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { RowTools } from '../../ui/RowTools.tsx';
import { objectHref } from '../../ui/location.ts';
import { choiceText } from '../noun/field-text.ts';
import styles from './Firewall.module.css';

/** The rules of a compute in the order they are asked; one that is not enabled stands in its place and decides nothing. */
export function EffectiveRules({ compute, rules }: { compute: string; rules: readonly EffectiveRule[] }) {
  const assign = useCommand(client.firewall.assign);
  const unassign = useCommand(client.firewall.unassign);
  const columns = columnsOf(rules, {
    onEnabled: (id, enabled) => void assign.run({ rules: [id], computes: [compute], enabled }),
    onTakeOff: (id) => void unassign.run({ rules: [id], computes: [compute] }),
  });
  return (
    <div className={styles.wide}>
      <PlainTable label="Rules in the order they are asked" columns={columns} rows={rules} keyOf={({ id }) => id} />
    </div>
  );
}

interface RuleSteps {
  readonly onEnabled: (id: string, enabled: boolean) => void;
  readonly onTakeOff: (id: string) => void;
}

function columnsOf(
  rules: readonly EffectiveRule[],
  { onEnabled, onTakeOff }: RuleSteps,
): readonly PlainColumn<EffectiveRule>[] {
  const places = new Map(rules.map(({ id }, index) => [id, index + 1]));
  return [
    { label: 'Order', cell: ({ id }) => places.get(id) },
    {
      label: 'Enabled',
      cell: ({ id, name, enabled }) => (
        <Checkbox aria-label={`${name} is enabled`} checked={enabled} onChange={() => onEnabled(id, !enabled)} />
      ),
    },
    { label: 'Rule', cell: ({ id, name }) => <a href={objectHref('firewallRule', id) ?? '#'}>{name}</a> },
    {
      label: 'Action',
      cell: ({ action, enabled }) =>
        enabled ? (
          <Badge plain tone={action === 'ALLOW' ? 'good' : 'bad'}>
            {choiceText('firewallRule', 'action', action)}
          </Badge>
        ) : (
          <span className={styles.note}>{choiceText('firewallRule', 'action', action)}, off</span>
        ),
    },
    { label: 'Protocol', cell: ({ protocol }) => choiceText('firewallRule', 'protocol', protocol) },
    { label: 'From', cell: ({ source }) => <span className={styles.end}>{source}</span> },
    { label: 'To', cell: ({ destination }) => <span className={styles.end}>{destination}</span> },
    { label: 'Port', cell: ({ ports }) => ports },
    { label: 'Priority', align: 'end', cell: ({ priority }) => priority },
    {
      label: 'Tools',
      align: 'tools',
      cell: ({ id, name }) => <RowTools name={name} onRemove={() => onTakeOff(id)} />,
    },
  ];
}
