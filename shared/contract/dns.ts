import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

export const dnsFinding = z.object({
  code: z.enum([
    'CNAME_AND_OTHER',
    'DANGLING_TARGET',
    'DANGLING_ADDRESS',
    'PTR_MISSING',
    'PTR_WRONG',
    'VALUE_MISMATCH',
    'NO_NAME_SERVER',
  ]),
  message: z.string(),
  recordId: z.string(),
  zone: z.string(),
  name: z.string(),
});

export type DnsFinding = z.output<typeof dnsFinding>;

export const zoneProblem = z.object({ line: z.int(), message: z.string() });

/** A record that an import makes, changes or removes; those that stay as they are are only counted. */
export const zoneChange = z.object({
  outcome: z.enum(['created', 'updated', 'removed']),
  /** Of the file; null for what is removed because the file lacks it. */
  line: z.int().nullable(),
  name: z.string(),
  type: z.string(),
  value: z.string(),
  ttlSeconds: z.int(),
  /** What of a present record changes, `TTL 300 → 3600`; empty for the others. */
  changes: z.array(z.string()),
});

export type ZoneChange = z.output<typeof zoneChange>;

/** So many changes of an import are told one by one. */
export const ZONE_CHANGES_SHOWN = 500;

export const zoneReport = z.object({
  zone: z.string(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Records of the zone that the file lacks; only with `replace`. */
  removed: z.int(),
  /** The first of them, in the order of the file. */
  shown: z.array(zoneChange),
  problems: z.array(zoneProblem),
  /** Null for a dry run, and where nothing was written. */
  groupId: z.int().nullable(),
});

export type ZoneReport = z.output<typeof zoneReport>;

export const zoneEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('report'), report: zoneReport }),
]);

export type ZoneEvent = z.output<typeof zoneEvent>;

const zoneName = z.string().trim().min(1).max(1100);

export const zoneImportInput = z.strictObject({
  /** A zone file on this computer, or its text. */
  path: z.string().min(1).max(4096).optional(),
  text: z.string().max(50_000_000).optional(),
  /** Where the file does not say it: with a path, its name is taken. */
  zone: zoneName.optional(),
  /** Records of the zone that the file lacks are removed. */
  replace: z.boolean().default(false),
  /** A and AAAA records are linked to addresses of the default VRF that are on record. */
  link: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

export type ZoneImportInput = z.output<typeof zoneImportInput>;

export const dnsContract = {
  zones: query.output(z.array(z.object({ zone: z.string(), records: z.int() }))),
  /**
   * Records what a name says: the one value it has is replaced. A further value is added only when asked for; of several
   * the old one must be named.
   */
  upsert: command
    .input(
      z.strictObject({
        name: z.string().max(1100),
        type: z.string().max(16),
        zone: zoneName.optional(),
        value: z.string().max(70_000).optional(),
        /** Which of several values is replaced. */
        oldValue: z.string().max(70_000).optional(),
        /** Adds the value beside those that are there. */
        further: z.boolean().default(false),
        ttlSeconds: z.int().min(0).max(2_147_483_647).optional(),
        address: rowReference.nullable().optional(),
        notes: z.string().max(20_000).nullable().optional(),
      }),
    )
    .output(writeReceipt.extend({ id: z.string(), outcome: z.enum(['created', 'updated', 'unchanged']) })),
  /** Reads a zone file as one undo; a file with any problem is refused, each with its line. */
  importZone: command.input(zoneImportInput).output(eventIterator(zoneEvent)),
  /** The zone as a zone file; the same records give the same bytes. */
  exportZone: query.input(z.strictObject({ zone: zoneName })).output(z.object({ text: z.string(), records: z.int() })),
  /** What contradicts itself in a zone, or in all. */
  check: query.input(z.strictObject({ zone: zoneName.optional() }).default({})).output(z.array(dnsFinding)),
};
