import type { ScrubReport } from '../../../shared/contract/damage.ts';
import { FailureError, type Failure } from '../../../shared/contract/failure.ts';
import { AUTOMATIC } from '../../db/backup/retention.ts';
import { storageFailure } from '../../db/sqlite-failure.ts';
import type { Upkeep } from '../../session/upkeep.ts';
import type { TaskRunner } from './task-runner.ts';

export interface UpkeepOptions {
  readonly file: string;
  readonly folder: string;
  /** false: nothing is backed up, and the comparison is made only when it is asked for. */
  readonly writable: boolean;
  readonly runner: TaskRunner;
  /** Told when the comparison with the history has ended. */
  readonly scrubbed: (report: ScrubReport) => void;
  /** One line for the log file, without data. */
  readonly log: (line: string) => void;
}

/** A change is in a backup five minutes later at the latest; writing one takes its time too. */
const BACKUP_AFTER_MS = 4 * 60_000;
/** The window is drawn first. */
const FIRST_SCRUB_AFTER_MS = 3000;
const SCRUB_EVERY_MS = 24 * 3_600_000;
/** After work that it gave way to. */
const SCRUB_AGAIN_AFTER_MS = 60_000;

/** Backs up an open workspace some minutes after each change, and compares it with its history once a day. */
export class WorkspaceUpkeep implements Upkeep {
  readonly #options: UpkeepOptions;
  #backupTimer: NodeJS.Timeout | null = null;
  #scrubTimer: NodeJS.Timeout | null = null;
  #closed = false;
  /** Whether there may be a change that no backup has. */
  #owing: boolean;
  /** Why the last backup could not be written; null when it could. */
  #backupFailure: Failure | null = null;

  constructor(options: UpkeepOptions) {
    this.#options = options;
    this.#owing = options.writable;
    if (!options.writable) return;
    this.#scrubLater(FIRST_SCRUB_AFTER_MS);
    // What was written just before a crash is owed a backup too.
    this.changed();
  }

  get backupFailure(): Failure | null {
    return this.#backupFailure;
  }

  changed(): void {
    this.#owing = true;
    if (this.#backupTimer || this.#closed) return;
    this.#backupTimer = setTimeout(() => void this.#backUpQuietly(AUTOMATIC), BACKUP_AFTER_MS);
    this.#backupTimer.unref();
  }

  async beforeImport(): Promise<void> {
    await withReason(this.backUp('before import'));
  }

  /** Makes sure that there is a backup of the workspace as it is. */
  async backUp(reason: string): Promise<{ file: string; made: boolean }> {
    this.#stopTimer();
    const { file, folder, runner, log } = this.#options;
    this.#owing = false;
    try {
      const backup = await runner.run('backup', { file, folder, reason });
      this.#backupFailure = null;
      if (backup.made) log(`backup written (${reason})`);
      return backup;
    } catch (error) {
      this.#owing = true;
      this.#backupFailure = storageFailure(error)?.failure ?? null;
      log(`backup failed (${reason}): ${this.#backupFailure?.code ?? 'unknown error'}`);
      throw storageFailure(error) ?? error;
    }
  }

  async scrub(): Promise<ScrubReport | null> {
    const { file, runner, scrubbed, log } = this.#options;
    const report = await runner.run('scrub', { file });
    if (!report || this.#closed) return report;
    // A copy of it would take the place of a good one.
    if (!report.sound) this.#owing = false;
    log(`scrub: ${report.changes} changes and ${report.rows} rows compared, ${report.damageCount} damaged`);
    scrubbed(report);
    return report;
  }

  giveWay(): void {
    void this.#options.runner.stop('scrub');
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#stopTimer();
    if (this.#scrubTimer) clearTimeout(this.#scrubTimer);
    await this.#options.runner.stop();
    if (this.#owing) await this.#backUpQuietly(AUTOMATIC);
  }

  async #backUpQuietly(reason: string): Promise<void> {
    try {
      await this.backUp(reason);
    } catch {
      // It is in the log file and on the page of backups, and is tried again.
      this.changed();
    }
  }

  #scrubLater(delay: number): void {
    if (this.#scrubTimer) clearTimeout(this.#scrubTimer);
    if (this.#closed) return;
    this.#scrubTimer = setTimeout(() => void this.#scrubQuietly(), delay);
    this.#scrubTimer.unref();
  }

  async #scrubQuietly(): Promise<void> {
    this.#scrubLater(SCRUB_EVERY_MS);
    try {
      if (!(await this.scrub())) this.#scrubLater(SCRUB_AGAIN_AFTER_MS);
    } catch {
      this.#options.log('scrub ended early');
    }
  }

  #stopTimer(): void {
    if (this.#backupTimer) clearTimeout(this.#backupTimer);
    this.#backupTimer = null;
  }
}

/** A backup that an import waits for; its failure says that nothing was imported. */
export async function withReason<Result>(backup: Promise<Result>): Promise<Result> {
  try {
    return await backup;
  } catch (error) {
    const failure = storageFailure(error)?.failure;
    if (!failure) throw error;
    const message = `Nothing was imported, because there is no backup to go back to. ${failure.message}`;
    throw new FailureError({ ...failure, message });
  }
}
