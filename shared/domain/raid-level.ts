import type { Reading } from './units.ts';

export const RAID_LEVELS = [
  { value: 'raid0', label: 'RAID 0' },
  { value: 'raid1', label: 'RAID 1' },
  { value: 'raid5', label: 'RAID 5' },
  { value: 'raid6', label: 'RAID 6' },
  { value: 'raid10', label: 'RAID 10' },
  { value: 'jbod', label: 'JBOD' },
] as const;

/** The one stored form of a RAID level. A disk outside any array stores null. */
export type RaidLevel = (typeof RAID_LEVELS)[number]['value'];

/** What builds the array; it decides the rules of mixed sizes in level 0 and of few or odd disks in level 10. */
export const RAID_IMPLEMENTATIONS = [
  { value: 'controller', label: 'Hardware controller' },
  { value: 'md', label: 'Linux md' },
  { value: 'zfs', label: 'ZFS' },
] as const;

export type RaidImplementation = (typeof RAID_IMPLEMENTATIONS)[number]['value'];

const LABELS: ReadonlyMap<string, string> = new Map(RAID_LEVELS.map(({ value, label }) => [value, label]));

const NO_ARRAY = new Set(['', 'none']);
const NUMBERED = /^(?:raid[ _-]?)?(?<number>\d+|1\+0)$/;
const ALLOWED = '0, 1, 5, 6 or 10 (also written RAID 5 or raid5), JBOD, or none';

/** True for the stored form; everything else goes through `readRaidLevel`. */
export function isRaidLevel(value: unknown): value is RaidLevel {
  return typeof value === 'string' && LABELS.has(value);
}

/** `raid5` → `RAID 5`. */
export function raidLevelLabel(level: RaidLevel): string {
  return LABELS.get(level) ?? level;
}

/**
 * Reads a level as people, controllers and the reference program write it: 5, `5`, `raid5`, `RAID 5`, `Raid-10`, `1+0`,
 * `JBOD`. Absent, empty and `none` are null: the disk is in no array. Anything else is refused, never guessed.
 */
export function readRaidLevel(value: string | number | null | undefined): Reading<RaidLevel | null> {
  const written = String(value ?? '').trim();
  const short = written.toLowerCase();
  if (NO_ARRAY.has(short)) return { ok: true, value: null };
  const number = NUMBERED.exec(short)?.groups?.['number'];
  const level = number ? `raid${number.replace('+', '')}` : short;
  if (isRaidLevel(level)) return { ok: true, value: level };
  return { ok: false, message: `RAID level '${written}' is not known; allowed is ${ALLOWED}.`, allowed: ALLOWED };
}

/** For schemas: a level in any of its spellings as stored; what is no level stays as it is, to be refused by name. */
export function raidLevelOrAsGiven(value: unknown): unknown {
  if (typeof value !== 'string' && typeof value !== 'number') return value;
  const level = readRaidLevel(value);
  return level.ok ? level.value : value;
}
