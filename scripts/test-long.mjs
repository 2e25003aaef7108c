// npm run test:long [-- PATTERN]: the proofs that take long (1,000 kills, 100 of the whole program in its window, 10,000
// flipped bits, every read, write and sync failing in turn, 5,000 hostile payloads for every channel, 20,000 mutated files of
// every format, 10,000 accepts and undos).
// The last line says "N passed, N failed".
import { spawnSync } from 'node:child_process';

import { ensureBuild } from './build.mjs';
import { withVirtualDisplay } from './display.mjs';
import { describeElectron } from './electron-path.mjs';
import { withPlace } from './place.mjs';
import { runVitest } from './run-vitest.mjs';

/** Part of npm test with fewer. @type {[file: string, environment: Record<string, string>][]} */
const FULL_COUNTS = [
  ['electron/engine/hostile-payloads.test.ts', { RACKWRIGHT_HOSTILE_PAYLOADS: '5000' }],
  ['electron/engine/mutated-files.property.test.ts', { RACKWRIGHT_MUTATED_FILES: '20000' }],
  ['electron/features/plan/preview-is-booking.test.ts', { RACKWRIGHT_BOOKINGS: '10000' }],
];
/** In the window: the whole program killed, its disk failing in what npm test cannot do without a tracer, and main's calls. @type {typeof FULL_COUNTS} */
const WINDOW_COUNTS = [
  ['e2e/specs/killed-program.e2e.ts', { RACKWRIGHT_WINDOW_KILLS: '100' }],
  ['e2e/specs/failing-disk.e2e.ts', { RACKWRIGHT_FAILING_SYNCS: '1' }],
  ['e2e/specs/shell-payloads.e2e.ts', { RACKWRIGHT_HOSTILE_PAYLOADS: '5000' }],
];

/** strace makes calls of a running program fail, cc builds what is preloaded into one. */
const missing = ['strace', 'cc'].filter((tool) => spawnSync(tool, ['--version'], { stdio: 'ignore' }).status !== 0);
if (missing.length > 0) throw new Error(`npm run test:long needs ${missing.join(' and ')}: install them first.`);

console.log(describeElectron());
const patterns = process.argv.slice(2);
const isWanted = (/** @type {string} */ file) =>
  patterns.length === 0 || patterns.some((pattern) => file.includes(pattern));
if (WINDOW_COUNTS.some(([file]) => isWanted(file))) await ensureBuild({ quiet: true });
const counts = await withPlace(async (place) => {
  const wanted = FULL_COUNTS.filter(([file]) => isWanted(file));
  /** @type {import('./run-vitest.mjs').Count[]} */
  const found = [];
  for (const [file, environment] of wanted) found.push(await runVitest('unit', place, environment, [file]));
  for (const [file, environment] of WINDOW_COUNTS.filter(([name]) => isWanted(name)))
    found.push(await withVirtualDisplay((display) => runVitest('e2e', place, { ...display, ...environment }, [file])));
  if (found.length === 0 || patterns.length === 0) found.push(await runVitest('long', place, {}, patterns));
  return found;
});
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
