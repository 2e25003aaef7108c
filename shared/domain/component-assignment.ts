import { defineNoun, type RowOf } from './noun.ts';
import {
  choice,
  date,
  defaulting,
  flag,
  integer,
  multiline,
  optional,
  reference,
  spelledChoice,
  text,
} from './field.ts';
import { RAID_IMPLEMENTATIONS, RAID_LEVELS, raidLevelOrAsGiven } from './raid-level.ts';

export const componentAssignment = defineNoun({
  noun: 'componentAssignment',
  label: 'Component assignment',
  plural: 'Component assignments',
  help: 'A component fitted in a compute.',
  table: 'component_assignment',
  naturalKey: [],
  derived: [
    {
      key: 'serials',
      label: 'Serial numbers',
      kind: 'text',
      help: 'Of the units recorded as parts',
      columnWidth: 180,
      columnShown: true,
    },
    { key: 'assetTags', label: 'Asset tags', kind: 'text', columnWidth: 140 },
  ],
  fields: {
    computeId: reference('compute', { label: 'Compute', onDelete: 'owned', columnWidth: 180, columnShown: true }),
    componentId: reference('component', {
      label: 'Component',
      onDelete: 'refuse',
      columnWidth: 260,
      columnShown: true,
    }),
    quantity: defaulting(
      integer({ label: 'Quantity', unit: 'count', min: 1, max: 100_000, columnWidth: 90, columnShown: true }),
      1,
    ),
    slot: optional(
      text({ label: 'Slot', max: 400, help: 'One slot or a range: DIMM0-3', columnWidth: 120, columnShown: true }),
    ),
    raidLevel: spelledChoice(RAID_LEVELS, raidLevelOrAsGiven, {
      label: 'RAID level',
      columnWidth: 100,
      section: 'RAID',
    }),
    raidGroup: optional(text({ label: 'RAID group', max: 64, columnWidth: 110, section: 'RAID' })),
    raidImplementation: optional(choice(RAID_IMPLEMENTATIONS, { label: 'RAID implementation', section: 'RAID' })),
    raidNominalMembers: optional(
      integer({
        label: 'Members of the whole array',
        unit: 'count',
        min: 1,
        max: 10_000,
        help: 'When some members are absent from the record',
        section: 'RAID',
      }),
    ),
    hotSpare: defaulting(flag({ label: 'Hot spare', section: 'RAID' }), false),
    failed: defaulting(flag({ label: 'Failed', bulkEditable: true }), false),
    installedAt: optional(date({ label: 'Installed', bulkEditable: true, columnWidth: 110 })),
    warrantyEnd: optional(date({ label: 'Warranty end', bulkEditable: true, columnWidth: 110 })),
    notes: optional(multiline({ label: 'Notes', max: 4000 })),
  },
});

export type ComponentAssignment = RowOf<typeof componentAssignment>;
