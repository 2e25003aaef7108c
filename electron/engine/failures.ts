import { mapEventIterator } from '@orpc/client';
import { ORPCError, ValidationError } from '@orpc/contract';
import { FailureError, type Failure } from '../../shared/contract/failure.ts';
import { faultLine } from '../../shared/contract/fault-line.ts';
import { fieldProblems, fieldsFailure, LISTED_AT_MOST } from '../../shared/contract/field-problems.ts';
import { refuseUnreasonableInput } from '../../shared/contract/payload-limits.ts';
import { findNoun } from '../../shared/domain/nouns.ts';
import { storageFailure } from '../db/sqlite-failure.ts';
import type { z } from 'zod';

/** The code under which a Failure travels as the data of an oRPC error. */
export const FAILURE_CODE = 'FAILURE';

/** The one failure shape for whatever a handler threw; what nobody foresaw becomes E_INTERNAL without its text. */
export function failureOf(
  error: unknown,
  path: readonly string[],
  input: unknown,
  log: (line: string) => void,
): Failure {
  if (error instanceof FailureError) return error.failure;
  const stored = storageFailure(error);
  if (stored) return stored.failure;
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === 'BAD_REQUEST')
      return inputFailure(error.cause, path, input);
    if (error.code === FAILURE_CODE) return error.data as Failure;
    if (error.code === 'NOT_FOUND') return { code: 'E_NOT_FOUND', message: `There is no channel "${path.join('.')}".` };
  }
  if (error instanceof Error && error.name === 'AbortError') return { code: 'E_CANCELLED', message: 'Cancelled.' };
  log(`${path.join('.')}: ${faultLine(error)}`);
  return {
    code: 'E_INTERNAL',
    message: 'Something went wrong inside the program; nothing was changed. The log file has the details.',
  };
}

/** A draft or patch that does not fit its noun is told in the noun's own words. */
function inputFailure(error: ValidationError, path: readonly string[], input: unknown): Failure {
  const issues = error.issues as unknown as readonly z.core.$ZodIssue[];
  const definition = findNoun(path[0] ?? '') ?? null;
  const problems = issues.slice(0, LISTED_AT_MOST).flatMap((issue) => {
    const [head, ...rest] = issue.path;
    const inside = head === 'record' || head === 'patch';
    if (!definition || !inside) return fieldProblems(null, [issue], input);
    const part: unknown = typeof input === 'object' && input !== null ? Reflect.get(input, head) : undefined;
    return fieldProblems(definition, [{ ...issue, path: rest }], part);
  });
  return fieldsFailure(problems.slice(0, LISTED_AT_MOST));
}

interface Call {
  readonly path: readonly string[];
  readonly input: unknown;
  readonly next: () => Promise<unknown>;
}

function isStream(output: unknown): output is AsyncIterator<unknown, unknown, void> {
  return typeof output === 'object' && output !== null && Symbol.asyncIterator in output;
}

/** Wraps every call, its input parsing included; a stream fails in the same shape long after the call has answered. */
export function failureInterceptor(log: (line: string) => void): (call: Call) => Promise<unknown> {
  return async ({ path, input, next }) => {
    const told = (error: unknown) => {
      const failure = failureOf(error, path, input, log);
      return new ORPCError(FAILURE_CODE, { status: 400, message: failure.message, data: failure });
    };
    try {
      refuseUnreasonableInput(input);
      const output = await next();
      if (!isStream(output)) return output;
      return mapEventIterator(output, {
        value: (event) => Promise.resolve(event),
        error: (thrown) => Promise.resolve(told(thrown)),
      });
    } catch (error) {
      throw told(error);
    }
  };
}
