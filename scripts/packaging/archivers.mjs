// electron-builder fetches 7-Zip and fpm from GitHub. Where neither is named by the environment, small stand-ins in this
// folder do with Node and dpkg-deb what it asks of them for tar.gz and deb.
import { spawnSync } from 'node:child_process';

import { fromRoot } from '../paths.mjs';

/** Whether this machine can put a .deb together. */
export const canMakeDeb = spawnSync('dpkg-deb', ['--version'], { stdio: 'ignore' }).status === 0;

/** @returns {NodeJS.ProcessEnv} */
export function archiverEnvironment() {
  return {
    ELECTRON_BUILDER_7ZIP_PATH: process.env['ELECTRON_BUILDER_7ZIP_PATH'] ?? standIn('7za'),
    ...(canMakeDeb ? { CUSTOM_FPM_PATH: process.env['CUSTOM_FPM_PATH'] ?? standIn('fpm') } : {}),
  };
}

/** @param {string} tool */
function standIn(tool) {
  return fromRoot('scripts', 'packaging', `${tool}.mjs`);
}
