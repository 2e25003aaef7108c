import { emptyLog, type WriteDatabase } from '../db/connection.ts';
import type { Writer } from '../db/writer.ts';

const QUIET_MS = 2000;

/** Empties the write-ahead log shortly after the last commit, so that a bare copy of the file is never far behind. */
export class IdleCheckpoint {
  readonly #database: WriteDatabase;
  readonly #writer: Pick<Writer, 'idle' | 'noteDiskError'>;
  #timer: NodeJS.Timeout | null = null;

  constructor(database: WriteDatabase, writer: Pick<Writer, 'idle' | 'noteDiskError'>) {
    this.#database = database;
    this.#writer = writer;
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
    await this.#writer.idle();
    if (!this.#timer) return;
    this.#timer = null;
    try {
      // Read from just now, by a backup or another program: asked again.
      if (!emptyLog(this.#database)) this.note();
    } catch (error) {
      // Everything acknowledged is safe in the log; what the disk does from here on is not known.
      this.#writer.noteDiskError(error);
    }
  }
}
