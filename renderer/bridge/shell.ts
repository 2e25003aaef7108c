import { FailureError } from '../../shared/contract/failure.ts';
import type { ShellCall, ShellInput, ShellOutput } from '../../shared/contract/shell.ts';

/** A call that main answers itself: files, dialogs, preferences. Throws FailureError. */
export async function shell<Call extends ShellCall>(
  call: Call,
  ...input: undefined extends ShellInput<Call> ? [] : [ShellInput<Call>]
): Promise<ShellOutput<Call>> {
  const answer = await window.rackwright.shell(call, input[0] as ShellInput<Call>);
  if (!answer.ok) throw new FailureError(answer.failure);
  return answer.value;
}
