import { choice, defaulting, integer, multiline, optional, reference } from './field.ts';
import { defineNoun, type FieldProblem, type RowOf } from './noun.ts';
import { LARGEST_PORT, PROTOCOLS } from './protocol.ts';

export const portAssignment = defineNoun({
  noun: 'portAssignment',
  label: 'Port assignment',
  plural: 'Port assignments',
  help: 'A port of an address that leads to the port of a service on a compute.',
  table: 'port_assignment',
  naturalKey: ['ipAddressId', 'port', 'protocol'],
  takeOver: 'take over ports that others have',
  derived: [
    { key: 'mapping', label: 'Mapping', kind: 'text', columnWidth: 260, columnShown: true },
    { key: 'service', label: 'Service', kind: 'text', columnWidth: 160, columnShown: true },
    { key: 'compute', label: 'Compute', kind: 'text', columnWidth: 160, columnShown: true },
  ],
  fields: {
    assignmentId: reference('assignment', { label: 'Assignment', onDelete: 'owned' }),
    ipAddressId: reference('ipAddress', { label: 'IP address', onDelete: 'owned', columnWidth: 170 }),
    port: integer({ label: 'Port', max: LARGEST_PORT, ungrouped: true, columnWidth: 80 }),
    protocol: defaulting(choice(PROTOCOLS, { label: 'Protocol', columnWidth: 90 }), 'tcp'),
    servicePort: integer({ label: 'Service port', max: LARGEST_PORT, ungrouped: true, columnWidth: 100 }),
    description: optional(multiline({ label: 'Description', max: 4000, columnWidth: 240, columnShown: true })),
  },
  check: (record): readonly FieldProblem[] => {
    // ICMP has no ports; everything else has them from 1 on.
    if (record['protocol'] === 'icmp') return [];
    const allowed = `a whole number from 1 to ${LARGEST_PORT}`;
    return (['port', 'servicePort'] as const).flatMap((key) => {
      if (record[key] !== 0) return [];
      const label = key === 'port' ? 'Port' : 'Service port';
      return [{ path: key, message: `${label} must be ${allowed}; 0 was given.`, value: 0, allowed }];
    });
  },
});

export type PortAssignment = RowOf<typeof portAssignment>;
