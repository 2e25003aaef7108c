import { openSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { constants } from 'node:os';
import type { Failure } from '../../shared/contract/failure.ts';

/** In the order of faults.c. */
const CALLS = ['none', 'write', 'read', 'sync', 'truncate', 'remove', 'name', 'open'] as const;
export type FaultCall = Exclude<(typeof CALLS)[number], 'none'>;

export interface Fault {
  readonly call: FaultCall;
  /** `half`: what is written or read is cut in half, and the call succeeds. */
  readonly error: 'EIO' | 'ENOSPC' | 'EMFILE' | 'half';
  /** The first such call that fails, from 1. */
  readonly nth: number;
  /** All later ones fail too. */
  readonly onwards: boolean;
}

export interface FaultStep {
  readonly step: string;
  /** Null: it was acknowledged. */
  readonly failure: Failure | null;
  /** What the program did not foresee. */
  readonly fault?: string;
}

export interface FaultReport {
  /** How many such calls there were, and how many of them failed. */
  readonly counted: number;
  readonly failed: number;
  readonly during: readonly FaultStep[];
  /** How the workspace stood before it was closed; null: it did not open. */
  readonly mode: string | null;
  /** The workspace opened, written and closed once more when the disk is mended. */
  readonly after: readonly FaultStep[];
}

const NUMBERS = 6;

/** Tells the preloaded library which call is to fail. */
export class FaultControl {
  readonly #descriptor: number;

  /** @param file as long as the library expects it: FaultControl.make */
  constructor(file: string) {
    this.#descriptor = openSync(file, 'r+');
  }

  static make(file: string): string {
    writeFileSync(file, Buffer.alloc(NUMBERS * 4));
    return file;
  }

  set({ call, error, nth, onwards }: Fault): void {
    const code = error === 'half' ? 0 : constants.errno[error];
    // The call last: from there on it counts.
    this.#write(1, [code, nth, onwards ? 1 : 0, 0, 0]);
    this.#write(0, [CALLS.indexOf(call)]);
  }

  clear(): { counted: number; failed: number } {
    this.#write(0, [0]);
    const numbers = new Int32Array(NUMBERS);
    readSync(this.#descriptor, numbers, 0, NUMBERS * 4, 0);
    return { counted: numbers[4] ?? 0, failed: numbers[5] ?? 0 };
  }

  #write(first: number, numbers: readonly number[]): void {
    writeSync(this.#descriptor, Int32Array.from(numbers), 0, numbers.length * 4, first * 4);
  }
}
