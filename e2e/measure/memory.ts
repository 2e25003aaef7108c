// Proportional set size: memory that processes share counts once in the sum. Of a sandboxed process only root may read it,
// so scripts/pss-reader.mjs reads it for a measurement that root has started.
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createConnection } from 'node:net';

import { processTree } from '../fixtures/processes.ts';

/** PSS of a process and all that descend from it, in MB. */
export async function pssOfTree(root: number): Promise<number> {
  const pids = processTree(root);
  const reader = process.env['RACKWRIGHT_PSS_READER'];
  const kilobytes = reader === undefined ? pids.map(ownPss) : await askReader(reader, pids);
  return kilobytes.reduce((sum, value) => sum + value, 0) / 1024;
}

function ownPss(pid: number): number {
  const [, value] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
  return Number(value);
}

async function askReader(socketFile: string, pids: readonly number[]): Promise<readonly number[]> {
  const socket = createConnection(socketFile);
  socket.write(`${JSON.stringify(pids)}\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  socket.end();
  return JSON.parse(String(answer)) as readonly number[];
}
