import { setImmediate as nextTurn } from 'node:timers/promises';

/** How long work may keep everything else waiting. */
const TURN_MS = 25;

export interface Turns<Progress> {
  /** Told how far the work is, once a turn. */
  readonly told: (progress: Progress) => void;
  /** Called after each turn; throws where the work is to be left, for instance because it was cancelled. */
  readonly goesOn: () => void;
}

/** Runs work that yields often, in short turns with whatever else waits in between. */
export async function inTurns<Progress, Result>(
  work: Generator<Progress, Result, void>,
  { told, goesOn }: Turns<Progress>,
): Promise<Result> {
  let startedAt = performance.now();
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() - startedAt < TURN_MS) continue;
    told(step.value);
    await nextTurn();
    goesOn();
    startedAt = performance.now();
  }
}
