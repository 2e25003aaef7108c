/** What pruning needs to know of a backup. */
export interface Dated {
  /** Counts up with every backup, whatever the clock says. */
  readonly ordinal: number;
  /** ISO 8601, UTC, by the clock of that moment. */
  readonly at: string;
  readonly reason: string;
  /** Whether it was whole when it was last looked at. */
  readonly sound: boolean;
}

export const HOURS_KEPT = 24;
export const DAYS_KEPT = 14;
export const WEEKS_KEPT = 8;
/** Copies made before something large; the way back must outlast the next automatic backup. */
export const SAFETY_COPIES_KEPT = 10;

export const AUTOMATIC = 'automatic';

const DAY_MS = 86_400_000;
/** 1970-01-01 was a Thursday; weeks begin on Monday. */
const THURSDAY = 3;

function weekOf(at: string): string {
  return String(Math.floor((Date.parse(at) / DAY_MS + THURSDAY) / 7));
}

/**
 * The backups that may be removed: all but the newest of each of the 24 latest hours, 14 latest days and 8 latest weeks
 * that have one, and the 10 latest safety copies. Hours are counted, not measured from now, and what is later is known by
 * the ordinal: a clock that jumps cannot make old backups fall due together. The newest sound one always stays, and so
 * do damaged ones: they take no sound one's place, and something may still be salvaged from them.
 */
export function surplusBackups<Backup extends Dated>(backups: readonly Backup[]): Backup[] {
  const sound = backups.filter((backup) => backup.sound).toSorted((left, right) => right.ordinal - left.ordinal);
  const kept = new Set<Backup>([
    ...newestOfEach(sound, HOURS_KEPT, ({ at }) => at.slice(0, 13)),
    ...newestOfEach(sound, DAYS_KEPT, ({ at }) => at.slice(0, 10)),
    ...newestOfEach(sound, WEEKS_KEPT, ({ at }) => weekOf(at)),
    ...sound.filter(({ reason }) => reason !== AUTOMATIC).slice(0, SAFETY_COPIES_KEPT),
  ]);
  return sound.filter((backup) => !kept.has(backup));
}

function newestOfEach<Backup>(
  newestFirst: readonly Backup[],
  most: number,
  period: (backup: Backup) => string,
): Backup[] {
  const byPeriod = new Map<string, Backup>();
  for (const backup of newestFirst) {
    const key = period(backup);
    if (!byPeriod.has(key) && byPeriod.size < most) byPeriod.set(key, backup);
  }
  return [...byPeriod.values()];
}
