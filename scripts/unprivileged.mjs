// Chromium refuses root with its sandbox. Started as root, everything that loads Electron runs as an unprivileged uid,
// in a copy of the checkout that this uid may read, with home, temp and output inside.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

import { promiseCleanUp } from './clean-up.mjs';
import { dataFolder, fromRoot, repositoryRoot } from './paths.mjs';

export const UNPRIVILEGED_ID = 65_533;

/** Prefix of a command that runs it as the unprivileged uid. */
export const AS_UNPRIVILEGED = [
  'setpriv',
  `--reuid=${UNPRIVILEGED_ID}`,
  `--regid=${UNPRIVILEGED_ID}`,
  '--clear-groups',
];

/** What a run leaves behind; brought back from the copy, never taken into it. */
const RESULTS = ['out/demo', 'out/guide', 'out/screenshots', 'out/reports'];

const LEFT_OUT = new Set(['.git', 'dist', 'out/types', 'node_modules/.cache', 'node_modules/.vite', ...RESULTS]);

/**
 * @typedef {object} UnprivilegedCopy
 * @property {string} checkout the copy's root
 * @property {NodeJS.ProcessEnv} env with home, temp and runtime folders inside the copy
 * @property {() => void} bringBackResults copies what a run leaves behind to the real checkout
 * @property {() => void} remove
 */

/** Copies the checkout for the unprivileged uid, by hard links where the disk allows it. @returns {UnprivilegedCopy} */
export function makeUnprivilegedCopy() {
  const folder = mkdtempSync(join(tmpdir(), 'rackwright-'));
  const remove = promiseCleanUp(() => rmSync(folder, { recursive: true, force: true }));
  ownFolder(folder, 0o755);
  const checkout = join(folder, 'checkout');
  copyFolder(repositoryRoot, checkout);
  for (const results of RESULTS) mkdirSync(join(checkout, results), { recursive: true });
  ownBelow(join(checkout, 'out'));
  const [home, temp, runtime] = ['home', 'tmp', 'run'].map((name) => join(folder, name));
  for (const own of [home, temp, runtime]) ownFolder(String(own), 0o700);
  const env = {
    ...withoutCallersFolders(process.env),
    HOME: home,
    TMPDIR: temp,
    XDG_RUNTIME_DIR: runtime,
    RACKWRIGHT_DATA: reachableData(folder),
  };
  return { checkout, env, remove, bringBackResults: () => bringBack(checkout) };
}

/** @param {NodeJS.ProcessEnv} env */
function withoutCallersFolders(env) {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => !/^(XDG_|npm_|SUDO_|DBUS_|MAIL$|USER$|LOGNAME$|OLDPWD$|PWD$)/.test(name)),
  );
}

/** The real data as the unprivileged uid can read it: where it lies, or a copy. @param {string} folder */
function reachableData(folder) {
  if (!existsSync(dataFolder)) return undefined;
  const [command = '', ...prefix] = AS_UNPRIVILEGED;
  const listing = spawnSync(command, [...prefix, 'ls', '-R', dataFolder], { stdio: 'ignore' });
  if (listing.status === 0) return dataFolder;
  const copy = join(folder, 'data');
  copyFolder(dataFolder, copy);
  return copy;
}

/** @param {string} from @param {string} to */
function copyFolder(from, to) {
  ownFolder(to, 0o755);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (LEFT_OUT.has(relative(repositoryRoot, source))) continue;
    if (entry.isDirectory()) copyFolder(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else if (entry.isFile()) copyFile(source, target);
  }
}

/** Links a file that anyone may read; a link shares its rights, so any other is copied. @param {string} from @param {string} to */
function copyFile(from, to) {
  const { mode } = lstatSync(from);
  if ((mode & 0o004) !== 0 && tryLink(from, to)) return;
  copyFileSync(from, to);
  chmodSync(to, (mode & 0o100) === 0 ? 0o644 : 0o755);
}

/** @param {string} from @param {string} to */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch {
    // Another disk, or one without hard links.
    return false;
  }
}

/** @param {string} folder @param {number} mode */
function ownFolder(folder, mode) {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, mode);
  chownSync(folder, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
}

/** @param {string} folder */
function ownBelow(folder) {
  chownSync(folder, UNPRIVILEGED_ID, UNPRIVILEGED_ID);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) ownBelow(join(folder, entry.name));
  }
}

/** @param {string} checkout */
function bringBack(checkout) {
  for (const results of RESULTS) {
    cpSync(join(checkout, results), fromRoot(results), { recursive: true });
  }
}
