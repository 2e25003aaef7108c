import { integer, multiline, optional, reference, text, written } from './field.ts';
import { ADDRESS_FORM, canonicalAddress, canonicalAddressList, canonicalPrefix } from './ip.ts';
import { defineNoun, type RowOf } from './noun.ts';

export const prefix = defineNoun({
  noun: 'prefix',
  label: 'Prefix',
  plural: 'Prefixes',
  help: 'A network that addresses are given out of; prefixes inside a prefix make a tree.',
  table: 'prefix',
  names: { family: 'prefix', within: ['vrfId'] },
  nameOf: (record) => String(record['cidr']),
  naturalKey: ['vrfId', 'cidr'],
  tagged: true,
  fields: {
    cidr: written(canonicalPrefix, {
      label: 'Network',
      form: 'a network written by its first address, such as 192.0.2.0/24 or 2001:db8::/48',
      max: 64,
      columnWidth: 180,
      columnShown: true,
      searched: true,
    }),
    vrfId: optional(
      reference('vrf', {
        label: 'VRF',
        onDelete: 'refuse',
        help: 'Empty: the default VRF',
        columnWidth: 120,
        columnShown: true,
      }),
    ),
    purpose: optional(
      text({ label: 'Purpose', max: 100, completed: true, bulkEditable: true, columnWidth: 150, columnShown: true }),
    ),
    vlan: optional(
      integer({
        label: 'VLAN',
        min: 1,
        max: 4094,
        ungrouped: true,
        bulkEditable: true,
        columnWidth: 80,
        columnShown: true,
      }),
    ),
    gateway: optional(
      written(canonicalAddress, {
        label: 'Gateway',
        form: ADDRESS_FORM,
        max: 64,
        help: 'Never given out',
        columnWidth: 150,
        columnShown: true,
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
    provider: optional(text({ label: 'Provider', max: 100, completed: true, bulkEditable: true, columnWidth: 130 })),
    region: optional(text({ label: 'Region', max: 100, completed: true, bulkEditable: true, columnWidth: 120 })),
    siteId: optional(
      reference('site', { label: 'Site', onDelete: 'refuse', bulkEditable: true, columnWidth: 120, columnShown: true }),
    ),
    firstKey: optional(text({ label: 'First address (sort key)', max: 40, readOnly: true })),
    lastKey: optional(text({ label: 'Last address (sort key)', max: 40, readOnly: true })),
    lastGiven: optional(text({ label: 'Last address given out', max: 64, readOnly: true })),
    notes: optional(multiline({ label: 'Notes' })),
  },
});

export type Prefix = RowOf<typeof prefix>;
