import type { PlannerColumns } from '../electron/planner/columns.ts';
import { rank, readPlanRequest } from '../electron/planner/rank.ts';
import type { PlanRequest } from '../shared/domain/plan.ts';
import { benchFleet } from './planner-fleet.ts';

// Ranks one service over fleets of growing size: all reasons for every compute, the best 20. The yardstick is adding up
// the same columns in plain JavaScript in the same run, column after column.

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

function sumColumn(column: ArrayLike<number>, rowCount: number): number {
  let sum = 0;
  for (let row = 0; row < rowCount; row++) sum += column[row] ?? 0;
  return sum;
}

/** Every column the ranking reads or writes, added up. */
function sumColumns(columns: PlannerColumns, codes: Int32Array): number {
  const all = [...columns.total, ...columns.used, columns.base, columns.measured, codes];
  return all.reduce((sum, column) => sum + sumColumn(column, columns.rowCount), 0);
}

function medianMs(repetitions: number, work: () => void): number {
  const times = Array.from({ length: repetitions }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.toSorted((left, right) => left - right)[repetitions >> 1] ?? 0;
}

let checksum = 0;
console.log('| computes | request | candidates | rank ms | sum ms | ratio |');
console.log('| ---: | --- | ---: | ---: | ---: | ---: |');
for (const computeCount of [10_000, 100_000, 1_000_000]) {
  const columns = benchFleet(computeCount);
  const repetitions = Math.max(15, Math.min(301, Math.round(3_000_000 / computeCount)));
  for (const [label, request] of REQUESTS) {
    const { scan, candidateCount } = rank(columns, request);
    const rankMs = medianMs(repetitions, () => (checksum += rank(columns, request).candidateCount));
    const sumMs = medianMs(repetitions, () => (checksum += sumColumns(columns, scan.codes)));
    const cells = [
      computeCount,
      label,
      candidateCount,
      rankMs.toFixed(3),
      sumMs.toFixed(3),
      (rankMs / sumMs).toFixed(2),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
const { node, v8 } = process.versions;
console.log(`\nNode ${node}, V8 ${v8}, ${process.platform} ${process.arch}; checksum ${checksum.toFixed(0)}.`);
