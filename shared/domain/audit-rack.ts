import { z } from 'zod';
import { defaulting, integer, json, multiline, optional, reference, text } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

const expectedPartSchema = z.strictObject({
  id: z.string(),
  component: z.string(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
  slot: z.string().nullable(),
  /** Absent in lists that were frozen before audits told parts by their component. */
  componentId: z.string().optional(),
});

/** A unit that is recorded without a number, so that nothing read can be told to be it. */
const unnumberedUnitSchema = z.strictObject({ componentId: z.string(), slot: z.string().nullable() });

/** What was recorded of a device when the audit began. */
export const expectedDeviceSchema = z.strictObject({
  id: z.string(),
  noun: z.enum(['compute', 'equipment']),
  name: z.string(),
  deviceType: z.string().nullable(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
  /** Twelve lower-case hexadecimal digits each. */
  macs: z.array(z.string()),
  /** Half units from the rack floor; null: on a side, in a bay, or in no rack. */
  positionHalfU: z.int().nullable(),
  heightHalfU: z.int(),
  face: z.enum(['front', 'rear', 'both']),
  /** The chassis or shelf that holds it, if one does. */
  parentId: z.string().nullable(),
  bay: z.string().nullable(),
  /** `U12`, `left side`, `bay 3 of chassis-1`; empty: nowhere. */
  at: z.string(),
  /** At level serial: what is fitted and has a number. */
  parts: z.array(expectedPartSchema),
  /** At level serial: what is fitted and has none. */
  unnumbered: z.array(unnumberedUnitSchema).optional(),
});

export type ExpectedDevice = z.output<typeof expectedDeviceSchema>;
export type ExpectedPart = z.output<typeof expectedPartSchema>;

/** One rack of an audit with what was recorded in it. Written once, when the audit begins. */
export const auditRack = defineNoun({
  noun: 'auditRack',
  label: 'Audited rack',
  plural: 'Audited racks',
  help: 'A rack of an audit with the list of what is expected in it.',
  table: 'audit_rack',
  nameOf: (record) => (typeof record['name'] === 'string' ? record['name'] : null),
  naturalKey: ['sessionId', 'ordinal'],
  fields: {
    sessionId: reference('auditSession', { label: 'Audit session', onDelete: 'owned', columnWidth: 200 }),
    ordinal: integer({ label: 'Place in the walk', unit: 'count', readOnly: true, columnWidth: 90, columnShown: true }),
    rackId: optional(text({ label: 'Rack', max: 64, readOnly: true, help: 'Empty: devices in no rack' })),
    name: text({ label: 'Name', max: 200, readOnly: true, columnWidth: 140, columnShown: true }),
    path: defaulting(multiline({ label: 'Place', max: 1000, readOnly: true, columnWidth: 240 }), ''),
    expected: defaulting(json(z.array(expectedDeviceSchema), { label: 'Expected', readOnly: true }), []),
  },
});

export type AuditRack = RowOf<typeof auditRack>;
