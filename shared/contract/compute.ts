import { z } from 'zod';
import { RESOURCE_KEYS } from '../domain/resource.ts';
import { query } from './base.ts';
import { rowReference } from './noun.ts';

const vector = z.record(z.enum(RESOURCE_KEYS), z.int());

export const capacitySchema = z.object({
  computeId: z.string(),
  total: vector,
  allocated: vector,
  /** total − allocated; negative where a compute is overbooked. */
  free: vector,
  coresCount: z.enum(['cores', 'threads']),
  cores: z.int(),
  threads: z.int(),
  nicGbps: z.number(),
  psuWatts: z.int(),
  estimatedDrawWatts: z.int(),
  weightGrams: z.int(),
  findings: z.array(z.object({ code: z.string(), message: z.string() })),
});

export type Capacity = z.output<typeof capacitySchema>;

export const fittingSchema = z.object({
  id: z.string(),
  componentId: z.string(),
  component: z.string(),
  type: z.string(),
  quantity: z.int(),
  slot: z.string().nullable(),
  serial: z.string().nullable(),
  raidLevel: z.string().nullable(),
  raidGroup: z.string().nullable(),
  specs: z.record(z.string(), z.unknown()),
});

export const runningSchema = z.object({
  id: z.string(),
  serviceId: z.string(),
  service: z.string(),
  quantity: z.int(),
  allocated: z.partialRecord(z.enum(RESOURCE_KEYS), z.int()),
  overrideReason: z.string().nullable(),
});

export const computePlaceSchema = z.object({
  path: z.array(z.object({ noun: z.string(), id: z.string(), name: z.string() })),
  /** `U12`, `left side`, a bay name, or null when the device is in no rack. */
  unit: z.string().nullable(),
});

/** What a compute page shows beside its own fields. */
export const computeContract = {
  capacity: query.input(z.strictObject({ ref: rowReference })).output(capacitySchema),
  fittings: query.input(z.strictObject({ ref: rowReference })).output(z.array(fittingSchema)),
  services: query.input(z.strictObject({ ref: rowReference })).output(z.array(runningSchema)),
  place: query.input(z.strictObject({ ref: rowReference })).output(computePlaceSchema),
};
