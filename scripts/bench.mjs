// npm run bench [-- NAME]: runs bench/NAME.bench.ts, or every benchmark, in Electron's Node, which reads TypeScript itself.
import { readdirSync } from 'node:fs';

import { describeElectron } from './electron-path.mjs';
import { fromRoot } from './paths.mjs';
import { runInElectronNode } from './processes.mjs';

const ENDING = '.bench.ts';

const [wanted, ...benchArguments] = process.argv.slice(2);
const known = readdirSync(fromRoot('bench')).filter((file) => file.endsWith(ENDING));
const chosen = wanted === undefined ? known : known.filter((file) => file === `${wanted}${ENDING}`);
if (chosen.length === 0) {
  console.error(
    `There is no benchmark "${wanted}"; there are: ${known.map((file) => file.replace(ENDING, '')).join(', ')}.`,
  );
  process.exitCode = 1;
}
console.log(describeElectron());
for (const file of chosen) {
  const { exitCode } = await runInElectronNode(`bench/${file}`, benchArguments);
  if (exitCode !== 0) process.exitCode = exitCode;
}
