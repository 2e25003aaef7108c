import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { startScript } from './child-process.ts';
import type { CrashLie, CrashLine, CrashPhase } from './crash-phase.ts';

export interface VictimOptions {
  readonly file: string;
  readonly backupFolder: string;
  readonly round: number;
  /** What it is killed in. */
  readonly phase: CrashPhase;
  /** How often it begins that before: an edit is done many times. */
  readonly skips: number;
  readonly lie?: CrashLie | undefined;
}

/** A program that is told to work, is killed at some moment, and what it had said by then. */
export class Victim {
  readonly options: VictimOptions;
  readonly #child;
  readonly #said: CrashLine[] = [];
  #skipped = 0;
  readonly #ready = Promise.withResolvers<void>();
  readonly #begun = Promise.withResolvers<void>();

  constructor(options: VictimOptions) {
    this.options = options;
    const { file, backupFolder, round, phase, lie = '' } = options;
    this.#child = startScript('electron/testing/crash-writer.ts', [file, backupFolder, String(round), phase, lie]);
    const { stdout, stderr } = this.#child;
    if (!stdout || !stderr) throw new Error('The script has no output.');
    createInterface({ input: stdout }).on('line', (line) => this.#hear(JSON.parse(line) as CrashLine));
    let complaint = '';
    stderr.on('data', (chunk) => (complaint += String(chunk)));
    // One that ends by itself, or is told to, is waited for no longer.
    this.#child.once('close', () => {
      for (const { reject } of [this.#ready, this.#begun]) reject(new Error(`The script ended: ${complaint}`));
    });
    for (const { promise } of [this.#ready, this.#begun]) promise.catch(() => undefined);
  }

  /** Lets it work, and ends it so many milliseconds after it has begun its phase, as a power cut ends a program. */
  async killedAfter(milliseconds: number): Promise<readonly CrashLine[]> {
    await this.#ready.promise;
    this.#child.stdin?.write('go\n');
    await this.#begun.promise;
    await pause(milliseconds);
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
    return this.#said;
  }

  #hear(line: CrashLine): void {
    if (line.ready) return this.#ready.resolve();
    this.#said.push(line);
    if (line.begun !== this.options.phase) return;
    if (this.#skipped === this.options.skips) this.#begun.resolve();
    this.#skipped += 1;
  }
}
