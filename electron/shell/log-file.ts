import { appendFileSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROTATE_AT_BYTES = 1_000_000;

/** A log with one line per event and no workspace data in it; the previous file is kept as rackwright.1.log. */
export class LogFile {
  readonly #file: string;
  readonly #before: string;
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#file = join(folder, 'rackwright.log');
    this.#before = join(folder, 'rackwright.1.log');
  }

  write(line: string): void {
    try {
      mkdirSync(this.#folder, { recursive: true });
      this.#rotate();
      appendFileSync(this.#file, `${new Date().toISOString()} ${line.replaceAll(/[\r\n]+/g, ' ⏎ ')}\n`);
    } catch {
      // A log that cannot be written must not stop the work it would tell of.
    }
  }

  /** What the log holds, oldest line first, the file before the present one included. */
  lines(): string[] {
    return [this.#before, this.#file].flatMap((file) => {
      try {
        return readFileSync(file, 'utf8').split('\n').filter(Boolean);
      } catch {
        return [];
      }
    });
  }

  #rotate(): void {
    const size = statSync(this.#file, { throwIfNoEntry: false })?.size ?? 0;
    if (size > ROTATE_AT_BYTES) renameSync(this.#file, this.#before);
  }
}
