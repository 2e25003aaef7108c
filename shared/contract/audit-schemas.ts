import { z } from 'zod';
import { expectedDeviceSchema } from '../domain/audit-rack.ts';
import { resolutionTargetSchema } from '../domain/audit-resolution.ts';
import { auditScopeSchema } from '../domain/audit-scope.ts';
import { carriedSchema } from '../domain/audit-session.ts';
import {
  AUDIT_LEVELS,
  AUDIT_STATUSES,
  DECISIONS,
  DISCREPANCY_KINDS,
  MATCHED_BY,
  OBSERVATION_CLASSES,
  OBSERVATION_KINDS,
  OBSERVATION_SOURCES,
} from '../domain/audit-words.ts';

function oneOf<const Value extends string>(choices: readonly { readonly value: Value }[]) {
  return z.enum(choices.map(({ value }) => value));
}

export const auditLevel = oneOf(AUDIT_LEVELS);
export const auditStatus = oneOf(AUDIT_STATUSES);
export const observationClass = oneOf(OBSERVATION_CLASSES);
export const observationSource = oneOf(OBSERVATION_SOURCES);
export const discrepancyKind = oneOf(DISCREPANCY_KINDS);
export const decision = oneOf(DECISIONS);

/** Where the auditor stands: what the next scan is compared with. */
export const auditPlace = z.object({
  /** Null: no rack yet; scans then only say whether a device is expected at all. */
  rackId: z.string().nullable(),
  /** `rack101`; empty without a rack. */
  name: z.string(),
  /** Its row of this audit; null: the rack is not in the scope. */
  auditRackId: z.string().nullable(),
  /** Half units from the floor. It holds for the next scan only. */
  positionHalfU: z.int().nullable(),
  /** A bay of the chassis `deviceId`, or a slot of that compute. It holds for the next scan only. */
  bay: z.string().nullable(),
  /** `U12`, `bay 3`, `slot DIMM A1`; empty without a position. */
  at: z.string(),
  /** At level serial: the device that part numbers now belong to. */
  deviceId: z.string().nullable(),
  device: z.string().nullable(),
});

export type AuditPlace = z.output<typeof auditPlace>;

/** How far an audit or one rack of it is. expected = seen + unseen + missing. */
export const auditProgress = z.object({
  expected: z.int(),
  /** Expected here and seen anywhere. */
  seen: z.int(),
  /** Of those seen: in another rack, unit or slot than recorded. */
  odd: z.int(),
  unseen: z.int(),
  /** Unseen in a finished rack. */
  missing: z.int(),
  /** Seen here and not expected here: moved in, unknown or out of scope. */
  extra: z.int(),
  /** At level serial; 0 at level presence. */
  partsExpected: z.int(),
  partsSeen: z.int(),
});

export type AuditProgress = z.output<typeof auditProgress>;

