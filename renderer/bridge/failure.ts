import { ORPCError } from '@orpc/client';
import { FailureError, failureSchema, type Failure } from '../../shared/contract/failure.ts';

const LOST: Failure = {
  code: 'E_UNAVAILABLE',
  message: 'The engine stopped before it answered. What was saved is kept; look at the list to see whether this was.',
  details: { connectionLost: true },
};

/** The port died under a call: a query may be asked again, a command must not be. */
export function connectionLost(): FailureError {
  return new FailureError(LOST);
}

export function isConnectionLost(error: unknown): boolean {
  return error instanceof FailureError && error.failure.details?.['connectionLost'] === true;
}

export function isCancelled(error: unknown): boolean {
  return error instanceof FailureError && error.failure.code === 'E_CANCELLED';
}

/** Whatever was thrown on the way, as the one failure shape. An aborted call is E_CANCELLED, whoever noticed first. */
export function failureFrom(error: unknown, signal?: AbortSignal): Failure {
  if (error instanceof FailureError) return error.failure;
  if (signal?.aborted) return { code: 'E_CANCELLED', message: 'This was cancelled; nothing was written.' };
  if (error instanceof ORPCError) {
    const sent = failureSchema.safeParse(error.data);
    if (error.code === 'FAILURE' && sent.success) return sent.data;
    return { code: 'E_INTERNAL', message: `The engine refused the call (${error.code}): ${error.message}` };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'E_INTERNAL', message: `Something unexpected happened: ${message}` };
}

export function toFailureError(error: unknown, signal?: AbortSignal): FailureError {
  return error instanceof FailureError ? error : new FailureError(failureFrom(error, signal));
}
