// npm test: everything CI runs. npm run ready: the same without the end-to-end tests. The last line alone says
// "N passed, N failed"; a check such as lint counts as one.
import { existsSync } from 'node:fs';

import { runBuild } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { describeElectron } from './electron-path.mjs';
import { dataFolder } from './paths.mjs';
import { packageForTests } from './packaging/editions.mjs';
import { withPlace } from './place.mjs';
import { ensureSystemPackages } from './prerequisites.mjs';
import { runInElectronNode, runTool } from './processes.mjs';
import { runVitest } from './run-vitest.mjs';

const withoutE2e = process.argv.includes('--without-e2e');
const onlyE2e = process.argv.includes('--only-e2e');
/** Which end-to-end specs: npm run e2e -- racks. */
const patterns = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

/** @typedef {{ name: string, run: () => Promise<import('./processes.mjs').RunOutcome> }} Check */

/** @type {Check} */
const BUILD = { name: 'build', run: () => runBuild({ quiet: true }) };

/** What e2e/specs/package.e2e.ts starts. @type {Check} */
const PACKAGE = { name: 'package', run: packageForTests };

/** @type {Check[]} */
const CHECKS = [
  { name: 'types', run: () => runTool('tsc', ['-b'], { quiet: true }) },
  { name: 'lint', run: () => runTool('oxlint', [], { quiet: true }) },
  { name: 'format', run: () => runTool('oxfmt', ['--check'], { quiet: true }) },
  { name: 'boundaries', run: () => runInElectronNode('scripts/boundaries.mjs', [], { quiet: true }) },
];

/** @type {import('./run-vitest.mjs').Count} */
const total = { passed: 0, failed: 0 };

/** @param {import('./run-vitest.mjs').Count} count */
function add({ passed, failed }) {
  total.passed += passed;
  total.failed += failed;
}

/** @param {Check} check @returns {Promise<boolean>} whether it passed */
async function runCheck({ name, run }) {
  const startedAt = performance.now();
  const { exitCode, output } = await run();
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${exitCode === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`);
  if (exitCode !== 0) console.log(output);
  add(exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  return exitCode === 0;
}

/** @param {boolean} built */
async function runSuites(built) {
  await withPlace(async (place) => {
    if (!onlyE2e) {
      add(await runVitest('unit', place));
      if (existsSync(dataFolder)) add(await runVitest('data', place));
      else
        console.log(
          `The tests on real data are left out: there is no ${dataFolder} (RACKWRIGHT_DATA may name another).`,
        );
    }
    if (withoutE2e) return;
    if (built) add(await withVirtualDisplay((display) => runVitest('e2e', place, display, patterns)));
    else console.log('The end-to-end tests are left out: there is no build to test.');
  });
}

/** Making it takes seconds that a run of one other spec need not wait. */
function needsPackage() {
  return !withoutE2e && (patterns.length === 0 || patterns.some((pattern) => 'package.e2e.ts'.includes(pattern)));
}

async function main() {
  console.log(describeElectron());
  ensureSystemPackages();
  const built = await runCheck(BUILD);
  if (!onlyE2e) for (const check of CHECKS) await runCheck(check);
  if (built && needsPackage()) await runCheck(PACKAGE);
  await runSuites(built);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  add({ passed: 0, failed: 1 });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
