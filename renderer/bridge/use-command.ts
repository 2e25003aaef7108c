import { useCallback, useState } from 'react';
import type { Failure } from '../../shared/contract/failure.ts';
import type { WriteReceipt } from '../../shared/contract/noun.ts';
import { showFailure, showNotice } from './notices.ts';
import { failureFrom, isCancelled } from './failure.ts';
import { undoGroup } from './undo.ts';

export interface Command<Input, Output> {
  /** Null when it failed; the failure is then in `failure` or in a toast. */
  run(input: Input): Promise<Output | null>;
  readonly failure: Failure | null;
  readonly pending: boolean;
  clear(): void;
}

export function announceSaved(receipt: WriteReceipt): void {
  const { groupId, label } = receipt;
  if (groupId === null) showNotice({ tone: 'neutral', text: `Nothing had to change: ${label}` });
  else
    showNotice({
      tone: 'good',
      text: `Saved: ${label}`,
      action: { label: 'Undo', run: () => void undoGroup(groupId) },
      offersStep: true,
    });
}

/**
 * A write: says Saved with Undo when it is durable. With `failures: 'inline'` the caller shows `failure` beside the
 * fields; otherwise it becomes a toast.
 */
export function useCommand<Input, Output extends WriteReceipt>(
  call: (input: Input) => Promise<Output>,
  options: { failures?: 'inline' | 'toast' } = {},
): Command<Input, Output> {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, setPending] = useState(false);
  const inline = options.failures === 'inline';
  const run = async (input: Input) => {
    setPending(true);
    setFailure(null);
    try {
      const receipt = await call(input);
      announceSaved(receipt);
      return receipt;
    } catch (error) {
      if (inline) setFailure(failureFrom(error));
      else if (!isCancelled(error)) showFailure(failureFrom(error));
      return null;
    } finally {
      setPending(false);
    }
  };
  const clear = useCallback(() => setFailure(null), []);
  return { run, failure, pending, clear };
}
