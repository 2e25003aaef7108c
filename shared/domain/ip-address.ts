import { choice, defaulting, flag, integer, multiline, optional, reference, text, written } from './field.ts';
import { ADDRESS_FORM, canonicalAddress, canonicalAddressList, canonicalNetwork, NETWORK_FORM } from './ip.ts';
import { defineNoun, type RowOf } from './noun.ts';

export const IP_TYPES = [
  { value: 'public', label: 'Public' },
  { value: 'private', label: 'Private' },
] as const;

export type IpType = (typeof IP_TYPES)[number]['value'];

export const IP_STATES = [
  { value: 'available', label: 'Available', tone: 'good' },
  { value: 'assigned', label: 'Assigned', tone: 'info' },
  { value: 'reserved', label: 'Reserved', tone: 'attention' },
] as const;

export type IpState = (typeof IP_STATES)[number]['value'];

export const ipAddress = defineNoun({
  noun: 'ipAddress',
  label: 'IP address',
  plural: 'IP addresses',
  help: 'One IPv4 or IPv6 address; it is assigned exactly while a compute has it.',
  table: 'ip_address',
  names: { family: 'ipAddress', within: ['vrfId'] },
  nameOf: (record) => String(record['address']),
  naturalKey: ['vrfId', 'address'],
  upserted: true,
  tagged: true,
  derived: [
    { key: 'prefix', label: 'Prefix', kind: 'text', help: 'The innermost that holds it', columnWidth: 160 },
    { key: 'compute', label: 'Compute', kind: 'text', columnWidth: 180, columnShown: true },
  ],
  fields: {
    address: written(canonicalAddress, {
      label: 'Address',
      form: ADDRESS_FORM,
      max: 64,
      columnWidth: 190,
      columnShown: true,
      searched: true,
    }),
    vrfId: optional(
      reference('vrf', {
        label: 'VRF',
        onDelete: 'refuse',
        help: 'Empty: the default VRF',
        columnWidth: 120,
      }),
    ),
    type: optional(
      choice(IP_TYPES, {
        label: 'Type',
        help: 'Empty: what the address itself says',
        columnWidth: 90,
        columnShown: true,
      }),
    ),
    cidr: optional(
      written(canonicalNetwork, { label: 'CIDR', form: NETWORK_FORM, max: 64, columnWidth: 160, columnShown: true }),
    ),
    gateway: optional(
      written(canonicalAddress, {
        label: 'Gateway',
        form: ADDRESS_FORM,
        max: 64,
        bulkEditable: true,
        columnWidth: 150,
      }),
    ),
    dnsServers: optional(
      written(canonicalAddressList, {
        label: 'DNS servers',
        form: 'IP addresses separated by commas',
        max: 1000,
        bulkEditable: true,
        columnWidth: 180,
      }),
    ),
    vlan: optional(integer({ label: 'VLAN', min: 1, max: 4094, ungrouped: true, bulkEditable: true, columnWidth: 80 })),
    provider: optional(
      text({ label: 'Provider', max: 100, completed: true, bulkEditable: true, columnWidth: 130, columnShown: true }),
    ),
    region: optional(
      text({ label: 'Region', max: 100, completed: true, bulkEditable: true, columnWidth: 120, columnShown: true }),
    ),
    state: defaulting(
      choice(IP_STATES, {
        label: 'State',
        help: 'Assigned follows from the computes that have it',
        bulkEditable: true,
        columnWidth: 110,
        columnShown: true,
      }),
      'available',
    ),
    shared: defaulting(
      flag({
        label: 'Shared',
        help: 'Anycast or VIP: several computes may have it',
        bulkEditable: true,
        columnWidth: 80,
      }),
      false,
    ),
    sortKey: optional(text({ label: 'Sort key', max: 40, readOnly: true })),
    notes: optional(multiline({ label: 'Notes', searched: true })),
  },
});

export type IpAddress = RowOf<typeof ipAddress>;
