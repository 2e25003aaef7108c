// npm start [-- FILE]: opens Rackwright. Without a display it takes the demo tour instead, and leaves its screenshots in
// out/demo. As root the program runs as an unprivileged uid, with its data under /var/lib/rackwright.
import { chownSync, copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { ensureBuild } from './build.mjs';
import { hasDisplay, withVirtualDisplay } from './display.mjs';
import { describeElectron } from './electron-path.mjs';
import { withPlace } from './place.mjs';
import { ensureSystemPackages, runsAsRoot } from './prerequisites.mjs';
import { runInPlace, runVitest } from './run-vitest.mjs';
import { UNPRIVILEGED_ID } from './unprivileged.mjs';

const ROOT_DATA_FOLDER = '/var/lib/rackwright';

/** @param {import('./run-vitest.mjs').Place} place */
async function openProgram(place) {
  const environment = runsAsRoot ? rootsEnvironment(place) : {};
  const { exitCode } = await runInPlace(place, ['.', ...process.argv.slice(2)], environment);
  return exitCode;
}

/** @param {import('./run-vitest.mjs').Place} place @returns {NodeJS.ProcessEnv} */
function rootsEnvironment({ checkout }) {
  mkdirSync(ROOT_DATA_FOLDER, { recursive: true });
  chownSync(ROOT_DATA_FOLDER, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  console.log(
    `Started as root: Rackwright runs as uid ${UNPRIVILEGED_ID} and keeps its data under ${ROOT_DATA_FOLDER}.`,
  );
  return { HOME: ROOT_DATA_FOLDER, XDG_CONFIG_HOME: ROOT_DATA_FOLDER, ...displayKey(checkout) };
}

/** The X server's key, where the unprivileged uid may read it. @param {string} checkout @returns {NodeJS.ProcessEnv} */
function displayKey(checkout) {
  const key = process.env['XAUTHORITY'];
  if (key === undefined || key === '') return {};
  const copy = join(checkout, '.Xauthority');
  copyFileSync(key, copy);
  chownSync(copy, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  return { XAUTHORITY: copy };
}

/** @param {import('./run-vitest.mjs').Place} place */
async function takeDemoTour(place) {
  console.log('There is no display: the demo tour runs on a virtual one, and its screenshots go to out/demo.');
  const options = ['--disable-console-intercept'];
  const { passed, failed } = await withVirtualDisplay((display) => runVitest('demo', place, display, options));
  return failed === 0 && passed > 0 ? 0 : 1;
}

try {
  ensureSystemPackages();
  console.log(describeElectron());
  await ensureBuild({ quiet: true });
  process.exitCode = await withPlace(hasDisplay ? openProgram : takeDemoTour);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
