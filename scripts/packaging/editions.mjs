// The two editions of the packaged program. `release` is shipped. `attachable` is the one that tests drive: one fuse lets
// Playwright attach, and the build constant RACKWRIGHT_RELEASE is false. e2e/specs/package.e2e.ts proves there is no more.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { parse } from 'yaml';

import { runBuild } from '../build.mjs';
import { distributionVersion, electronDistributionFolder } from '../electron-path.mjs';
import { fromRoot } from '../paths.mjs';
import { runTool } from '../processes.mjs';
import { archiverEnvironment } from './archivers.mjs';

/** @typedef {'release' | 'attachable'} Edition */

/**
 * @typedef {object} FileSet
 * @property {string} from
 * @property {string} to
 *
 * @typedef {object} BuilderConfig what of electron-builder.yml is read here; everything else passes through
 * @property {Record<string, boolean>} electronFuses
 * @property {(string | FileSet)[]} files
 */

const RELEASE_BUILD = 'out/release';
const DEVELOPMENT_BUILD = 'out';

/** Where an edition for tests lies unpacked. @param {Edition} edition */
export function packageFolder(edition) {
  return fromRoot('out', 'packages', edition, 'linux-unpacked');
}

/** @param {Edition} edition */
export function packagedExecutable(edition) {
  return join(packageFolder(edition), 'rackwright');
}

/** electron-builder.yml is the release's; the attachable edition changes one fuse, and which build is packed. @param {Edition} edition */
export function builderConfig(edition) {
  const config = /** @type {BuilderConfig} */ (parse(readFileSync(fromRoot('electron-builder.yml'), 'utf8')));
  if (edition === 'release') return config;
  return {
    ...config,
    electronFuses: { ...config.electronFuses, enableNodeCliInspectArguments: true },
    files: config.files.map((set) =>
      typeof set !== 'string' && set.from === RELEASE_BUILD ? { ...set, from: DEVELOPMENT_BUILD } : set,
    ),
  };
}

/** Builds what the release holds, beside the build that tests and `npm start` use. @param {import('../processes.mjs').RunOptions} [options] */
export function buildRelease(options) {
  rmSync(fromRoot(RELEASE_BUILD), { recursive: true, force: true });
  const env = { ...process.env, RACKWRIGHT_RELEASE: 'true', RACKWRIGHT_OUT: RELEASE_BUILD };
  return runBuild({ ...options, env });
}

/**
 * Runs electron-builder with the Electron at hand.
 * @param {Edition} edition
 * @param {string} outputFolder
 * @param {string[]} targets such as `--linux dir`
 * @param {import('../processes.mjs').RunOptions} [options]
 */
export function packageEdition(edition, outputFolder, targets, options) {
  const electron = electronDistributionFolder();
  const configFile = fromRoot('out', `electron-builder-${edition}.json`);
  mkdirSync(fromRoot('out'), { recursive: true });
  writeFileSync(configFile, JSON.stringify(builderConfig(edition), null, 2));
  const builderArguments = [
    '--publish=never',
    `--config=${configFile}`,
    `--config.electronDist=${electron}`,
    `--config.electronVersion=${distributionVersion(electron)}`,
    `--config.directories.output=${outputFolder}`,
    ...targets,
  ];
  return runTool('electron-builder', builderArguments, {
    ...options,
    env: { ...process.env, ...archiverEnvironment() },
  });
}

/**
 * Both editions, unpacked, for the end-to-end tests; the development build must be there.
 * @returns {Promise<import('../processes.mjs').RunOutcome>}
 */
export async function packageForTests() {
  const quiet = { quiet: true };
  const built = await buildRelease(quiet);
  if (built.exitCode !== 0) return built;
  for (const edition of /** @type {const} */ (['release', 'attachable'])) {
    const outcome = await packageEdition(edition, `out/packages/${edition}`, ['--linux', 'dir'], quiet);
    if (outcome.exitCode !== 0) return outcome;
  }
  return { exitCode: 0, output: '' };
}
