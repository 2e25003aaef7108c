import { choice, defaulting, integer, multiline, optional, text, written } from './field.ts';
import { canonicalAddress, canonicalNetwork } from './ip.ts';
import { defineNoun, type FieldProblem, type RowOf } from './noun.ts';
import { LARGEST_PORT, PROTOCOLS } from './protocol.ts';

export const FIREWALL_ACTIONS = [
  { value: 'ALLOW', label: 'Allow', tone: 'good' },
  { value: 'DENY', label: 'Deny', tone: 'bad' },
] as const;

export type FirewallAction = (typeof FIREWALL_ACTIONS)[number]['value'];

/** Every address of either version. */
export const ANYWHERE = 'any';

const ENDPOINT_FORM = 'a network such as 10.0.0.0/8, an IP address, or any';

/** An end of a packet as it is stored: `any`, an address, or a network by its first address. */
export function canonicalEndpoint(given: string): string | null {
  if (given.trim().toLowerCase() === ANYWHERE) return ANYWHERE;
  return canonicalAddress(given) ?? canonicalNetwork(given);
}

function endpoint(label: string) {
  return defaulting(
    written(canonicalEndpoint, {
      label,
      form: ENDPOINT_FORM,
      max: 64,
      columnWidth: 170,
      columnShown: true,
      searched: true,
    }),
    ANYWHERE,
  );
}

export const firewallRule = defineNoun({
  noun: 'firewallRule',
  label: 'Firewall rule',
  plural: 'Firewall rules',
  help: 'What may pass: of the enabled rules of a compute the first that matches decides, by priority, then by name.',
  table: 'firewall_rule',
  names: { family: 'firewallRule' },
  naturalKey: ['name'],
  upserted: true,
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    action: choice(FIREWALL_ACTIONS, { label: 'Action', bulkEditable: true, columnWidth: 90, columnShown: true }),
    protocol: defaulting(
      choice(PROTOCOLS, { label: 'Protocol', bulkEditable: true, columnWidth: 90, columnShown: true }),
      'all',
    ),
    source: endpoint('Source'),
    destination: endpoint('Destination'),
    portStart: defaulting(
      integer({
        label: 'Port start',
        max: LARGEST_PORT,
        ungrouped: true,
        help: '0: any port',
        columnWidth: 90,
        columnShown: true,
      }),
      0,
    ),
    portEnd: defaulting(
      integer({
        label: 'Port end',
        max: LARGEST_PORT,
        ungrouped: true,
        help: '0: a single port',
        columnWidth: 90,
        columnShown: true,
      }),
      0,
    ),
    priority: defaulting(
      integer({
        label: 'Priority',
        max: 1_000_000,
        help: 'Lower is asked first',
        bulkEditable: true,
        columnWidth: 80,
        columnShown: true,
      }),
      100,
    ),
    description: optional(multiline({ label: 'Description', max: 4000, columnWidth: 260, searched: true })),
  },
  check: (record): readonly FieldProblem[] => {
    const [start, end] = [Number(record['portStart']), Number(record['portEnd'])];
    if (record['protocol'] === 'icmp' && (start !== 0 || end !== 0))
      return [{ path: 'portStart', message: 'ICMP has no ports; write 0 for any.', value: start, allowed: '0' }];
    if (end === 0 || (start > 0 && end >= start)) return [];
    const allowed = start === 0 ? '0, because port start is any' : `0 for a single port, or a port from ${start} on`;
    return [{ path: 'portEnd', message: `Port end must be ${allowed}; ${end} was given.`, value: end, allowed }];
  },
});

export type FirewallRule = RowOf<typeof firewallRule>;
