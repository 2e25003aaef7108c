import { defaulting, flag, multiline, optional, reference, text } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

export const ipAssignment = defineNoun({
  noun: 'ipAssignment',
  label: 'IP assignment',
  plural: 'IP assignments',
  help: 'An address that a compute has. At most one of a compute is its primary address, IPv4 and IPv6 together.',
  table: 'ip_assignment',
  naturalKey: ['computeId', 'ipAddressId'],
  fields: {
    computeId: reference('compute', { label: 'Compute', onDelete: 'owned', columnWidth: 200, columnShown: true }),
    ipAddressId: reference('ipAddress', {
      label: 'IP address',
      onDelete: 'owned',
      columnWidth: 190,
      columnShown: true,
    }),
    interfaceName: optional(
      text({
        label: 'Interface',
        max: 100,
        help: 'For example eth0',
        completed: true,
        columnWidth: 120,
        columnShown: true,
      }),
    ),
    isPrimary: defaulting(
      flag({ label: 'Primary', help: 'Takes the place of the present one', columnWidth: 90, columnShown: true }),
      false,
    ),
    notes: optional(multiline({ label: 'Notes', max: 4000 })),
  },
});

export type IpAssignment = RowOf<typeof ipAssignment>;
