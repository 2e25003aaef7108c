import type { QuerySchema } from './schema.ts';

/** The compute list in small, for this folder's tests. */
export const computeSchema: QuerySchema = {
  label: 'Compute',
  predicates: ['tag', 'in', 'runs'],
  fields: [
    { key: 'name', label: 'Name', kind: 'text' },
    { key: 'cores', label: 'Cores', kind: 'number', unit: 'cores' },
    { key: 'memory', label: 'Memory', kind: 'number', unit: 'MB' },
    { key: 'monthlyCost', label: 'Monthly cost', kind: 'number' },
    { key: 'provider', label: 'Provider', kind: 'text' },
    { key: 'serial', label: 'Serial number', kind: 'text' },
    { key: 'contractEnd', label: 'Contract end', kind: 'date' },
    {
      key: 'state',
      label: 'State',
      kind: 'choice',
      choices: [
        { value: 'active', label: 'Active' },
        { value: 'inactive', label: 'Inactive' },
        { value: 'maintenance', label: 'Maintenance' },
      ],
    },
    {
      key: 'type',
      label: 'Type',
      kind: 'choice',
      choices: [
        { value: 'baremetal', label: 'Bare metal' },
        { value: 'vm', label: 'VM' },
      ],
    },
    { key: 'monitored', label: 'Monitored', kind: 'boolean' },
    { key: 'deviceTypeId', label: 'Device type', kind: 'reference', aliases: ['deviceType'] },
  ],
};

/** Every predicate on, as in clusto's world of things (systems.md 5.4). */
export const thingSchema: QuerySchema = {
  label: 'Thing',
  predicates: ['driver', 'pool', 'attr', 'connected'],
  drivers: ['server', 'networkswitch', 'consoleserver'],
  fields: [{ key: 'name', label: 'Name', kind: 'text' }],
};
