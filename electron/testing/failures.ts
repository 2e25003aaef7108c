import { ORPCError } from '@orpc/contract';
import { FailureError, failureSchema, type Failure } from '../../shared/contract/failure.ts';

/** The failure of an error in any of the forms it travels in. Anything else is no refusal but a fault. */
export function failureIn(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  if (error instanceof ORPCError) return failureSchema.parse(error.data);
  throw error;
}

/** The failure that `action` refuses with. */
export function failureOf(action: () => unknown): Failure {
  try {
    action();
  } catch (error) {
    return failureIn(error);
  }
  throw new Error('It was not refused.');
}

/** The failure that a command refuses with. */
export async function refusalOf(answer: Promise<unknown>): Promise<Failure> {
  try {
    await answer;
  } catch (error) {
    return failureIn(error);
  }
  throw new Error('It was not refused.');
}
