import { z } from 'zod';
import { resolutionTargetSchema } from '../domain/audit-resolution.ts';
import { auditScopeSchema } from '../domain/audit-scope.ts';
import {
  auditLevel,
  auditPlace,
  auditProgress,
  auditSummary,
  carriedView,
  decision,
  decisionOutcome,
  discrepancyKind,
  discrepancySchema,
  observationClass,
  observationSchema,
  observationSource,
  rackDevice,
  rackExtra,
  scanAnswer,
  walkRack,
} from './audit-schemas.ts';
import { auditReportSchema, tickRack } from './audit-report.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

/** A session by its id or name. */
const session = rowReference;
const inSession = z.strictObject({ session });
const scanned = z.string().max(4000);

const scopePreview = z.object({
  scopeText: z.string(),
  racks: z.int(),
  devices: z.int(),
  /** Devices of the scope in no rack. */
  unplaced: z.int(),
  parts: z.int(),
  neverAudited: z.int(),
  /** Of a pasted list: what no device has, and what several have. */
  unknown: z.array(z.string()),
  ambiguous: z.array(z.string()),
});

export type AuditScopePreview = z.output<typeof scopePreview>;

const decisions = z.strictObject({
  session,
  decisions: z
    .array(
      z.strictObject({
        discrepancy: z.string().min(1).max(500),
        decision,
        reason: z.string().max(2000).optional(),
        target: resolutionTargetSchema.default({}),
      }),
    )
    .min(1)
    .max(10_000),
});

export type DecideInput = z.input<typeof decisions>;

const sign = z.strictObject({
  session,
  /** Who looked over the auditor's shoulder. */
  secondPerson: z.string().trim().min(1).max(200).optional(),
});

/**
 * Audits. A scan is answered when it is on the disk. Decisions only note what is to become of a discrepancy; `apply` (or
 * `sign`, which applies what is left) writes them all to the record as one change. A signed session refuses every command.
 */
