import type { Failure } from '../../../shared/contract/failure.ts';
import type { TaskName } from './tasks.ts';

/** One end of the channel between the engine and a process that runs one task for it. */
export interface TaskPort {
  /** `event`: 'message' or 'close'. */
  on(event: string, listener: (event?: { data: unknown }) => void): void;
  postMessage(message: unknown): void;
  start(): void;
  close(): void;
}

/** What the engine sends first. Whatever it sends afterwards asks to end early. */
export interface TaskOrder {
  readonly name: TaskName;
  readonly input: unknown;
}

/** Sent once, when the task's connections are closed. */
export type TaskAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: Failure };
