import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command } from './base.ts';

const counts = z.object({ created: z.int(), updated: z.int(), unchanged: z.int() });

export const netBoxDataReport = z.object({
  byNoun: z.record(z.string(), counts),
  /** What was renamed, left out or left without a place, each with the reason; an overlap names the occupant. */
  findings: z.array(z.object({ noun: z.string(), name: z.string(), message: z.string() })),
  /** Kinds of rows of the file that Rackwright has no place for. */
  notImported: z.array(z.object({ model: z.string(), rows: z.int() })),
  /** Null for a dry run, and where nothing had to change. */
  groupId: z.int().nullable(),
});

export type NetBoxDataReport = z.output<typeof netBoxDataReport>;

export const netBoxDataEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), phase: z.enum(['reading', 'writing']), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('report'), report: netBoxDataReport }),
]);

export type NetBoxDataEvent = z.output<typeof netBoxDataEvent>;

/** What to do with a name that is taken: a second one gets a number, the present one is kept, or takes the file's fields. */
export const CLASHES = ['suffix', 'skip', 'update'] as const;

export type Clash = (typeof CLASHES)[number];

export const netBoxDataContract = {
  /**
   * Reads a NetBox data set (its JSON dump): sites, racks, reservations, device types, devices, ports and cables, as one
   * change. Aborting the stream cancels and leaves nothing written.
   */
  netboxData: command
    .input(
      z.strictObject({
        path: z.string().min(1).max(4096),
        dryRun: z.boolean().default(false),
        clash: z.enum(CLASHES).default('suffix'),
      }),
    )
    .output(eventIterator(netBoxDataEvent)),
};
