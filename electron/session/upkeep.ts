import type { ScrubReport } from '../../shared/contract/damage.ts';

/** What keeps an open workspace safe beside the work on it: backups, and the comparison with its history. */
export interface Upkeep {
  /** Told of every commit. */
  changed(): void;
  /** Resolves when there is a backup of the workspace as it is; fails where none can be written. */
  beforeImport(): Promise<void>;
  /** The same, asked for by a person. */
  backUp(reason: string): Promise<{ readonly file: string; readonly made: boolean }>;
  /** Compares the workspace with its history; null when it was ended early. */
  scrub(): Promise<ScrubReport | null>;
  /** Ends a comparison under way, which begins again later: while it reads, the write-ahead log cannot be emptied. */
  giveWay(): void;
  /** Writes the backup that is still owed, and ends what runs. Called when no more commands come, before the file is closed. */
  close(): Promise<void>;
}
