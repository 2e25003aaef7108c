import { defineNoun, type RowOf } from './noun.ts';
import { choice, date, defaulting, flag, integer, multiline, optional, reference, text } from './field.ts';

export const RAID_LEVELS = [
  { value: 'raid0', label: 'RAID 0' },
  { value: 'raid1', label: 'RAID 1' },
  { value: 'raid5', label: 'RAID 5' },
  { value: 'raid6', label: 'RAID 6' },
  { value: 'raid10', label: 'RAID 10' },
  { value: 'jbod', label: 'JBOD' },
] as const;

export const componentAssignment = defineNoun({
  noun: 'componentAssignment',
  label: 'Component assignment',
  plural: 'Component assignments',
  help: 'A component fitted in a compute.',
  table: 'component_assignment',
  naturalKey: [],
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
      text({ label: 'Slot', max: 100, help: 'One slot or a range: DIMM0-3', columnWidth: 120, columnShown: true }),
    ),
    serial: optional(text({ label: 'Serial number', max: 200, columnWidth: 160, columnShown: true, searched: true })),
    assetTag: optional(text({ label: 'Asset tag', max: 128, columnWidth: 120, searched: true })),
    raidLevel: optional(choice(RAID_LEVELS, { label: 'RAID level', columnWidth: 100, section: 'RAID' })),
    raidGroup: optional(text({ label: 'RAID group', max: 64, columnWidth: 110, section: 'RAID' })),
    raidImplementation: optional(
      choice(
        [
          { value: 'controller', label: 'Hardware controller' },
          { value: 'md', label: 'Linux md' },
          { value: 'zfs', label: 'ZFS' },
        ],
        { label: 'RAID implementation', section: 'RAID' },
      ),
    ),
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
