import { emptyLog, logBytes, type WriteDatabase } from '../db/connection.ts';
import type { Writer } from '../db/writer.ts';

const QUIET_MS = 2000;
/** While commits keep coming, as in an audit, each would wait for it: so often it is put off, and no more. */
const PUT_OFF_AT_MOST = 14;
/** A log larger than this is emptied all the same: what reads the workspace looks through it. */
const LARGE_LOG_BYTES = 16 * 1024 * 1024;

/**
 * Empties the write-ahead log shortly after the last commit, at the latest half a minute after the first, so that a bare copy of
 * the file is never far behind.
 */
export class IdleCheckpoint {
  readonly #database: WriteDatabase;
  readonly #writer: Pick<Writer, 'idle' | 'noteDiskError'>;
  #timer: NodeJS.Timeout | null = null;
  #hasMore = false;
  #putOff = 0;

  constructor(database: WriteDatabase, writer: Pick<Writer, 'idle' | 'noteDiskError'>) {
    this.#database = database;
    this.#writer = writer;
  }

  /** Call after each commit. */
  note(): void {
    this.#hasMore = this.#timer !== null;
    if (!this.#timer) this.#wait();
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #wait(): void {
    this.#timer = setTimeout(() => void this.#run(), QUIET_MS);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    if (this.#hasMore && this.#putOff < PUT_OFF_AT_MOST && logBytes(this.#database) < LARGE_LOG_BYTES) {
      this.#hasMore = false;
      this.#putOff += 1;
      this.#wait();
      return;
    }
    await this.#writer.idle();
    if (!this.#timer) return;
    this.#timer = null;
    this.#putOff = 0;
    try {
      // Read from just now, by a backup or another program: asked again.
      if (!emptyLog(this.#database)) this.note();
    } catch (error) {
      // Everything acknowledged is safe in the log; what the disk does from here on is not known.
      this.#writer.noteDiskError(error);
    }
  }
}
