import { defineNoun, type RowOf } from './noun.ts';
import { defaulting, integer, json, multiline, optional, reference, text } from './field.ts';
import { resourceSpecSchema } from './service.ts';

export const assignment = defineNoun({
  noun: 'assignment',
  label: 'Assignment',
  plural: 'Assignments',
  help: 'A service running on a compute, with the resources each instance was allocated.',
  table: 'assignment',
  naturalKey: ['serviceId', 'computeId'],
  fields: {
    serviceId: reference('service', { label: 'Service', onDelete: 'refuse', columnWidth: 200, columnShown: true }),
    computeId: reference('compute', { label: 'Compute', onDelete: 'refuse', columnWidth: 200, columnShown: true }),
    quantity: defaulting(
      integer({ label: 'Quantity', unit: 'count', min: 1, max: 100_000, columnWidth: 90, columnShown: true }),
      1,
    ),
    allocated: json(resourceSpecSchema, { label: 'Allocated per instance', columnWidth: 240, columnShown: true }),
    overrideReason: optional(
      text({ label: 'Override reason', max: 500, help: 'Why capacity or a rule was set aside', columnWidth: 200 }),
    ),
    notes: optional(multiline({ label: 'Notes', max: 4000 })),
  },
});

export type Assignment = RowOf<typeof assignment>;
