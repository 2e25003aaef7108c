import { setImmediate } from 'node:timers/promises';
import type { ReadDatabase, WriteDatabase } from '../db/connection.ts';
import type { Writer } from '../db/writer.ts';

/** What is made from the rows after a commit, in turns between commands. */
export interface CatchUp {
  isBehind(database: ReadDatabase): boolean;
  /** Does some milliseconds' worth of what is left, in a transaction of its own. */
  step(database: WriteDatabase): void;
}

/** Runs the works that are behind, one step at a time, until none is. */
export class Background {
  readonly #writer: Writer;
  readonly #works: readonly CatchUp[];
  readonly #finished: () => void;
  #running: Promise<void> | null = null;
  #stopped = false;

  /** @param finished called when works that were behind have caught up */
  constructor(writer: Writer, works: readonly CatchUp[], finished: () => void) {
    this.#writer = writer;
    this.#works = works;
    this.#finished = finished;
  }

  /** Call at the start and after each commit. */
  wake(database: ReadDatabase): void {
    if (this.#running || this.#stopped || !this.#works.some((work) => work.isBehind(database))) return;
    this.#running = this.#run(database).then((isDone) => {
      this.#running = null;
      if (isDone) this.wake(database);
    });
  }

  /** Resolves when nothing is behind, or the disk refuses more. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Ends after the step under way; what is left is done when the workspace is opened again. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#running;
  }

  /** Answers false where the disk refused a step. */
  async #run(database: ReadDatabase): Promise<boolean> {
    try {
      for (const work of this.#works)
        while (!this.#stopped && work.isBehind(database)) {
          await this.#writer.derive((writable) => work.step(writable));
          await setImmediate();
        }
    } catch {
      // The disk is full or failed: whoever writes next is told so; what is behind is tried again after the next commit.
      return false;
    }
    if (!this.#stopped) this.#finished();
    return true;
  }
}
