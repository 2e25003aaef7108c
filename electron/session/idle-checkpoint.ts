import { emptyLog, type WriteDatabase } from '../db/connection.ts';

const QUIET_MS = 2000;

/** Empties the write-ahead log shortly after the last commit, so that a bare copy of the file is never far behind. */
export class IdleCheckpoint {
  readonly #database: WriteDatabase;
  readonly #idle: () => Promise<void>;
  #timer: NodeJS.Timeout | null = null;

  constructor(database: WriteDatabase, idle: () => Promise<void>) {
    this.#database = database;
    this.#idle = idle;
  }

  /** Call after each commit. */
  note(): void {
    if (this.#timer) return;
    this.#timer = setTimeout(() => void this.#run(), QUIET_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #run(): Promise<void> {
    await this.#idle();
    if (!this.#timer) return;
    this.#timer = null;
    // Read by another program just now: the next commit asks again, and closing does it anyway.
    emptyLog(this.#database);
  }
}
