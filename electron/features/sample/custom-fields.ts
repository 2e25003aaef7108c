import type { BareMetal } from './bare-metal.ts';
import { keyOf, sampleRow, type SampleRow } from './sample-row.ts';
import { RACK_PLANS } from './sites.ts';

const SUPPORT = 'compute/supportLevel';
const DOOR = 'rack/doorLock';

const SUPPORT_BY_ROLE: Readonly<Record<string, string>> = {
  database: '4 hours',
  gpu: '4 hours',
  storage: 'Next business day',
  hypervisor: 'Next business day',
  batch: 'None',
};

/** Two fields of the sample's own and their values. */
export function customFields(computes: readonly BareMetal[]): SampleRow[] {
  const definitions = [
    sampleRow('customField', SUPPORT, {
      noun: 'compute',
      key: 'supportLevel',
      label: 'Support level',
      kind: 'choice',
      choices: ['4 hours', 'Next business day', 'None'],
    }),
    sampleRow('customField', DOOR, { noun: 'rack', key: 'doorLock', label: 'Door lock', kind: 'text' }),
  ];
  const support = computes.flatMap(({ name, group, row }) => {
    const value = SUPPORT_BY_ROLE[group.role];
    if (!value) return [];
    const fieldId = keyOf('customField', SUPPORT);
    return [sampleRow('customValue', `supportLevel/${name}`, { objectId: row.key, fieldId, value })];
  });
  const doors = RACK_PLANS.map(({ name, hall }) =>
    sampleRow('customValue', `doorLock/${name}`, {
      objectId: keyOf('rack', name),
      fieldId: keyOf('customField', DOOR),
      value: hall.site === 'fra1' ? 'Badge reader' : `Key ${name}`,
    }),
  );
  return [...definitions, ...support, ...doors];
}