export const auditContract = {
  /** What an audit of this scope would expect. */
  previewScope: query
    .input(z.strictObject({ scope: auditScopeSchema, level: auditLevel.default('presence') }))
    .output(scopePreview),
  /** Makes a session and freezes what it expects. */
  start: command
    .input(
      z.strictObject({
        name: z.string().trim().min(1).max(128),
        /** Left out: whoever works here. */
        auditor: z.string().trim().min(1).max(200).optional(),
        level: auditLevel.default('presence'),
        scope: auditScopeSchema,
        notes: z.string().max(20_000).optional(),
      }),
    )
    .output(writeReceipt.extend({ id: z.string(), session: auditSummary })),
  /** Sessions, those not signed first, each kind newest first. */
  sessions: query.output(z.array(auditSummary)),
  session: query.input(inSession).output(auditSummary.extend({ place: auditPlace })),
  pause: command.input(inSession).output(writeReceipt),
  resume: command.input(inSession).output(writeReceipt),

  /**
   * One line of the scan field. A device, a part (level serial), or a place: the label or link of a rack, `U12` for a unit of the
   * current rack, `bay 3` of the chassis read last, or (level serial) `slot DIMM A1` of the compute read last. Several numbers read as one are taken apart where that is without doubt; then `more` holds the others.
   */
  scan: command
    .input(z.strictObject({ session, text: scanned, source: observationSource.default('scanner') }))
    .output(writeReceipt.extend({ ...scanAnswer.shape, more: z.array(scanAnswer) })),
  /** Many lines at once, from a text file or the clipboard; all of them or none. */
  scanMany: command
    .input(
      z.strictObject({
        session,
        text: z.string().max(4_000_000),
        source: observationSource.default('paste'),
      }),
    )
    .output(
      writeReceipt.extend({
        answers: z.array(scanAnswer),
        counts: z.array(z.object({ class: observationClass, count: z.int() })),
      }),
    ),
  /** Says which device an observation was: of several that fit, or of one that nothing fits (then its number changed). */
  choose: command
    .input(z.strictObject({ session, observation: z.string().max(64), device: rowReference }))
    .output(writeReceipt.extend(scanAnswer.shape)),
  /** Takes a mistaken observation out; the change log keeps that it was made. */
  takeBack: command
    .input(z.strictObject({ session, observation: z.string().max(64) }))
    .output(writeReceipt.extend({ place: auditPlace, progress: auditProgress })),
  /** Goes to a rack, or to a unit of it, without scanning its label; null: to no rack. */
  setPlace: command
    .input(
      z.strictObject({
        session,
        rack: rowReference.nullable(),
        positionHalfU: z.int().min(0).max(119).nullable().default(null),
      }),
    )
    .output(writeReceipt.extend({ place: auditPlace })),
  /** Ticks an expected device by hand: seen where it is recorded, or where `rack` and the others say. */
  tick: command
    .input(
      z.strictObject({
        session,
        device: rowReference,
        rack: rowReference.optional(),
        positionHalfU: z.int().min(0).max(119).nullable().optional(),
        bay: z.string().max(100).optional(),
        /** The chassis of the bay; left out: its own. */
        chassis: rowReference.optional(),
        /** At level serial: all its parts were seen too. */
        withParts: z.boolean().default(false),
        source: z.enum(['hand', 'paper']).default('hand'),
      }),
    )
    .output(writeReceipt.extend(scanAnswer.shape)),
  /** Makes the unseen of a rack missing. */
  finishRack: command.input(z.strictObject({ session, rack: z.string().max(400) })).output(
    writeReceipt.extend({
      progress: auditProgress,
      missing: z.array(z.object({ id: z.string(), name: z.string(), at: z.string() })),
      /** The next rack of the walk that is not finished; null: that was the last. */
      next: walkRack.nullable(),
    }),
  ),
  reopenRack: command
    .input(z.strictObject({ session, rack: z.string().max(400) }))
    .output(writeReceipt.extend({ progress: auditProgress })),

  /** The racks in walking order with their progress. */
  walk: query
    .input(inSession)
    .output(z.object({ racks: z.array(walkRack), place: auditPlace, progress: auditProgress })),
  /** One audited rack, by its id or its rack's name: what is expected in it from the floor up, and what else was seen. */
  rack: query
    .input(z.strictObject({ session, rack: z.string().max(400) }))
    .output(walkRack.extend({ devices: z.array(rackDevice), extras: z.array(rackExtra) })),
  /** Observations, newest first. */
  observations: query
    .input(
      z.strictObject({
        session,
        classes: z.array(observationClass).optional(),
        limit: z.int().min(1).max(1000).default(100),
        cursor: z.string().max(64).optional(),
      }),
    )
    .output(z.object({ items: z.array(observationSchema), cursor: z.string().nullable() })),
  /** Lines of a paper round with what its QR code says, in walking order; of some racks, or of all. */
  tickList: query
    .input(z.strictObject({ session, racks: z.array(z.string().max(400)).max(10_000).optional() }))
    .output(z.object({ name: z.string(), scopeText: z.string(), startedAt: z.string(), racks: z.array(tickRack) })),

  discrepancies: query.input(inSession).output(
    z.object({
      discrepancies: z.array(discrepancySchema),
      counts: z.array(z.object({ kind: discrepancyKind, count: z.int(), undecided: z.int() })),
      /** What earlier audits of these devices carried over. */
      carried: z.array(carriedView),
      /** Racks that are not finished: what is unseen there is not counted as missing yet. */
      unfinishedRacks: z.int(),
    }),
  ),
  /** What these decisions would do together; writes nothing. */
  previewDecisions: query.input(decisions).output(z.array(decisionOutcome)),
  /** Notes decisions; those noted before are replaced. Nothing is written to the record yet. */
  decide: command
    .input(decisions)
    .output(writeReceipt.extend({ outcomes: z.array(decisionOutcome), undecided: z.int() })),
  /** Takes decisions back that were not applied yet. */
  undecide: command
    .input(z.strictObject({ session, discrepancies: z.array(z.string().max(500)).min(1).max(10_000) }))
    .output(writeReceipt.extend({ undecided: z.int() })),
  /** What `apply` would write now; writes nothing. */
  previewApply: query.input(inSession).output(z.array(decisionOutcome)),
  /** Writes all decisions to the record by the ordinary commands: one change, all of it or nothing. */
  apply: command.input(inSession).output(writeReceipt.extend({ outcomes: z.array(decisionOutcome) })),

  /** What stands against signing, and what signing would write. */
  previewSign: query.input(inSession).output(
    z.object({
      ready: z.boolean(),
      blockers: z.array(z.string()),
      outcomes: z.array(decisionOutcome),
      /** Devices that become audited. */
      devices: z.int(),
      /** Devices that get a journal entry: those seen, and those that something was decided about. */
      journalled: z.int(),
    }),
  ),
  sign: command.input(sign).output(writeReceipt.extend({ session: auditSummary, head: z.string() })),
  /** Whether the audit stands as it was signed: the change log is whole, leads to `head`, and nothing was written since. */
  verify: query.input(inSession.extend({ head: z.string().trim().max(128).optional() })).output(
    z.object({
      ok: z.boolean(),
      signed: z.boolean(),
      /** Hash of the last entry of the sign-off; of the newest entry while it is not signed. */
      head: z.string(),
      checked: z.int(),
      /** What is wrong, a sentence each; empty: nothing. */
      problems: z.array(z.string()),
    }),
  ),
  report: query.input(inSession).output(auditReportSchema),
  /** The report as a file. */
  reportText: query
    .input(inSession.extend({ format: z.enum(['markdown', 'csv']) }))
    .output(z.object({ fileName: z.string(), text: z.string() })),
};
