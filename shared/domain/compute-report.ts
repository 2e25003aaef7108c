import { z } from 'zod';
import { FIREWALL_ACTIONS } from './firewall-rule.ts';
import { JOURNAL_CATEGORIES } from './journal-entry.ts';
import { PROTOCOLS } from './protocol.ts';
import { RESOURCE_KEYS } from './resource.ts';

const text = z.string().nullable();

/** Everything on record about one compute, in the words people read; what a report prints. */
export const computeReportSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** Labels, not stored values. */
  type: z.string(),
  state: z.string(),
  provider: text,
  region: text,
  role: text,
  owner: text,
  deviceType: text,
  serial: text,
  assetTag: text,
  /** `fra1 / Hall 1 / Row A / rack101 / U13`; empty: it is nowhere. */
  place: z.string(),
  tags: z.record(z.string(), z.string()),
  monthlyCost: text,
  annualCost: text,
  currency: z.string(),
  contractEnd: text,
  renewalDate: text,
  notes: text,
  resources: z.array(
    z.object({
      key: z.enum(RESOURCE_KEYS),
      label: z.string(),
      total: z.int(),
      allocated: z.int(),
      free: z.int(),
      /** allocated / total; null without any. */
      share: z.number().nullable(),
    }),
  ),
  findings: z.array(z.string()),
  components: z.array(
    z.object({
      component: z.string(),
      type: z.string(),
      quantity: z.int(),
      slot: text,
      serials: z.array(z.string()),
      specs: z.record(z.string(), z.unknown()),
      failed: z.boolean(),
      warrantyEnd: text,
      notes: text,
    }),
  ),
  storage: z.object({
    totalGb: z.int(),
    groups: z.array(
      z.object({
        name: z.string(),
        level: z.string(),
        disks: z.int(),
        hotSpares: z.int(),
        state: z.string(),
        capacityGb: z.int(),
        rawGb: z.number(),
        ifAnotherFails: z.string(),
      }),
    ),
    loose: z.array(z.object({ component: z.string(), slot: text, serial: text, capacityGb: z.number() })),
  }),
  services: z.array(
    z.object({
      service: z.string(),
      quantity: z.int(),
      allocated: z.partialRecord(z.enum(RESOURCE_KEYS), z.int()),
      /** `203.0.113.45:8080/tcp → 80` */
      ports: z.array(z.string()),
      overrideReason: text,
    }),
  ),
  addresses: z.array(
    z.object({
      address: z.string(),
      vrf: z.string(),
      type: text,
      cidr: text,
      gateway: text,
      dnsServers: text,
      vlan: z.int().nullable(),
      interfaceName: text,
      isPrimary: z.boolean(),
      /** `www.example.com (A)` */
      names: z.array(z.string()),
    }),
  ),
  firewall: z.array(
    z.object({
      name: z.string(),
      enabled: z.boolean(),
      action: z.enum(FIREWALL_ACTIONS.map(({ value }) => value) as ['ALLOW', 'DENY']),
      protocol: z.enum(PROTOCOLS.map(({ value }) => value) as ['tcp', 'udp', 'icmp', 'all']),
      source: z.string(),
      destination: z.string(),
      ports: z.string(),
      priority: z.int(),
    }),
  ),
  journal: z.array(
    z.object({
      at: z.string(),
      category: z.enum(JOURNAL_CATEGORIES.map(({ value }) => value) as [(typeof JOURNAL_CATEGORIES)[number]['value']]),
      createdBy: text,
      content: z.string(),
      format: z.string(),
    }),
  ),
  /** How many entries the journal has in all. */
  journalCount: z.int(),
});

export type ComputeReport = z.output<typeof computeReportSchema>;
