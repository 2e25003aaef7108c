import { setImmediate as nextTurn } from 'node:timers/promises';
import { failureOf } from '../failures.ts';
import type { TaskAnswer, TaskOrder, TaskPort } from './task-port.ts';
import { tasks, type GoesOn } from './tasks.ts';

/** How long a request to end early may wait. */
const TURN_MS = 50;

/** Does the one task that comes through the port, and answers when it has ended. */
export function serveTask(port: TaskPort): void {
  let asked = false;
  let stopped = false;
  port.on('message', (event) => {
    if (asked) stopped = true;
    else
      void answer(
        event?.data as TaskOrder,
        inTurnsUntil(() => stopped),
      ).then((told) => port.postMessage(told));
    asked = true;
  });
  port.start();
}

function inTurnsUntil(isStopped: () => boolean): GoesOn {
  let turnedAt = performance.now();
  return async () => {
    if (performance.now() - turnedAt > TURN_MS) {
      await nextTurn();
      turnedAt = performance.now();
    }
    return !isStopped();
  };
}

async function answer({ name, input }: TaskOrder, goesOn: GoesOn): Promise<TaskAnswer> {
  try {
    return { ok: true, value: await tasks(goesOn)[name](input as never) };
  } catch (error) {
    return { ok: false, failure: failureOf(error, ['upkeep', name], input, () => undefined) };
  }
}
