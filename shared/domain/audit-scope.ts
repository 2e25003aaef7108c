import { z } from 'zod';

const reference = z.string().trim().min(1).max(400);

/** What an audit is about: places with all that is recorded there, what a query finds, or a pasted list. */
export const auditScopeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('site'), site: reference }),
  z.strictObject({ kind: z.literal('room'), room: reference }),
  z.strictObject({ kind: z.literal('row'), row: reference }),
  z.strictObject({ kind: z.literal('racks'), racks: z.array(reference).min(1).max(10_000) }),
  /** An expression of the query language over computes and equipment; empty: all that is recorded. */
  z.strictObject({ kind: z.literal('query'), query: z.string().max(2000) }),
  /** Names, serial numbers or asset tags, one a line. */
  z.strictObject({ kind: z.literal('list'), texts: z.array(reference).min(1).max(200_000) }),
]);

export type AuditScope = z.output<typeof auditScopeSchema>;
