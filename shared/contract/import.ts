import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { command } from './base.ts';

const counts = z.object({ created: z.int(), updated: z.int(), unchanged: z.int() });

export const importReport = z.object({
  /** `picture` only where there were pictures. */
  byNoun: z.record(z.string(), counts),
  refused: z.array(z.object({ file: z.string(), line: z.int().nullable(), reason: z.string() })),
  /** Files that are of another kind. */
  ignored: z.int(),
  /** The same natural key in several files: the last path in byte order was taken. */
  repeated: z.array(z.object({ key: z.string(), files: z.array(z.string()), taken: z.string() })),
  /** Null for a dry run, and where nothing was written. */
  groupId: z.int().nullable(),
});

export type ImportReport = z.output<typeof importReport>;

export const importEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), phase: z.enum(['reading', 'writing']), done: z.int(), total: z.int() }),
  z.object({ kind: z.literal('report'), report: importReport }),
]);

export type ImportEvent = z.output<typeof importEvent>;

export const importContract = {
  /** Reads NetBox device types, module types and pictures of device types (`slug.front.png`); aborting the stream cancels and leaves nothing written. */
  deviceTypes: command
    .input(
      z.strictObject({
        paths: z.array(z.string().min(1).max(4096)).min(1).max(100_000),
        dryRun: z.boolean().default(false),
        /** all: one refused file refuses the import; good: the other files are taken. */
        accept: z.enum(['all', 'good']).default('good'),
      }),
    )
    .output(eventIterator(importEvent)),
};
