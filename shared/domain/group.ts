import { defaulting, flag, multiline, optional, reference, text } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

/** Who machines belong to and who pays for them: a tree. */
export const group = defineNoun({
  noun: 'group',
  label: 'Group',
  plural: 'Groups',
  help: 'A tenant, project or department that machines belong to and costs are counted for.',
  table: 'resource_group',
  names: { family: 'group' },
  naturalKey: ['name'],
  tagged: true,
  derived: [
    { key: 'computes', label: 'Computes', kind: 'integer', unit: 'count', columnWidth: 100, columnShown: true },
  ],
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    parentId: optional(
      reference('group', { label: 'Part of', onDelete: 'refuse', columnWidth: 180, columnShown: true }),
    ),
    customerNumber: optional(
      text({
        label: 'Customer number',
        max: 64,
        help: 'Who is charged',
        columnWidth: 140,
        columnShown: true,
        searched: true,
      }),
    ),
    production: defaulting(
      flag({ label: 'Production', bulkEditable: true, columnWidth: 100, columnShown: true }),
      true,
    ),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Group = RowOf<typeof group>;
