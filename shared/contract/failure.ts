import { z } from 'zod';

/** The closed list of codes a command or query may answer with. */
export const FAILURE_CODES = [
  'E_REQUIRED',
  'E_FORMAT',
  'E_READONLY',
  'E_DUPLICATE',
  'E_RESERVED_KEY',
  'E_NOT_FOUND',
  'E_AMBIGUOUS',
  'E_CONFLICT',
  'E_IN_USE',
  'E_CYCLE',
  'E_INCOHERENT',
  'E_CAPACITY',
  'E_PLACEMENT',
  'E_STATE',
  'E_RAID',
  'E_SLOT',
  'E_RU_TAKEN',
  'E_RU_RANGE',
  'E_RU_NOT_ADJACENT',
  'E_PORT_BUSY',
  'E_PORT_TYPE',
  'E_PORT_MISSING',
  'E_ALREADY_CONTAINED',
  'E_RANGE_NONE',
  'E_RANGE_AMBIGUOUS',
  'E_RANGE_FULL',
  'E_EXPR_SYNTAX',
  'E_EXPR_UNAVAILABLE',
  'E_LIMIT_MAX',
  'E_NOTHING_TO_UNDO',
  'E_NOTHING_TO_REDO',
  'E_UNAVAILABLE',
  'E_NO_WORKSPACE',
  'E_WORKSPACE_FORMAT',
  'E_WORKSPACE_NEWER',
  'E_WORKSPACE_BUSY',
  'E_WORKSPACE_READONLY',
  'E_WORKSPACE_CORRUPT',
  'E_WORKSPACE_FULL',
  'E_CANCELLED',
  'E_INTERNAL',
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

export const fieldProblemSchema = z.object({
  path: z.string(),
  message: z.string(),
  value: z.unknown().optional(),
  allowed: z.string().optional(),
});

/** The one shape of every refusal, over IPC, on the command line and in import reports. */
export const failureSchema = z.object({
  code: z.enum(FAILURE_CODES),
  message: z.string(),
  fields: z.array(fieldProblemSchema).optional(),
  details: z.record(z.string(), z.unknown()).optional(),
});

export type Failure = z.output<typeof failureSchema>;

/** A refusal as an exception: thrown by services, turned into a Failure at the edge. */
export class FailureError extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = 'FailureError';
    this.failure = failure;
  }
}

export function fail(code: FailureCode, message: string, more: Omit<Failure, 'code' | 'message'> = {}): never {
  throw new FailureError({ code, message, ...more });
}

/** The refusal for fields that are wrong: the first problem is the message, all are listed. */
export function failFields(problems: readonly z.output<typeof fieldProblemSchema>[]): never {
  const first = problems[0]?.message ?? 'The input is not valid.';
  const more = problems.length > 1 ? ` ${problems.length - 1} more to mend.` : '';
  throw new FailureError({ code: 'E_FORMAT', message: first + more, fields: [...problems] });
}
