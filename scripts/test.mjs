// npm test: everything CI runs. npm run ready: the same without the end-to-end tests. The last line alone says
// "N passed, N failed"; a check such as lint counts as one.
import { existsSync } from 'node:fs';

import { build } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { describeElectron } from './electron-path.mjs';
import { dataFolder } from './paths.mjs';
import { withPlace } from './place.mjs';
import { ensureSystemPackages } from './prerequisites.mjs';
import { runInElectronNode, runTool } from './processes.mjs';
import { runVitest } from './run-vitest.mjs';

const withoutE2e = process.argv.includes('--without-e2e');
const onlyE2e = process.argv.includes('--only-e2e');

/** @type {{ name: string, run: () => Promise<import('./processes.mjs').RunOutcome> }[]} */
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

async function runChecks() {
  for (const check of CHECKS) {
    const startedAt = performance.now();
    const { exitCode, output } = await check.run();
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${exitCode === 0 ? 'passed' : 'FAILED'}: ${check.name} (${seconds} s)`);
    if (exitCode !== 0) console.log(output);
    add(exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
}

async function runSuites() {
  await withPlace(async (place) => {
    if (!onlyE2e) {
      add(await runVitest('unit', place));
      if (existsSync(dataFolder)) add(await runVitest('data', place));
      else
        console.log(
          `The tests on real data are left out: there is no ${dataFolder} (RACKWRIGHT_DATA may name another).`,
        );
    }
    if (!withoutE2e) add(await withVirtualDisplay((display) => runVitest('e2e', place, display)));
  });
}

async function main() {
  console.log(describeElectron());
  ensureSystemPackages();
  await build({ quiet: true });
  if (!onlyE2e) await runChecks();
  await runSuites();
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  add({ passed: 0, failed: 1 });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