const candidate = z.object({
  id: z.string(),
  noun: z.enum(['compute', 'equipment']),
  name: z.string(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
  /** `fra1 / Hall 1 / rack101 / U13`; empty: nowhere. */
  place: z.string(),
  expected: z.boolean(),
});

export const observationSchema = z.object({
  id: z.string(),
  kind: oneOf(OBSERVATION_KINDS),
  raw: z.string(),
  source: observationSource,
  at: z.string(),
  auditor: z.string(),
  class: observationClass.nullable(),
  rackId: z.string().nullable(),
  rack: z.string().nullable(),
  positionHalfU: z.int().nullable(),
  bay: z.string().nullable(),
  objectId: z.string().nullable(),
  /** What the device was called when it was seen. */
  called: z.string().nullable(),
  partId: z.string().nullable(),
  /** At level serial: the device whose parts were being read. */
  inDeviceId: z.string().nullable(),
  matchedBy: oneOf(MATCHED_BY).nullable(),
  candidates: z.array(z.string()),
  /** Where it was recorded when it was seen; for `moved from …`. */
  recordedAt: z.string().nullable(),
});

export type ObservationItem = z.output<typeof observationSchema>;

/** What a scan turned out to be. It is on the disk before this answer leaves the engine. */
export const scanAnswer = z.object({
  observation: observationSchema,
  class: observationClass.nullable(),
  /** One sentence to show and to read aloud: `db-03 moved here from rack102 U7.` */
  message: z.string(),
  device: z.object({ id: z.string(), noun: z.enum(['compute', 'equipment']), name: z.string() }).nullable(),
  /** For class `several`: what `choose` takes. */
  candidates: z.array(candidate),
  place: auditPlace,
  progress: auditProgress,
});

export type ScanAnswer = z.output<typeof scanAnswer>;
export type AuditCandidate = z.output<typeof candidate>;

export const auditSummary = z.object({
  id: z.string(),
  name: z.string(),
  auditor: z.string(),
  level: auditLevel,
  status: auditStatus,
  scope: auditScopeSchema,
  /** `Room Hall 1 of fra1`, `3 racks`, `Query role:db` */
  scopeText: z.string(),
  startedAt: z.string(),
  signedAt: z.string().nullable(),
  signedBy: z.string().nullable(),
  secondPerson: z.string().nullable(),
  notes: z.string().nullable(),
  /** When the newest observation was made; null: none yet. */
  lastObservedAt: z.string().nullable(),
  progress: auditProgress,
  racks: z.int(),
  racksFinished: z.int(),
  /** Discrepancies that earlier audits of these devices carried over. */
  carriedIn: z.int(),
});

/** What became of a discrepancy that was carried over into this audit. */
export const carriedView = carriedSchema.extend({
  /** `again`: found again; `gone`: looked at, and not found any more; `open`: not looked at yet. */
  state: z.enum(['again', 'gone', 'open']),
});

export type CarriedView = z.output<typeof carriedView>;

export type AuditSummary = z.output<typeof auditSummary>;

/** `unseen` becomes `missing` when its rack is finished; `moved` was seen in another rack, `wrong-slot` elsewhere in its own. */
const deviceState = z.enum(['unseen', 'seen', 'moved', 'wrong-slot', 'missing']);

export type AuditDeviceState = z.output<typeof deviceState>;

export const walkRack = z.object({
  /** Of the audited rack; what `rack`, `finish` and `reopen` take. */
  id: z.string(),
  /** Null: the devices of the scope that are in no rack. */
  rackId: z.string().nullable(),
  name: z.string(),
  /** `fra1 / Hall 1 / Row A` */
  path: z.string(),
  progress: auditProgress,
  finished: z.boolean(),
  /** Whether the auditor stands here. */
  current: z.boolean(),
});

export type WalkRack = z.output<typeof walkRack>;

export const rackDevice = expectedDeviceSchema.extend({
  state: deviceState,
  /** The newest time it was seen; null: not yet. */
  seenAt: z.string().nullable(),
  /** Where it was seen, when that is elsewhere: `rack102 U7`. */
  seenPlace: z.string().nullable(),
  partsSeen: z.array(z.string()),
});

export type AuditRackDevice = z.output<typeof rackDevice>;

/** Something seen in a rack that is not expected in it. */
export const rackExtra = z.object({
  observationId: z.string(),
  class: observationClass,
  /** The device's name, or the text that nothing fits. */
  name: z.string(),
  objectId: z.string().nullable(),
  positionHalfU: z.int().nullable(),
  recordedAt: z.string().nullable(),
});

const seenValue = z.object({
  /** Words for people: `rack101 U13`, `SN-9`; empty: nothing. */
  text: z.string(),
  rackId: z.string().nullable().default(null),
  positionHalfU: z.int().nullable().default(null),
  serial: z.string().nullable().default(null),
});

export const discrepancySchema = z.object({
  /** Stays the same however often it is asked for: `moved:<device>`. */
  key: z.string(),
  kind: discrepancyKind,
  /** Whether it is a device that differs, or a part of one. */
  about: z.enum(['device', 'part']),
  /** One sentence: what is recorded and what was seen. */
  message: z.string(),
  objectId: z.string().nullable(),
  noun: z.enum(['compute', 'equipment']).nullable(),
  partId: z.string().nullable(),
  /** The device's name, or the text that nothing fits. */
  name: z.string(),
  /** What `objectId` is called: for a part, the device that it is recorded or was read in. */
  device: z.string().nullable(),
  /** What was recorded when the audit began. */
  expected: seenValue,
  /** What was seen. */
  observed: seenValue,
  /** What is recorded now; null: the record is gone, or there never was one. */
  now: seenValue.nullable(),
  /** Whether the record was changed since the audit began: then both values are to be shown. */
  changedSince: z.boolean(),
  /** The record already says what was seen; nothing is to be decided. */
  agreesNow: z.boolean(),
  observations: z.array(z.string()),
  /** Ids of the records concerned; more than one for a duplicate. */
  objectIds: z.array(z.string()),
  /** Decisions that make sense here, the proposed one first. */
  decisions: z.array(decision),
  /** What `accept` would do in one sentence; null: there is nothing to propose. */
  proposal: z.string().nullable(),
  /** What accepting takes when nothing else is given. */
  target: resolutionTargetSchema,
  /** Names of what `target` refers to, by id. */
  names: z.record(z.string(), z.string()),
  /** Values that `accept` or `create` still needs: `positionHalfU`. */
  needs: z.array(z.string()),
  /** The earlier audit that carried it over, and why; null: none did. */
  carriedFrom: carriedSchema.pick({ session: true, reason: true, decidedBy: true, decidedAt: true }).nullable(),
  resolution: z
    .object({
      decision,
      reason: z.string().nullable(),
      target: resolutionTargetSchema,
      decidedBy: z.string(),
      decidedAt: z.string(),
      appliedAt: z.string().nullable(),
      outcome: z.string().nullable(),
    })
    .nullable(),
  /** A decision that was made and cannot be written as the record stands, and why; the discrepancy is open still. */
  refusal: z.object({ decision, message: z.string() }).nullable(),
});

export type AuditDiscrepancy = z.output<typeof discrepancySchema>;

/** What deciding so would do, tried for real and taken back. */
export const decisionOutcome = z.object({
  discrepancy: z.string(),
  name: z.string(),
  decision,
  /** `Moves db-03 to rack101 U13.`; for one that writes nothing, what it leaves. */
  outcome: z.string(),
  /** Why it cannot be done: the ordinary command's own refusal. Null: it can. */
  problem: z.string().nullable(),
});

export type DecisionOutcome = z.output<typeof decisionOutcome>;
