import { z } from 'zod';
import { defineNoun, type RowOf } from './noun.ts';
import { defaulting, json, multiline, optional, text } from './field.ts';
import { placementSchema } from './placement-rule.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from './resource.ts';

/** Amounts per resource under source 000's keys; a key left out asks for nothing. */
export const resourceSpecSchema = z.partialRecord(z.enum(RESOURCE_KEYS), z.int().min(0).max(2_000_000_000));

export type ResourceSpec = z.output<typeof resourceSpecSchema>;

export const servicePortSchema = z.strictObject({
  port: z.int().min(1).max(65_535),
  protocol: z.enum(['tcp', 'udp', 'icmp', 'all']),
  description: z.string().max(200).optional(),
});

export const service = defineNoun({
  noun: 'service',
  label: 'Service',
  plural: 'Services',
  help: 'A workload: what it needs and where it may run.',
  table: 'service',
  names: { family: 'service' },
  naturalKey: ['name'],
  tagged: true,
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 200, columnShown: true, searched: true }),
    description: optional(multiline({ label: 'Description', max: 4000, columnWidth: 260, columnShown: true })),
    owner: optional(
      text({ label: 'Owner', max: 100, completed: true, bulkEditable: true, columnWidth: 130, columnShown: true }),
    ),
    minSpec: defaulting(
      json(resourceSpecSchema, { label: 'Minimum', section: 'Resources', columnWidth: 200, columnShown: true }),
      {},
    ),
    maxSpec: defaulting(
      json(resourceSpecSchema, {
        label: 'Maximum',
        help: 'A resource left out takes its minimum',
        section: 'Resources',
        columnWidth: 200,
        columnShown: true,
      }),
      {},
    ),
    ports: defaulting(json(z.array(servicePortSchema).max(200), { label: 'Ports', section: 'Network' }), []),
    placement: defaulting(json(placementSchema, { label: 'Placement rules', section: 'Placement' }), {
      affinity: [],
      antiAffinity: [],
      spreadMax: 0,
      topologySpread: [],
    }),
  },
  check: (record) => {
    const minimum = record['minSpec'] as ResourceSpec;
    const maximum = record['maxSpec'] as ResourceSpec;
    return RESOURCE_KEYS.flatMap((key) => {
      const least = minimum[key] ?? 0;
      const most = maximum[key];
      if (most === undefined || most >= least) return [];
      const message = `Maximum ${RESOURCE_LABELS[key].label.toLowerCase()} must be at least the minimum ${least}; ${most} was given.`;
      return [{ path: `maxSpec.${key}`, message, value: most, allowed: `at least ${least}` }];
    });
  },
});

export type Service = RowOf<typeof service>;
