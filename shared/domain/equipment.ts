import { AUDIT_LEVELS } from './audit-words.ts';
import { defineNoun, type RowOf } from './noun.ts';
import { choice, defaulting, multiline, optional, reference, text, timestamp } from './field.ts';

export const EQUIPMENT_TYPES = [
  { value: 'switch', label: 'Switch' },
  { value: 'router', label: 'Router' },
  { value: 'firewall', label: 'Firewall' },
  { value: 'load-balancer', label: 'Load balancer' },
  { value: 'pdu', label: 'PDU' },
  { value: 'ups', label: 'UPS' },
  { value: 'console-server', label: 'Console server' },
  { value: 'patch-panel', label: 'Patch panel' },
  { value: 'kvm', label: 'KVM' },
  { value: 'storage-shelf', label: 'Storage shelf' },
  { value: 'chassis', label: 'Chassis' },
  { value: 'blank', label: 'Blank panel' },
  { value: 'shelf', label: 'Shelf' },
  { value: 'appliance', label: 'Appliance' },
  { value: 'cable-manager', label: 'Cable manager' },
] as const;

export const EQUIPMENT_STATES = [
  { value: 'active', label: 'Active', tone: 'good' },
  { value: 'planned', label: 'Planned', tone: 'info' },
  { value: 'inactive', label: 'Inactive', tone: 'neutral' },
  { value: 'failed', label: 'Failed', tone: 'bad' },
] as const;

export const equipment = defineNoun({
  noun: 'equipment',
  label: 'Equipment',
  plural: 'Equipment',
  help: 'Anything in a rack that runs no services: switches, PDUs, panels, chassis.',
  table: 'equipment',
  names: { family: 'machine' },
  naturalKey: ['name'],
  tagged: true,
  derived: [
    { key: 'site', label: 'Site', kind: 'text', columnWidth: 140 },
    { key: 'room', label: 'Room', kind: 'text', columnWidth: 120 },
    { key: 'rack', label: 'Rack', kind: 'text', columnWidth: 110, columnShown: true },
    { key: 'unit', label: 'Unit', kind: 'text', columnWidth: 80, columnShown: true },
  ],
  fields: {
    name: optional(
      text({
        label: 'Name',
        max: 128,
        help: 'May be empty: shown as its type and place',
        columnWidth: 200,
        columnShown: true,
        searched: true,
      }),
    ),
    type: choice(EQUIPMENT_TYPES, { label: 'Type', bulkEditable: true, columnWidth: 130, columnShown: true }),
    state: defaulting(
      choice(EQUIPMENT_STATES, { label: 'State', bulkEditable: true, columnWidth: 110, columnShown: true }),
      'active',
    ),
    role: optional(text({ label: 'Role', max: 100, completed: true, bulkEditable: true, columnWidth: 120 })),
    owner: optional(text({ label: 'Owner', max: 100, completed: true, bulkEditable: true, columnWidth: 130 })),
    deviceTypeId: optional(
      reference('deviceType', {
        label: 'Device type',
        onDelete: 'refuse',
        bulkEditable: true,
        columnWidth: 220,
        columnShown: true,
      }),
    ),
    serial: optional(
      text({
        label: 'Serial number',
        max: 128,
        columnWidth: 140,
        columnShown: true,
        searched: true,
        section: 'Identity',
      }),
    ),
    assetTag: optional(
      text({ label: 'Asset tag', max: 128, columnWidth: 120, columnShown: true, searched: true, section: 'Identity' }),
    ),
    lastAudited: optional(timestamp({ label: 'Last audited', columnWidth: 150, readOnly: true, section: 'Identity' })),
    lastAuditedBy: optional(
      text({ label: 'Last audited by', max: 200, columnWidth: 140, readOnly: true, section: 'Identity' }),
    ),
    lastAuditLevel: optional(
      choice(AUDIT_LEVELS, { label: 'Level of the last audit', columnWidth: 120, readOnly: true, section: 'Identity' }),
    ),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Equipment = RowOf<typeof equipment>;
