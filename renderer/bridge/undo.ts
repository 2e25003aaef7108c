import type { WriteReceipt } from '../../shared/contract/noun.ts';
import { showFailure, showNotice, withdrawSteps } from './notices.ts';
import { client } from './client.ts';
import { failureFrom } from './failure.ts';

async function told(step: () => Promise<WriteReceipt>, action: { label: string; run: () => void }): Promise<void> {
  try {
    const receipt = await step();
    withdrawSteps();
    showNotice({ tone: 'good', text: receipt.label, action, offersStep: true });
  } catch (error) {
    showFailure(failureFrom(error));
  }
}

export function undoLast(): Promise<void> {
  return told(() => client.history.undo(), { label: 'Redo', run: () => void redoLast() });
}

export function redoLast(): Promise<void> {
  return told(() => client.history.redo(), { label: 'Undo', run: () => void undoLast() });
}

/** Undoes exactly this group: linearly while it is the newest, as a revert when others came after it. */
export async function undoGroup(groupId: number): Promise<void> {
  const next = await client.history.next().catch(() => null);
  if (next?.undo?.id === groupId) return undoLast();
  return revertGroup(groupId);
}

export function revertGroup(groupId: number): Promise<void> {
  return told(() => client.history.revert({ id: groupId }), { label: 'Undo', run: () => void undoLast() });
}
