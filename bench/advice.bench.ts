import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { adviceFor } from '../electron/features/plan/advice.ts';
import { planInput } from '../shared/contract/plan.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { median, percentile, tableRow } from './statistics.ts';

// What would help where nothing fits, over a whole fleet; and how long the engine is deaf to others meanwhile. The yardstick
// is a turn of 25 ms. `npm run bench -- advice 10000` takes that size.

const RUNS = 9;

const computes = Number(process.argv[2] ?? 100_000);
const fleet = await fleetWorkspace(computes);

/** As long as a search takes, with nothing asked: what the machine and the upkeep cost by themselves. */
const IDLE_MS = 100;

const QUESTIONS = [
  ['one, larger than any free room', { min: { cores: 1_200, memory: 900_000 }, max: {} }, 1],
  ['500 on one compute', { min: { cores: 1, memory: 2_048 }, max: {} }, 500],
] as const;

/** Milliseconds that some work took, and the longest that anything else had to wait for its turn. */
async function watched(work: () => Promise<unknown>): Promise<[whole: number, longest: number]> {
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
  await work();
  const whole = performance.now() - start;
  end.abort();
  await others;
  return [whole, longest];
}

console.log(`What would help where nothing fits, over ${computes} computes\n`);
console.log('| question | whole ms, median | p95 | longest wait of others ms, median | worst |');
console.log('| --- | ---: | ---: | ---: | ---: |');
fleet.session.plannerColumns();

async function measured(label: string, work: () => Promise<unknown>): Promise<void> {
  const runs: [number, number][] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await watched(work));
  const [whole, longest] = [runs.map(([first]) => first), runs.map(([, second]) => second)];
  console.log(tableRow([label, median(whole), percentile(whole, 0.95), median(longest), Math.max(...longest)]));
}

await measured('nothing is asked', () => pause(IDLE_MS));
for (const [label, { min, max }, quantity] of QUESTIONS) {
  const question = planInput.parse({ subject: { adHoc: { name: 'bench', min, max } }, quantity });
  await measured(label, () => adviceFor(fleet.session, question, { told: () => undefined, signal: undefined }));
}
await fleet.close();
