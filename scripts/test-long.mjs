// npm run test:long: the proofs that take long (1,000 kills, 10,000 flipped bits, failing fsync). The last line says "N passed, N failed".
import { describeElectron } from './electron-path.mjs';
import { withPlace } from './place.mjs';
import { runVitest } from './run-vitest.mjs';

console.log(describeElectron());
const patterns = process.argv.slice(2);
const { passed, failed } = await withPlace((place) => runVitest('long', place, {}, patterns));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
