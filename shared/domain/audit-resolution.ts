import { z } from 'zod';
import { DECISIONS, DISCREPANCY_KINDS } from './audit-words.ts';
import { choice, defaulting, json, multiline, optional, reference, text, timestamp } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

/** What a decision needs beyond itself; what is left out is taken from the proposal. */
export const resolutionTargetSchema = z.strictObject({
  /** Where a moved, wrongly recorded or new device is. */
  rack: z.string().max(400).optional(),
  positionHalfU: z.int().min(0).max(119).nullable().optional(),
  bay: z.string().max(100).nullable().optional(),
  /** The chassis that the bay is in. */
  chassis: z.string().trim().min(1).max(400).optional(),
  /** The number that an accepted change writes. */
  serial: z.string().trim().min(1).max(200).optional(),
  /** Of a number that several records bear, or that is on several things: the record that keeps it. */
  keeper: z.string().trim().min(1).max(400).optional(),
  /** The record to create. */
  noun: z.enum(['compute', 'equipment', 'part']).optional(),
  name: z.string().trim().min(1).max(128).optional(),
  type: z.string().trim().min(1).max(64).optional(),
  deviceType: z.string().trim().min(1).max(400).optional(),
  /** The shelf that a part goes to. */
  shelf: z.string().trim().min(1).max(400).optional(),
  /** The compute that a part is in, its slot there, and what it is by the catalogue. */
  compute: z.string().trim().min(1).max(400).optional(),
  slot: z.string().trim().min(1).max(64).optional(),
  component: z.string().trim().min(1).max(400).optional(),
});

export type ResolutionTarget = z.output<typeof resolutionTargetSchema>;

/** What was decided about one discrepancy of an audit, and what became of it. */
export const auditResolution = defineNoun({
  noun: 'auditResolution',
  label: 'Audit resolution',
  plural: 'Audit resolutions',
  help: 'The decision about one discrepancy of an audit.',
  table: 'audit_resolution',
  nameOf: (record) => (typeof record['discrepancy'] === 'string' ? record['discrepancy'] : null),
  naturalKey: ['sessionId', 'discrepancy'],
  fields: {
    sessionId: reference('auditSession', { label: 'Audit session', onDelete: 'owned', columnWidth: 200 }),
    discrepancy: text({ label: 'Discrepancy', max: 500, readOnly: true, columnWidth: 200, columnShown: true }),
    kind: choice(DISCREPANCY_KINDS, { label: 'Kind', readOnly: true, columnWidth: 150, columnShown: true }),
    decision: choice(DECISIONS, { label: 'Decision', readOnly: true, columnWidth: 120, columnShown: true }),
    reason: optional(multiline({ label: 'Reason', max: 2000, readOnly: true, columnWidth: 240, columnShown: true })),
    target: defaulting(json(resolutionTargetSchema, { label: 'Values', readOnly: true }), {}),
    decidedBy: optional(text({ label: 'Decided by', max: 200, readOnly: true, columnWidth: 130 })),
    decidedAt: optional(timestamp({ label: 'Decided', readOnly: true, columnWidth: 150 })),
    /** When it was written to the record; null: not yet, or there is nothing to write. */
    appliedAt: optional(timestamp({ label: 'Written', readOnly: true, columnWidth: 150 })),
    /** Why it cannot be written as the record stands: the discrepancy is still open. Null: it can, or nothing is written. */
    refusal: optional(multiline({ label: 'Refused', max: 4000, readOnly: true, columnWidth: 240 })),
    outcome: optional(multiline({ label: 'Outcome', max: 1000, readOnly: true, columnWidth: 240 })),
    /** What the discrepancy was, for the next audit: the device (for something unknown the rack), its name, and the sentence. */
    aboutId: optional(text({ label: 'About', max: 64, readOnly: true })),
    name: optional(text({ label: 'Name', max: 4000, readOnly: true, columnWidth: 160 })),
    message: optional(multiline({ label: 'What was found', max: 10_000, readOnly: true, columnWidth: 300 })),
  },
});

export type AuditResolution = RowOf<typeof auditResolution>;
