// Runs one project of vitest.config.ts in Electron's Node and counts its tests from vitest's own report.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { electronExecutable, executableInDistribution } from './electron-path.mjs';
import { repositoryRoot } from './paths.mjs';
import { run } from './processes.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Where and as whom the tests run: this checkout as the present user, or the copy as the unprivileged uid.
 * @typedef {object} Place
 * @property {string} checkout
 * @property {string[]} asUser prefix of every command; empty for the present user
 * @property {NodeJS.ProcessEnv} env
 */

/** @returns {Place} */
export function herePlace() {
  return { checkout: repositoryRoot, asUser: [], env: process.env };
}

/**
 * @param {string} project
 * @param {Place} place
 * @param {NodeJS.ProcessEnv} [displayEnvironment]
 * @param {string[]} [vitestOptions]
 * @returns {Promise<Count>}
 */
export async function runVitest(project, place, displayEnvironment = {}, vitestOptions = []) {
  const reports = join(place.checkout, 'out', 'reports');
  const report = join(reports, `${project}.json`);
  mkdirSync(reports, { recursive: true });
  rmSync(report, { force: true });
  const { exitCode } = await runInPlace(
    place,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      project,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
      ...vitestOptions,
    ],
    { ...displayEnvironment, ELECTRON_RUN_AS_NODE: '1' },
  );
  return countTests(report, exitCode);
}

/**
 * Runs Electron in a place: as plain Node with ELECTRON_RUN_AS_NODE, else as the program.
 * @param {Place} place
 * @param {string[]} electronArguments
 * @param {NodeJS.ProcessEnv} environment added to the place's own
 */
export function runInPlace({ checkout, asUser, env }, electronArguments, environment) {
  const executable =
    checkout === repositoryRoot || process.env['ELECTRON_OVERRIDE_DIST_PATH'] !== undefined
      ? electronExecutable()
      : join(checkout, 'node_modules', 'electron', 'dist', executableInDistribution);
  const [command = '', ...rest] = [...asUser, executable, ...electronArguments];
  return run(command, rest, { cwd: checkout, env: { ...env, ...environment } });
}

/**
 * What vitest's report says; a run that failed although every test passed, or a file without tests, counts as a failure.
 * @param {string} report
 * @param {number} exitCode
 * @returns {Count}
 */
export function countTests(report, exitCode) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = readReport(report);
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  // A skipped test proves nothing, so that it does not pass.
  const failed = numFailedTests + numPendingTests + numTodoTests + brokenFiles.length;
  return { passed: numPassedTests, failed: failed === 0 && exitCode !== 0 ? 1 : failed };
}

/**
 * @typedef {object} Report
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {{ status: string, assertionResults: unknown[] }[]} testResults
 *
 * @param {string} report
 */
function readReport(report) {
  try {
    return /** @type {Report} */ (JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    // vitest ended before it wrote one; its exit code tells.
    return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
  }
}
