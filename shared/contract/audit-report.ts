import { z } from 'zod';
import {
  auditSummary,
  carriedView,
  discrepancyKind,
  discrepancySchema,
  observationClass,
  walkRack,
} from './audit-schemas.ts';

export const auditReportSchema = z.object({
  session: auditSummary,
  /** When the report was made. */
  at: z.string(),
  firstObservedAt: z.string().nullable(),
  lastObservedAt: z.string().nullable(),
  /** Everybody who observed, decided or signed. */
  people: z.array(z.string()),
  counts: z.object({
    observations: z.int(),
    classes: z.array(z.object({ class: observationClass, count: z.int() })),
    discrepancies: z.array(z.object({ kind: discrepancyKind, count: z.int() })),
    carriedOver: z.int(),
  }),
  racks: z.array(walkRack),
  discrepancies: z.array(discrepancySchema),
  /** What earlier audits carried over into this one, and what became of it. */
  carried: z.array(carriedView),
  /** Devices, and at level serial parts, that were not found, with where they are recorded; `id` is the discrepancy's key. */
  missing: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      serial: z.string().nullable(),
      assetTag: z.string().nullable(),
      place: z.string(),
      resolution: z.string(),
    }),
  ),
  /** The head of the change log to compare with later: `audit verify --head`. */
  head: z.string(),
  headEntry: z.int(),
});

export type AuditReport = z.output<typeof auditReportSchema>;

const tickLine = z.object({
  id: z.string(),
  name: z.string(),
  deviceType: z.string().nullable(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
  /** `U12`, `bay 3 of chassis-1` */
  at: z.string(),
  /** For its QR code. */
  link: z.string(),
  seen: z.boolean(),
});

export const tickRack = z.object({
  id: z.string(),
  rackId: z.string().nullable(),
  name: z.string(),
  path: z.string(),
  /** For the rack's QR code; null: devices in no rack. */
  link: z.string().nullable(),
  devices: z.array(tickLine),
});

export type AuditTickRack = z.output<typeof tickRack>;
