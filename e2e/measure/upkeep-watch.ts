import { setTimeout as sleep } from 'node:timers/promises';

import { commandLineOf, processTree } from '../fixtures/processes.ts';
import { pssOfTree } from './memory.ts';

const EVERY_MS = 500;
const AT_MOST_MS = 120_000;
const SETTLED_AFTER_MS = 3_000;

/** Memory of all processes (PSS) around the first comparison of a workspace with its history, in MB. */
export interface UpkeepMemory {
  readonly before: number;
  /** The most that was seen while it ran. */
  readonly during: number;
  readonly after: number;
}

/** Looks at the processes of a program that has just been started until its upkeep process has come and gone. */
export async function memoryAroundUpkeep(root: number): Promise<UpkeepMemory> {
  const before = await pssOfTree(root);
  let during = 0;
  for (let waited = 0; waited < AT_MOST_MS; waited += EVERY_MS) {
    await sleep(EVERY_MS);
    if (nodeProcesses(root) > 1) during = Math.max(during, await pssOfTree(root));
    else if (during > 0) {
      await sleep(SETTLED_AFTER_MS);
      return { before, during, after: await pssOfTree(root) };
    }
  }
  throw new Error(`The upkeep process has not come and gone within ${AT_MOST_MS / 1000} s.`);
}

/** The engine, and while long work is done the process that does it. */
function nodeProcesses(root: number): number {
  return processTree(root).filter((pid) =>
    commandLineOf(pid).join(' ').includes('--utility-sub-type=node.mojom.NodeService'),
  ).length;
}
