import type { Failure } from '../../../../shared/contract/failure.ts';

/** Something read that the engine has not yet said is stored. */
export interface Waiting<Source> {
  readonly text: string;
  readonly source: Source;
}

export interface ScanQueueState<Source> {
  /** In the order they were read, the one under way first. */
  readonly waiting: readonly Waiting<Source>[];
  /** Why the first one could not be stored; it and those behind it wait until `retry`. */
  readonly failure: Failure | null;
}

interface ScanQueueOptions<Source, Answer> {
  readonly store: (scan: Waiting<Source>) => Promise<Answer>;
  readonly onStored: (answer: Answer, scan: Waiting<Source>) => void;
  readonly onState: (state: ScanQueueState<Source>) => void;
  readonly failureOf: (error: unknown) => Failure;
}

/**
 * Scans go to the engine one at a time and in order, however fast they are read. One that cannot be stored stays at the head of
 * the queue, so that nothing read is lost and nothing overtakes it.
 */
export class ScanQueue<Source, Answer> {
  readonly #options: ScanQueueOptions<Source, Answer>;
  #waiting: readonly Waiting<Source>[] = [];
  #failure: Failure | null = null;
  #running = false;
  #work: Promise<void> = Promise.resolve();

  constructor(options: ScanQueueOptions<Source, Answer>) {
    this.#options = options;
  }

  /** Also tries again what failed before. */
  add(scan: Waiting<Source>): void {
    this.#waiting = [...this.#waiting, scan];
    this.#tell();
    this.#begin();
  }

  retry(): void {
    this.#begin();
  }

  /** When nothing is under way any more; whether all that was read is stored. */
  async whenStored(): Promise<boolean> {
    await this.#work;
    return this.#waiting.length === 0;
  }

  /** Lets the first one go, after it was refused. */
  drop(): void {
    if (this.#running || this.#failure === null) return;
    this.#waiting = this.#waiting.slice(1);
    this.#failure = null;
    this.#tell();
    this.#begin();
  }

  #begin(): void {
    if (!this.#running) this.#work = this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    this.#failure = null;
    for (let scan = this.#waiting[0]; scan !== undefined && this.#failure === null; scan = this.#waiting[0]) {
      try {
        const answer = await this.#options.store(scan);
        this.#waiting = this.#waiting.slice(1);
        this.#tell();
        this.#options.onStored(answer, scan);
      } catch (error) {
        this.#failure = this.#options.failureOf(error);
        this.#tell();
      }
    }
    this.#running = false;
  }

  #tell(): void {
    this.#options.onState({ waiting: this.#waiting, failure: this.#failure });
  }
}
