import { fail } from '../../../shared/contract/failure.ts';
import type { Turns } from '../../planner/turns.ts';
import type { Session } from '../../session/session.ts';
import { inTurns } from '../../session/turns.ts';
import { isPlanned } from './planner-feed.ts';

/** Whoever asked for work that goes on for a while: is told how far it is, and may cancel. */
export interface Follower<Progress> {
  readonly told: (progress: Progress) => void;
  readonly signal: AbortSignal | undefined;
}

/**
 * Runs planning in turns on the fleet of one moment: what is committed meanwhile does not show in its result, which then is
 * outdated (ADR 0012). `work` may look at nothing that is kept current.
 */
export async function onOneMoment<Progress, Result>(
  session: Session,
  work: Turns<Progress, Result>,
  { told, signal }: Follower<Progress>,
): Promise<{ readonly result: Result; readonly outdated: boolean }> {
  let outdated = false;
  const unsubscribe = session.subscribe(({ nouns }) => {
    outdated ||= nouns.some((noun) => noun === 'service' || isPlanned(noun));
  });
  const goesOn = () => {
    if (signal?.aborted) fail('E_CANCELLED', 'The planning was cancelled; nothing was booked.');
    session.requireOpen();
  };
  try {
    const result = await inTurns(work, { told, goesOn });
    return { result, outdated };
  } finally {
    unsubscribe();
  }
}
