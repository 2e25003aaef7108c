// npm run test:long [-- PATTERN]: the proofs that take long (1,000 kills, 10,000 flipped bits, failing fsync, 5,000 hostile
// payloads for every channel). The last line says "N passed, N failed".
import { describeElectron } from './electron-path.mjs';
import { withPlace } from './place.mjs';
import { runVitest } from './run-vitest.mjs';

/** Part of npm test with a hundred for each channel. */
const PAYLOADS = 'electron/engine/hostile-payloads.test.ts';
const FULL_COUNT = { RACKWRIGHT_HOSTILE_PAYLOADS: '5000' };

console.log(describeElectron());
const patterns = process.argv.slice(2);
const counts = await withPlace(async (place) => {
  const wanted = patterns.length === 0 || patterns.some((pattern) => PAYLOADS.includes(pattern));
  const payloads = wanted ? [await runVitest('unit', place, FULL_COUNT, [PAYLOADS])] : [];
  const others = wanted && patterns.length > 0 ? [] : [await runVitest('long', place, {}, patterns)];
  return [...payloads, ...others];
});
const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
