import { FailureError } from '../../../shared/contract/failure.ts';
import type { TaskAnswer, TaskOrder, TaskPort } from './task-port.ts';
import type { TaskRunner } from './task-runner.ts';
import type { TaskName } from './tasks.ts';

/**
 * Runs each task in a process of its own: a long one delays no query, and what it took of memory goes with it. A thread's
 * would stay, as V8 keeps it for the next one. `start` answers the channel to a new process.
 */
export function tasksInProcesses(start: () => Promise<TaskPort>): TaskRunner {
  const running = new Set<RunningTask>();
  return {
    run: (name, input) => {
      const task = new RunningTask(start, { name, input });
      running.add(task);
      return task.answer.finally(() => running.delete(task)) as Promise<never>;
    },
    stop: async (name) => {
      const tasks = [...running].filter((task) => name === undefined || task.name === name);
      for (const task of tasks) task.stop();
      await Promise.allSettled(tasks.map(({ answer }) => answer));
    },
  };
}

class RunningTask {
  readonly name: TaskName;
  readonly answer: Promise<unknown>;
  #port: TaskPort | null = null;
  #stopped = false;

  constructor(start: () => Promise<TaskPort>, order: TaskOrder) {
    this.name = order.name;
    this.answer = this.#run(start, order);
  }

  stop(): void {
    this.#stopped = true;
    this.#port?.postMessage('stop');
  }

  async #run(start: () => Promise<TaskPort>, order: TaskOrder): Promise<unknown> {
    const port = await start();
    const answered = answerFrom(port);
    port.start();
    port.postMessage(order);
    this.#port = port;
    if (this.#stopped) this.stop();
    const answer = await answered;
    port.close();
    if (answer.ok) return answer.value;
    throw new FailureError(answer.failure);
  }
}

function answerFrom(port: TaskPort): Promise<TaskAnswer> {
  return new Promise((resolve, reject) => {
    port.on('message', (event) => resolve(event?.data as TaskAnswer));
    port.on('close', () => reject(new FailureError({ code: 'E_UNAVAILABLE', message: 'The work was ended early.' })));
  });
}
