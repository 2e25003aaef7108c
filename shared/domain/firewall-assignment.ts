import { defaulting, flag, reference } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

export const firewallAssignment = defineNoun({
  noun: 'firewallAssignment',
  label: 'Firewall assignment',
  plural: 'Firewall assignments',
  help: 'A firewall rule on a compute; only enabled ones decide.',
  table: 'firewall_assignment',
  naturalKey: ['computeId', 'ruleId'],
  fields: {
    computeId: reference('compute', { label: 'Compute', onDelete: 'owned', columnWidth: 200, columnShown: true }),
    ruleId: reference('firewallRule', {
      label: 'Firewall rule',
      onDelete: 'refuse',
      columnWidth: 200,
      columnShown: true,
    }),
    enabled: defaulting(flag({ label: 'Enabled', bulkEditable: true, columnWidth: 90, columnShown: true }), true),
  },
});

export type FirewallAssignment = RowOf<typeof firewallAssignment>;
