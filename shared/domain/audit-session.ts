import { z } from 'zod';
import { auditScopeSchema } from './audit-scope.ts';
import { AUDIT_LEVELS, AUDIT_STATUSES, DISCREPANCY_KINDS } from './audit-words.ts';
import { choice, defaulting, integer, json, multiline, optional, text, timestamp } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

/** A discrepancy that an earlier audit of the same devices carried over. */
export const carriedSchema = z.strictObject({
  /** Id of the decision. */
  resolution: z.string(),
  discrepancy: z.string(),
  kind: z.enum(DISCREPANCY_KINDS.map(({ value }) => value)),
  /** The device, or for something unknown the rack. */
  aboutId: z.string(),
  name: z.string(),
  message: z.string(),
  reason: z.string(),
  /** Name of the audit that carried it over. */
  session: z.string(),
  decidedBy: z.string(),
  decidedAt: z.string(),
});

export type Carried = z.output<typeof carriedSchema>;

/** One walk through a part of the fleet with the record in hand. What it expects to find is frozen when it is made. */
export const auditSession = defineNoun({
  noun: 'auditSession',
  label: 'Audit session',
  plural: 'Audit sessions',
  help: 'A comparison of what is recorded with what is there.',
  table: 'audit_session',
  names: { family: 'auditSession' },
  naturalKey: ['name'],
  fields: {
    name: text({ label: 'Name', max: 128, columnWidth: 220, columnShown: true, searched: true }),
    auditor: optional(
      text({ label: 'Auditor', max: 200, help: 'Empty: you', columnWidth: 140, columnShown: true, completed: true }),
    ),
    level: defaulting(choice(AUDIT_LEVELS, { label: 'Level', columnWidth: 120, columnShown: true }), 'presence'),
    scope: defaulting(json(auditScopeSchema, { label: 'Scope' }), { kind: 'query', query: '' }),
    status: defaulting(
      choice(AUDIT_STATUSES, { label: 'Status', readOnly: true, columnWidth: 100, columnShown: true }),
      'open',
    ),
    startedAt: optional(timestamp({ label: 'Started', readOnly: true, columnWidth: 150, columnShown: true })),
    expectedDevices: defaulting(
      integer({ label: 'Expected devices', unit: 'count', readOnly: true, columnWidth: 110, columnShown: true }),
      0,
    ),
    signedAt: optional(timestamp({ label: 'Signed', readOnly: true, columnWidth: 150, columnShown: true })),
    signedBy: optional(text({ label: 'Signed by', max: 200, readOnly: true, columnWidth: 140 })),
    secondPerson: optional(text({ label: 'Second person', max: 200, readOnly: true, columnWidth: 140 })),
    notes: optional(multiline({ label: 'Notes' })),
    /** Written once, when the audit begins. */
    carried: defaulting(json(z.array(carriedSchema), { label: 'Carried over into it', readOnly: true }), []),
  },
});

export type AuditSession = RowOf<typeof auditSession>;
