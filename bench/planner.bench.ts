import type { PlannerColumns } from '../electron/planner/columns.ts';
import { rank, readPlanRequest } from '../electron/planner/rank.ts';
import type { PlanRequest } from '../shared/domain/plan.ts';
import { benchFleet } from './planner-fleet.ts';
import { percentile } from './statistics.ts';

// Ranks one service over fleets of growing size: all reasons for every compute, the best 20. The yardstick is adding up
// the same columns in plain JavaScript in the same run. `npm run bench -- planner 10000` takes that size alone.

const REQUESTS: readonly (readonly [label: string, request: PlanRequest])[] = [
  [
    'one size, no rules',
    readPlanRequest({ service: { id: 'api', name: 'api', min: { cores: 4, memory: 8_192, nvme: 100 } } }),
  ],
  [
    'min to max, affinity, anti-affinity, spread',
    readPlanRequest({
      service: {
        id: 'api',
        name: 'api',
        min: { cores: 4, memory: 8_192, nvme: 100 },
        max: { cores: 8, memory: 32_768, nvme: 200 },
        placement: {
          affinity: [{ matchLabels: { env: 'prod' } }],
          antiAffinity: [{ matchExpressions: [{ key: 'zone', operator: 'In', values: ['c'] }] }],
          spreadMax: 2,
        },
      },
    }),
  ],
  [
    'all five resources with a buffer',
    readPlanRequest({
      service: { id: 'ml', name: 'ml', min: { cores: 4, memory: 8_192, nvme: 100, vram: 16_384, gpu: 1 } },
      buffer: { cores: 0.1, memory: 0.1 },
    }),
  ],
];

function columnsOf(columns: PlannerColumns, codes: Int32Array): ArrayLike<number>[] {
  return [...columns.total, ...columns.used, columns.base, columns.measured, codes];
}

function sumColumn(column: ArrayLike<number>, rowCount: number): number {
  let sum = 0;
  for (let row = 0; row < rowCount; row++) sum += column[row] ?? 0;
  return sum;
}

/** Every column the ranking reads or writes, added up one column after another. */
function sumByColumn(columns: readonly ArrayLike<number>[], rowCount: number): number {
  return columns.reduce((sum, column) => sum + sumColumn(column, rowCount), 0);
}

/** The same, row after row, as a ranking has to go. */
function sumByRow(columns: readonly ArrayLike<number>[], rowCount: number): number {
  let sum = 0;
  for (let row = 0; row < rowCount; row++) for (const column of columns) sum += column[row] ?? 0;
  return sum;
}

interface Times {
  readonly median: number;
  readonly p95: number;
}

/** Milliseconds of each piece of work, taken in turns so that a busy machine slows all alike; the first tenth only warms up. */
function measure(repetitions: number, works: readonly (() => void)[]): Times[] {
  const times = works.map((): number[] => []);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    works.forEach((work, index) => {
      const start = performance.now();
      work();
      times[index]?.push(performance.now() - start);
    });
  }
  return times.map((all) => {
    const counted = all.slice(Math.ceil(repetitions / 10));
    return { median: percentile(counted, 0.5), p95: percentile(counted, 0.95) };
  });
}

let checksum = 0;
console.log(
  '| computes | request | candidates | rank ms | p95 ms | sum by row ms | ratio | sum by column ms | ratio |',
);
console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |');
const asked = process.argv.slice(2).map(Number);
for (const computeCount of asked.length > 0 ? asked : [10_000, 100_000, 1_000_000]) {
  const columns = benchFleet(computeCount);
  const repetitions = Math.max(31, Math.min(301, Math.round(6_000_000 / computeCount)));
  for (const [label, request] of REQUESTS) {
    const { scan, candidateCount } = rank(columns, request);
    const summed = columnsOf(columns, scan.codes);
    const [ranking, byRow, byColumn] = measure(repetitions, [
      () => (checksum += rank(columns, request).candidateCount),
      () => (checksum += sumByRow(summed, computeCount)),
      () => (checksum += sumByColumn(summed, computeCount)),
    ]);
    if (!ranking || !byRow || !byColumn) continue;
    const ratio = (sum: Times): string => (ranking.median / sum.median).toFixed(2);
    const times = [ranking.median, ranking.p95, byRow.median].map((time) => time.toFixed(3));
    const cells = [
      computeCount,
      label,
      candidateCount,
      ...times,
      ratio(byRow),
      byColumn.median.toFixed(3),
      ratio(byColumn),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
const { node, v8 } = process.versions;
console.log(`\nNode ${node}, V8 ${v8}, ${process.platform} ${process.arch}; checksum ${checksum.toFixed(0)}.`);
