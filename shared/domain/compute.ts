import { AUDIT_LEVELS } from './audit-words.ts';
import { defineNoun, type RowOf } from './noun.ts';
import {
  choice,
  date,
  defaulting,
  integer,
  json,
  money,
  multiline,
  optional,
  reference,
  text,
  timestamp,
} from './field.ts';
import { slotProblems, slotsSchema, type Slot } from './slot.ts';

export const COMPUTE_TYPES = [
  { value: 'baremetal', label: 'Bare metal' },
  { value: 'vps', label: 'VPS' },
  { value: 'vm', label: 'VM' },
] as const;

export const COMPUTE_STATES = [
  { value: 'active', label: 'Active', tone: 'good' },
  { value: 'inactive', label: 'Inactive', tone: 'neutral' },
  { value: 'maintenance', label: 'Maintenance', tone: 'attention' },
] as const;

export type ComputeState = (typeof COMPUTE_STATES)[number]['value'];

export const compute = defineNoun({
  noun: 'compute',
  label: 'Compute',
  plural: 'Computes',
  help: 'A machine that can run services: bare metal, VPS or VM.',
  table: 'compute',
  names: { family: 'machine' },
  naturalKey: ['name'],
  tagged: true,
  derived: [
    { key: 'site', label: 'Site', kind: 'text', columnWidth: 140 },
    { key: 'room', label: 'Room', kind: 'text', columnWidth: 120 },
    { key: 'rack', label: 'Rack', kind: 'text', columnWidth: 110, columnShown: true },
    { key: 'unit', label: 'Unit', kind: 'text', columnWidth: 80, columnShown: true },
    { key: 'cores', label: 'Cores', kind: 'integer', unit: 'cores', columnWidth: 80, columnShown: true },
    { key: 'coresFree', label: 'Cores free', kind: 'integer', unit: 'cores', columnWidth: 100, columnShown: true },
    { key: 'memory', label: 'Memory', kind: 'integer', unit: 'MB', columnWidth: 100, columnShown: true },
    { key: 'memoryFree', label: 'Memory free', kind: 'integer', unit: 'MB', columnWidth: 120, columnShown: true },
    { key: 'vram', label: 'GPU memory', kind: 'integer', unit: 'MB', columnWidth: 110 },
    { key: 'vramFree', label: 'GPU memory free', kind: 'integer', unit: 'MB', columnWidth: 130 },
    { key: 'nvme', label: 'Storage', kind: 'integer', unit: 'GB', columnWidth: 100, columnShown: true },
    { key: 'nvmeFree', label: 'Storage free', kind: 'integer', unit: 'GB', columnWidth: 120 },
    { key: 'gpu', label: 'GPUs', kind: 'integer', unit: 'count', columnWidth: 70 },
    { key: 'gpuFree', label: 'GPUs free', kind: 'integer', unit: 'count', columnWidth: 90 },
    { key: 'services', label: 'Services', kind: 'integer', unit: 'count', columnWidth: 90 },
  ],
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    type: defaulting(
      choice(COMPUTE_TYPES, { label: 'Type', bulkEditable: true, columnWidth: 100, columnShown: true }),
      'baremetal',
    ),
    state: defaulting(
      choice(COMPUTE_STATES, { label: 'State', bulkEditable: true, columnWidth: 120, columnShown: true }),
      'active',
    ),
    provider: optional(
      text({ label: 'Provider', max: 100, completed: true, bulkEditable: true, columnWidth: 130, columnShown: true }),
    ),
    region: optional(
      text({ label: 'Region', max: 100, completed: true, bulkEditable: true, columnWidth: 120, columnShown: true }),
    ),
    role: optional(
      text({ label: 'Role', max: 100, completed: true, bulkEditable: true, columnWidth: 120, columnShown: true }),
    ),
    owner: optional(text({ label: 'Owner', max: 100, completed: true, bulkEditable: true, columnWidth: 130 })),
    groupId: optional(reference('group', { label: 'Group', onDelete: 'refuse', bulkEditable: true, columnWidth: 130 })),
    deviceTypeId: optional(
      reference('deviceType', { label: 'Device type', onDelete: 'refuse', bulkEditable: true, columnWidth: 200 }),
    ),
    serial: optional(text({ label: 'Serial number', max: 128, columnWidth: 140, searched: true, section: 'Identity' })),
    assetTag: optional(text({ label: 'Asset tag', max: 128, columnWidth: 120, searched: true, section: 'Identity' })),
    lastAudited: optional(timestamp({ label: 'Last audited', columnWidth: 150, readOnly: true, section: 'Identity' })),
    lastAuditedBy: optional(
      text({ label: 'Last audited by', max: 200, columnWidth: 140, readOnly: true, section: 'Identity' }),
    ),
    lastAuditLevel: optional(
      choice(AUDIT_LEVELS, { label: 'Level of the last audit', columnWidth: 120, readOnly: true, section: 'Identity' }),
    ),
    statedCores: optional(
      integer({
        label: 'Stated cores',
        unit: 'cores',
        max: 1_000_000,
        help: 'For a VPS or VM without components',
        bulkEditable: true,
        section: 'Stated size',
      }),
    ),
    statedMemoryMb: optional(
      integer({ label: 'Stated memory', unit: 'MB', bulkEditable: true, section: 'Stated size' }),
    ),
    statedVramMb: optional(
      integer({ label: 'Stated GPU memory', unit: 'MB', bulkEditable: true, section: 'Stated size' }),
    ),
    statedNvmeGb: optional(
      integer({ label: 'Stated storage', unit: 'GB', bulkEditable: true, section: 'Stated size' }),
    ),
    statedGpu: optional(
      integer({ label: 'Stated GPUs', unit: 'count', max: 100_000, bulkEditable: true, section: 'Stated size' }),
    ),
    flavorId: optional(
      reference('flavor', {
        label: 'Flavor',
        onDelete: 'refuse',
        bulkEditable: true,
        columnWidth: 120,
        help: 'Says each size that is not stated',
        section: 'Stated size',
      }),
    ),
    slots: optional(
      json(slotsSchema, { label: 'Own slots', help: 'In place of the slots of the device type', section: 'Inside' }),
    ),
    monthlyCost: optional(money({ label: 'Monthly cost', bulkEditable: true, columnWidth: 110, section: 'Billing' })),
    annualCost: optional(money({ label: 'Annual cost', bulkEditable: true, columnWidth: 110, section: 'Billing' })),
    currency: optional(text({ label: 'Currency', max: 3, bulkEditable: true, section: 'Billing' })),
    contractEnd: optional(date({ label: 'Contract end', bulkEditable: true, columnWidth: 120, section: 'Billing' })),
    renewalDate: optional(date({ label: 'Renewal date', bulkEditable: true, columnWidth: 120, section: 'Billing' })),
    notes: optional(multiline({ label: 'Notes' })),
  },
  check: (record) => slotProblems(record['slots'] as readonly Slot[] | null),
});

export type Compute = RowOf<typeof compute>;
