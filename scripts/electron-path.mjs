// The one place that knows which Electron runs. `require('electron')` is not used: on a version it does not expect, or
// without path.txt, it starts a download of its own.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { fromRoot } from './paths.mjs';

/** The path of the executable inside a distribution, per platform; also what electron keeps in its path.txt. */
const EXECUTABLE_BY_PLATFORM = /** @type {Record<string, string>} */ ({
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
});

export const electronPackageFolder = fromRoot('node_modules', 'electron');

/** Written by scripts/postinstall.mjs: why this distribution was taken. Outside `dist`, so that no package ships it. */
export const electronReasonFile = join(electronPackageFolder, 'rackwright-reason.txt');

export const executableInDistribution = EXECUTABLE_BY_PLATFORM[process.platform] ?? 'electron';

/** The folder that holds Electron's executable: ELECTRON_OVERRIDE_DIST_PATH, else the one postinstall put in place. */
export function electronDistributionFolder() {
  return process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(electronPackageFolder, 'dist');
}

/**
 * The absolute path of the Electron executable.
 * @returns {string}
 * @throws when no Electron is in place
 */
export function electronExecutable() {
  const executable = join(electronDistributionFolder(), executableInDistribution);
  if (!existsSync(executable)) {
    throw new Error(`No Electron at ${executable}. Run "npm ci", which puts one there.`);
  }
  return executable;
}

/** The version of the distribution in `folder`, without a leading "v". @param {string} folder */
export function distributionVersion(folder) {
  return readFileSync(join(folder, 'version'), 'utf8').trim().replace(/^v/, '');
}

/** The version that package.json pins. @returns {string} */
export function pinnedElectronVersion() {
  const text = readFileSync(join(electronPackageFolder, 'package.json'), 'utf8');
  return /** @type {{ version: string }} */ (JSON.parse(text)).version;
}

/** One line for people: which Electron version runs and why. */
export function describeElectron() {
  const folder = electronDistributionFolder();
  return `Electron ${distributionVersion(folder)} runs: ${reasonFor(folder)}`;
}

/** @param {string} folder */
function reasonFor(folder) {
  if (process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined) {
    return `ELECTRON_OVERRIDE_DIST_PATH names it (${folder}).`;
  }
  if (existsSync(electronReasonFile)) return readFileSync(electronReasonFile, 'utf8').trim();
  return 'it was found in node_modules/electron/dist.';
}

/** The environment in which Electron's executable is the program, even when the caller runs in its Node. @returns {NodeJS.ProcessEnv} */
export function electronAppEnvironment() {
  const { ELECTRON_RUN_AS_NODE: _, ...environment } = process.env;
  return environment;
}

/** The environment in which Electron's executable behaves as plain Node. @returns {NodeJS.ProcessEnv} */
export function electronAsNodeEnvironment() {
  return { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
}
