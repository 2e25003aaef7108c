// Started as root, tells a measurement that runs as the unprivileged uid how much memory processes take: of a sandboxed
// process nobody else may read it.
import { chmodSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { runsAsRoot } from './prerequisites.mjs';

/**
 * @template Result
 * @param {import('./run-vitest.mjs').Place} place
 * @param {(environment: NodeJS.ProcessEnv) => Promise<Result>} task
 * @returns {Promise<Result>}
 */
export async function withPssReader(place, task) {
  if (!runsAsRoot) return task({});
  const socketFile = join(place.env['TMPDIR'] ?? place.checkout, 'pss.sock');
  const server = createServer((socket) => {
    socket.once('data', (data) => {
      const pids = /** @type {number[]} */ (JSON.parse(String(data)));
      socket.end(JSON.stringify(pids.map(pssOf)));
    });
  });
  await new Promise((resolve) => server.listen(socketFile, () => resolve(undefined)));
  chmodSync(socketFile, 0o666);
  try {
    return await task({ RACKWRIGHT_PSS_READER: socketFile });
  } finally {
    server.close();
  }
}

/** @param {number} pid @returns {number} kB; 0 for a process that has ended meanwhile */
function pssOf(pid) {
  try {
    const [, value] = /^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')) ?? [];
    return Number(value ?? 0);
  } catch {
    return 0;
  }
}
