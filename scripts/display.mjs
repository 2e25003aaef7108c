// A virtual display for tests and the demo tour, so that no window opens over a person's work.
import { spawn } from 'node:child_process';

import { promiseCleanUp } from './clean-up.mjs';

export const hasDisplay =
  process.platform !== 'linux' ||
  (process.env['DISPLAY'] ?? '') !== '' ||
  (process.env['WAYLAND_DISPLAY'] ?? '') !== '';

/**
 * Starts Xvfb on a display that is free, waits until it listens, runs `task` with the display's name, and stops it.
 * Elsewhere than on Linux the task runs on the screen there is.
 * @template Result
 * @param {(displayEnvironment: NodeJS.ProcessEnv) => Promise<Result>} task
 * @returns {Promise<Result>}
 */
export async function withVirtualDisplay(task) {
  if (process.platform !== 'linux') return task({});
  // -displayfd: Xvfb takes the first free display, and writes its number once it listens.
  const options = ['-displayfd', '1', '-ac', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
  const server = spawn('Xvfb', options, { stdio: ['ignore', 'pipe', 'ignore'] });
  const stop = promiseCleanUp(() => server.kill());
  try {
    const number = await displayNumber(server);
    return await task({ DISPLAY: `:${number}`, WAYLAND_DISPLAY: '', XAUTHORITY: '' });
  } finally {
    stop();
  }
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} server
 * @returns {Promise<string>}
 */
function displayNumber(server) {
  return new Promise((resolvePromise, reject) => {
    let written = '';
    server.stdout.on('data', (chunk) => {
      written += String(chunk);
      if (written.endsWith('\n')) resolvePromise(written.trim());
    });
    server.on('error', (error) => reject(new Error(`Xvfb could not be started: ${error.message}`)));
    server.on('close', () => reject(new Error('Xvfb ended before it offered a display.')));
  });
}
