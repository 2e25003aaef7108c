import { emptyLog, logBytes, type WriteDatabase } from '../db/connection.ts';
import type { Writer } from '../db/writer.ts';

const QUIET_MS = 2000;
/** While commits keep coming, as in an audit, each would wait for it: so often it is put off, and no more. */
const PUT_OFF_AT_MOST = 14;
/** A log larger than this is emptied after the very commit: what reads the workspace looks through it. */
const LARGE_LOG_BYTES = 16 * 1024 * 1024;
/** At this size whoever reads for long and can begin again is asked to: while it reads, the log only grows. */
const TOO_LARGE_LOG_BYTES = 2 * LARGE_LOG_BYTES;

/**
 * Empties the write-ahead log shortly after the last commit, at the latest half a minute after the first, so that a bare copy of
 * the file is never far behind; and whenever it is large.
 */
export class IdleCheckpoint {
  readonly #database: WriteDatabase;
  readonly #writer: Pick<Writer, 'idle' | 'noteDiskError'>;
  readonly #heldOpen: () => void;
  #timer: NodeJS.Timeout | null = null;
  #hasMore = false;
  #isDue = false;
  #putOff = 0;
  /** Somebody was reading from the log when it was last to be emptied. */
  #isHeld = false;

  /** @param heldOpen called when the log grows too large because somebody reads from it */
  constructor(database: WriteDatabase, writer: Pick<Writer, 'idle' | 'noteDiskError'>, heldOpen: () => void) {
    this.#database = database;
    this.#writer = writer;
    this.#heldOpen = heldOpen;
  }

  /** Call after each commit. */
  note(): void {
    this.#hasMore = this.#timer !== null;
    if (!this.#timer) this.#wait(QUIET_MS);
    if (this.#isDue || this.#isHeld || logBytes(this.#database) < LARGE_LOG_BYTES) return;
    this.#isDue = true;
    this.stop();
    this.#wait(0);
  }

  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #wait(milliseconds: number): void {
    this.#timer = setTimeout(() => void this.#run(), milliseconds);
    this.#timer.unref();
  }

  async #run(): Promise<void> {
    if (this.#hasMore && this.#putOff < PUT_OFF_AT_MOST && logBytes(this.#database) < LARGE_LOG_BYTES) {
      this.#hasMore = false;
      this.#putOff += 1;
      this.#wait(QUIET_MS);
      return;
    }
    await this.#writer.idle();
    if (!this.#timer) return;
    this.#timer = null;
    this.#isDue = false;
    this.#putOff = 0;
    try {
      // Read from just now, by a backup or another program: asked again.
      this.#isHeld = !emptyLog(this.#database);
      if (!this.#isHeld) return;
      if (logBytes(this.#database) > TOO_LARGE_LOG_BYTES) this.#heldOpen();
      this.note();
    } catch (error) {
      // Everything acknowledged is safe in the log; what the disk does from here on is not known.
      this.#writer.noteDiskError(error);
    }
  }
}
