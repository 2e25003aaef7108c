import { execFileSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { startScript } from './child-process.ts';
import { FaultControl, type Fault, type FaultReport } from './fault-control.ts';

const SOURCE = join(import.meta.dirname, 'faults.c');

/** A program whose disk fails as it is told, one fault after another in the same process. */
export class FaultyDisk {
  readonly #folder: string;
  readonly #original: string;
  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #complaint = '';
  #runs = 0;

  /** @param original a closed workspace; each fault meets a copy of it */
  constructor(folder: string, original: string) {
    this.#folder = folder;
    this.#original = original;
    const library = join(folder, 'faults.so');
    execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, SOURCE, '-ldl']);
    const control = FaultControl.make(join(folder, 'control'));
    this.#child = startScript('electron/testing/fault-writer.ts', [control], {
      env: {
        LD_PRELOAD: library,
        RACKWRIGHT_FAULT_CONTROL: control,
        RACKWRIGHT_FAULT_FOLDER: join(folder, 'disk'),
      },
    });
    const { stdout, stderr } = this.#child;
    if (!stdout || !stderr) throw new Error('The script has no output.');
    stderr.on('data', (chunk) => (this.#complaint += String(chunk)));
    this.#lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  /** Works with the fault, and answers what became of it; `look` sees the folder afterwards. */
  async meet(fault: Fault, look: (report: FaultReport, folder: string) => void): Promise<FaultReport> {
    this.#runs += 1;
    const folder = join(this.#folder, 'disk', String(this.#runs));
    mkdirSync(folder, { recursive: true });
    copyFileSync(this.#original, join(folder, 'Hall.rackwright'));
    this.#child.stdin?.write(`${JSON.stringify({ folder, fault })}\n`);
    const line: IteratorResult<string, unknown> = await this.#lines.next();
    if (line.done === true) throw new Error(`The program ended with ${JSON.stringify(fault)}: ${this.#complaint}`);
    const report = JSON.parse(line.value) as FaultReport;
    look(report, folder);
    rmSync(folder, { recursive: true, force: true });
    return report;
  }

  async end(): Promise<void> {
    const ended = once(this.#child, 'close');
    this.#child.stdin?.end();
    await ended;
  }
}
