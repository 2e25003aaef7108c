import { join } from 'node:path';
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron';
import type { UpkeepPort } from '../../shared/contract/engine-control.ts';

const UPKEEP_FILE = join(import.meta.dirname, 'upkeep.js');

/** The processes that long work of the engine runs in: backups, comparisons with the history, salvage. */
export class UpkeepProcesses {
  readonly #running = new Set<UtilityProcess>();

  /** Forks one, and gives it and the engine the two ends of a channel. It ends when the engine closes its end. */
  start(engine: UtilityProcess, upkeep: number): void {
    const { port1, port2 } = new MessageChannelMain();
    const child = utilityProcess.fork(UPKEEP_FILE, [], { serviceName: 'Rackwright upkeep', stdio: 'ignore' });
    this.#running.add(child);
    child.once('exit', () => this.#running.delete(child));
    child.postMessage(null, [port1]);
    engine.postMessage({ upkeep } satisfies UpkeepPort, [port2]);
  }

  /** Ends them all: the engine that asked for them is gone. */
  end(): void {
    for (const child of this.#running) child.kill();
  }
}
