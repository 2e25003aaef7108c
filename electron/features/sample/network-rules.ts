import type { DraftOf } from '../../../shared/domain/noun.ts';
import type { firewallRule } from '../../../shared/domain/firewall-rule.ts';
import type { BareMetal } from './bare-metal.ts';
import { roleNetwork } from './network-prefixes.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';

interface RulePlan {
  readonly rule: DraftOf<typeof firewallRule>;
  /** Roles of the computes that it is on. */
  readonly roles: readonly string[];
}

const PLANS: readonly RulePlan[] = [
  {
    rule: {
      name: 'ssh-from-monitoring',
      action: 'ALLOW',
      protocol: 'tcp',
      source: `${roleNetwork('fra1', 'monitoring')}.0/24`,
      portStart: 22,
      priority: 10,
      description: 'The only way in for people.',
    },
    roles: ['web', 'app', 'database'],
  },
  { rule: { name: 'web', action: 'ALLOW', protocol: 'tcp', portStart: 443, priority: 50 }, roles: ['web'] },
  { rule: { name: 'web-plain', action: 'ALLOW', protocol: 'tcp', portStart: 80, priority: 50 }, roles: ['web'] },
  {
    rule: {
      name: 'postgres-from-apps',
      action: 'ALLOW',
      protocol: 'tcp',
      source: `${roleNetwork('fra1', 'app')}.0/24`,
      portStart: 5432,
      portEnd: 5433,
      priority: 60,
    },
    roles: ['database'],
  },
  { rule: { name: 'ping', action: 'ALLOW', protocol: 'icmp', priority: 90 }, roles: ['web', 'app', 'database'] },
  {
    rule: { name: 'deny-the-rest', action: 'DENY', priority: 1000, description: 'What no other rule lets through.' },
    roles: ['web', 'app', 'database'],
  },
];

/** Plain HTTP is switched off where it is no longer needed. */
const OFF = new Set(['web-plain@fra1-web-01', 'web-plain@fra1-web-02']);

export function ruleRows(metal: readonly BareMetal[]): SampleRow[] {
  const rules = PLANS.map(({ rule }) => sampleRow('firewallRule', rule.name, rule));
  const assignments = PLANS.flatMap(({ rule, roles }) =>
    metal
      .filter(({ group }) => roles.includes(group.role))
      .map(({ name }) => {
        const key = `${rule.name}@${name}`;
        return sampleRow('firewallAssignment', key, {
          computeId: keyOf('compute', name),
          ruleId: keyOf('firewallRule', rule.name),
          enabled: !OFF.has(key),
        });
      }),
  );
  return [...rules, ...assignments];
}
