import type { RaidLevel } from '../domain/raid-level.ts';
import type { RaidState } from './raid-model.ts';

function times(count: number): string {
  return count === 1 ? 'One more disk may fail' : `${count} more disks may fail`;
}

/**
 * What the next failure of a member would do, as a sentence for people.
 * @param certain failures that the group survives from now on, whichever disks they hit; below zero for none.
 * @param atBest failures that it survives if they fall well.
 */
export function anotherFailure(level: RaidLevel, state: RaidState, certain: number, atBest: number): string {
  if (state === 'unfinished') return 'The group holds no data until it is finished.';
  if (state === 'failed') return 'The data are lost already.';
  if (level === 'jbod') return 'A failure loses the data of that disk only.';
  if (certain >= 1) {
    const luck = atBest > certain ? ` (up to ${atBest} if each hits another mirror)` : '';
    return `${times(certain)} without loss of data${luck}; the group would run degraded.`;
  }
  if (atBest >= 1) return 'Another failure loses all data if it hits the partner of a lost disk, and none otherwise.';
  return 'Another failure loses all data of the group.';
}
