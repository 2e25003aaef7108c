import { Worker } from 'node:worker_threads';
import { FailureError, type Failure } from '../../../shared/contract/failure.ts';
import { tasks, type TaskInput, type TaskName, type TaskOutput } from './tasks.ts';

export interface TaskRunner {
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskOutput<Name>>;
  /** Asks the running tasks to end early, and waits for them. */
  stop(): Promise<void>;
}

/** Runs tasks where they are asked for: on the command line nobody waits beside them. */
export const tasksInline: TaskRunner = {
  run: async (name, input) => tasks(() => false)[name](input as never) as never,
  stop: async () => undefined,
};

export type TaskAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly failure: Failure };

/** What a worker is started with. The first number of `stop` becomes 1 when it is to end early. */
export interface TaskOrder {
  readonly name: TaskName;
  readonly input: unknown;
  readonly stop: Int32Array;
}

/** V8 keeps the memory of a thread that has ended for the next one: what a thread does not take is not kept. */
const LIMITS = { maxYoungGenerationSizeMb: 6 } as const;

/** Runs each task in a thread of its own, so that a long one delays no query. `workerFile`: what the thread runs. */
export function tasksInThreads(workerFile: string): TaskRunner {
  const running = new Set<{ readonly stop: Int32Array; readonly ended: Promise<void> }>();
  return {
    run: (name, input) => {
      const stop = new Int32Array(new SharedArrayBuffer(4));
      const workerData = { name, input, stop } satisfies TaskOrder;
      const worker = new Worker(workerFile, { workerData, resourceLimits: LIMITS });
      const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      const entry = { stop, ended };
      running.add(entry);
      void ended.then(() => running.delete(entry));
      return answerOf(worker) as Promise<never>;
    },
    stop: async () => {
      for (const { stop } of running) Atomics.store(stop, 0, 1);
      await Promise.all([...running].map(({ ended }) => ended));
    },
  };
}

function answerOf(worker: Worker): Promise<unknown> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: TaskAnswer) => {
      if (answer.ok) resolve(answer.value);
      else reject(new FailureError(answer.failure));
    });
    worker.once('error', reject);
    worker.once('exit', () =>
      reject(new FailureError({ code: 'E_UNAVAILABLE', message: 'The work was ended early.' })),
    );
  });
}
