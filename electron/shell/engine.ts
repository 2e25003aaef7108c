import { join } from 'node:path';
import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import { CHANNELS } from '../../shared/contract/channels.ts';
import type {
  EngineCommand,
  EngineLog,
  EngineNews,
  EngineReply,
  UpkeepRequest,
} from '../../shared/contract/engine-control.ts';
import { FailureError, fail, type Failure } from '../../shared/contract/failure.ts';
import type { EngineState } from '../../shared/contract/shell.ts';
import { UpkeepProcesses } from './upkeep-processes.ts';

const ENGINE_FILE = join(import.meta.dirname, 'engine.js');
const RESTARTS_AT_MOST = 3;
const RESTART_WINDOW_MS = 60_000;
const PING_EVERY_MS = 5000;
const STUCK_AFTER_MS = 30_000;

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

export interface EngineEvents {
  state(state: EngineState): void;
  log(line: string): void;
}

type Heard = EngineReply | EngineLog | EngineNews | UpkeepRequest;

export interface OpenTarget {
  readonly file: string;
  readonly backupFolder: string;
}

/** Main's side of the engine: forks it, commands it, restarts it when it dies, and hands windows their ports. */
export class Engine {
  #child: UtilityProcess | null = null;
  #nextId = 1;
  readonly #waiting = new Map<number, Waiting>();
  readonly #upkeep = new UpkeepProcesses();
  readonly #events: EngineEvents;
  #target: OpenTarget | null = null;
  #operator: string;
  #restarts: number[] = [];
  #stopping = false;
  #heardAt = 0;
  #state: EngineState = { phase: 'closed', file: null, mode: null, failure: null, subject: null, generation: 0 };

  constructor(operator: string, events: EngineEvents) {
    this.#operator = operator;
    this.#events = events;
  }

  get state(): EngineState {
    return this.#state;
  }

  start(): void {
    const child = utilityProcess.fork(ENGINE_FILE, [], { serviceName: 'Rackwright engine', stdio: 'ignore' });
    child.on('message', (message: Heard) => this.#hear(child, message));
    child.once('exit', (code) => void this.#ended(child, code));
    this.#child = child;
    this.#watch(child);
    this.#setState({ generation: this.#state.generation + 1 });
  }

  /** Sends one command and waits for its answer; a refusal arrives as a FailureError. */
  command(command: EngineCommand): Promise<unknown> {
    const child = this.#child;
    if (!child) fail('E_UNAVAILABLE', 'The engine is not running.');
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      child.postMessage({ id, command });
    });
  }

  get operator(): string {
    return this.#operator;
  }

  /** Opens a workspace, filled before anybody sees it where asked; the one that was open is closed first. A refusal leaves none open. */
  async open(target: OpenTarget, filledWithSample = false): Promise<void> {
    this.#setState({ phase: 'opening', file: target.file, mode: null, failure: null, subject: target.file });
    this.#target = target;
    try {
      const answer = await this.command({ kind: 'open', ...target, write: true, operator: this.#operator });
      if (filledWithSample) await this.command({ kind: 'addSample' });
      const { mode, reason } = answer as { mode: EngineState['mode']; reason: string | null };
      const code = mode === 'corrupt' ? 'E_WORKSPACE_CORRUPT' : 'E_WORKSPACE_READONLY';
      this.#setState({ phase: 'ready', mode, failure: reason === null ? null : { code, message: reason } });
    } catch (error) {
      this.#target = null;
      this.#setState({ phase: 'closed', file: null, mode: null, failure: failureOf(error) });
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#target = null;
    await this.command({ kind: 'close' });
    this.#setState({ phase: 'closed', file: null, mode: null, failure: null });
  }

  setOperator(operator: string): void {
    this.#operator = operator;
    void this.command({ kind: 'operator', operator });
  }

  /** Gives a page one end of a channel to the engine; the page is already known to be ours. */
  connect(page: WebContents): { generation: number } {
    const child = this.#child;
    if (!child) fail('E_UNAVAILABLE', 'The engine is being restarted.');
    const { port1, port2 } = new MessageChannelMain();
    child.postMessage({ port: true }, [port1]);
    page.postMessage(CHANNELS.port, null, [port2]);
    return { generation: this.#state.generation };
  }

  /** Closes the workspace and ends the child; afterwards the workspace is one file. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const child = this.#child;
    if (!child) return;
    await this.command({ kind: 'close' }).catch(() => undefined);
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill();
    await ended;
  }

  /** A running SQLite call cannot be interrupted: an engine that answers nothing for long is ended and started anew. */
  #watch(child: UtilityProcess): void {
    this.#heardAt = Date.now();
    const timer = setInterval(() => {
      if (this.#child !== child) return clearInterval(timer);
      // Checking a large file while it is opened may take its time.
      if (this.#state.phase !== 'ready') this.#heardAt = Date.now();
      else if (Date.now() - this.#heardAt > STUCK_AFTER_MS) child.kill();
      else void this.command({ kind: 'ping' }).catch(() => undefined);
    }, PING_EVERY_MS);
  }

  #hear(child: UtilityProcess, message: Heard): void {
    this.#heardAt = Date.now();
    if ('log' in message) return this.#events.log(message.log);
    if ('upkeep' in message) return this.#upkeep.start(child, message.upkeep);
    if ('state' in message) {
      const { mode, failure } = message.state;
      this.#events.log(`workspace can no longer be written: ${failure.code}`);
      return this.#setState({ mode, failure });
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.ok) waiting?.resolve(message.value);
    else waiting?.reject(new FailureError(message.failure));
  }

  async #ended(child: UtilityProcess, code: number): Promise<void> {
    if (this.#child !== child) return;
    this.#child = null;
    this.#upkeep.end();
    for (const waiting of this.#waiting.values())
      waiting.reject(
        new FailureError({ code: 'E_UNAVAILABLE', message: 'The engine stopped before it could answer.' }),
      );
    this.#waiting.clear();
    if (this.#stopping) return;
    this.#events.log(`engine ended with code ${code}`);
    if (!this.#mayRestart()) {
      const failure: Failure = {
        code: 'E_UNAVAILABLE',
        message:
          'The engine stopped several times in a minute and is not started again. What was saved is safe; close the program and open it again.',
      };
      this.#setState({ phase: 'failed', failure });
      return;
    }
    this.#setState({ phase: 'restarting' });
    this.start();
    const target = this.#target;
    // The failure is in the state already, and the window shows it.
    if (target) await this.open(target).catch(() => undefined);
    else this.#setState({ phase: 'closed' });
  }

  #mayRestart(): boolean {
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((at) => now - at < RESTART_WINDOW_MS), now];
    return this.#restarts.length <= RESTARTS_AT_MOST;
  }

  #setState(change: Partial<EngineState>): void {
    this.#state = { ...this.#state, ...change };
    this.#events.state(this.#state);
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return { code: 'E_INTERNAL', message: 'The workspace could not be opened.' };
}
