import { setImmediate as nextTurn } from 'node:timers/promises';
import { adviceFor } from '../electron/features/plan/advice.ts';
import { planInput } from '../shared/contract/plan.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { median, percentile, tableRow } from './statistics.ts';

// What would help where nothing fits, over a whole fleet; and how long the engine is deaf to others meanwhile. The yardstick
// is a turn of 25 ms. `npm run bench -- advice 10000` takes that size.

const RUNS = 9;

const computes = Number(process.argv[2] ?? 100_000);
const fleet = await fleetWorkspace(computes);

const QUESTIONS = [
  ['one, larger than any free room', { min: { cores: 1_200, memory: 900_000 }, max: {} }, 1],
  ['500 on one compute', { min: { cores: 1, memory: 2_048 }, max: {} }, 500],
] as const;

/** Milliseconds that the search took, and the longest that anything else had to wait for its turn. */
async function searched(question: Parameters<typeof adviceFor>[1]): Promise<[whole: number, longest: number]> {
  const end = new AbortController();
  let longest = 0;
  const others = (async () => {
    for (let last = performance.now(); !end.signal.aborted;) {
      await nextTurn();
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }
  })();
  const start = performance.now();
  await adviceFor(fleet.session, question, { told: () => undefined, signal: undefined });
  const whole = performance.now() - start;
  end.abort();
  await others;
  return [whole, longest];
}

console.log(`What would help where nothing fits, over ${computes} computes\n`);
console.log('| question | whole ms, median | p95 | longest wait of others ms, median | worst |');
console.log('| --- | ---: | ---: | ---: | ---: |');
fleet.session.plannerColumns();
for (const [label, { min, max }, quantity] of QUESTIONS) {
  const question = planInput.parse({ subject: { adHoc: { name: 'bench', min, max } }, quantity });
  const runs: [number, number][] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await searched(question));
  const [whole, longest] = [runs.map(([first]) => first), runs.map(([, second]) => second)];
  console.log(tableRow([label, median(whole), percentile(whole, 0.95), median(longest), Math.max(...longest)]));
}
await fleet.close();
