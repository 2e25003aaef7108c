import { parentPort, workerData } from 'node:worker_threads';
import { failureOf } from '../failures.ts';
import { tasks } from './tasks.ts';
import type { TaskAnswer, TaskOrder } from './task-runner.ts';

const { name, input, stop } = workerData as TaskOrder;

function answer(): TaskAnswer {
  try {
    return { ok: true, value: tasks(() => Atomics.load(stop, 0) === 1)[name](input as never) };
  } catch (error) {
    return { ok: false, failure: failureOf(error, ['upkeep', name], input, () => undefined) };
  }
}

parentPort?.postMessage(answer());
