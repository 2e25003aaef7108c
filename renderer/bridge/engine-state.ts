import { useSyncExternalStore } from 'react';
import type { EngineState } from '../../shared/contract/shell.ts';
import { connection } from './client.ts';
import { withdrawOffers } from './notices.ts';
import { shell } from './shell.ts';

const BEFORE_MAIN_ANSWERS: EngineState = {
  phase: 'opening',
  file: null,
  mode: null,
  failure: null,
  subject: null,
  generation: 0,
};

let current = BEFORE_MAIN_ANSWERS;
const listeners = new Set<() => void>();

function take(state: EngineState): void {
  if (state.generation < current.generation) return;
  current = state;
  connection.observe(state);
  if (state.phase === 'opening') withdrawOffers();
  for (const listener of listeners) listener();
}

/** Begins to follow the engine; called once, before the first render. */
export async function followEngine(): Promise<void> {
  window.rackwright.onEngineState(take);
  take(await shell('state'));
}

export function useEngineState(): EngineState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
