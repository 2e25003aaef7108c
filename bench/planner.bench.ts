import { readPlanRequest, rank } from '../electron/planner/rank.ts';
import type { PlannerColumns } from '../electron/planner/columns.ts';
import type { PlanRequest } from '../shared/domain/plan.ts';
import { benchFleet } from './planner-fleet.ts';

const SERVICES: Record<string, PlanRequest['service']> = {
  'one size, no rules': { id: 'api', name: 'api', min: { cores: 4, memory: 8_192, nvme: 100 }, max: {}, placement: { affinity: [], antiAffinity: [], spreadMax: 0, topologySpread: [] } },
  'min to max, affinity, anti-affinity, spread': {
    id: 'api',
    name: 'api',
    min: { cores: 4, memory: 8_192, nvme: 100 },
    max: { cores: 8, memory: 32_768, nvme: 200 },
    placement: {
      affinity: [{ matchLabels: { env: 'prod' }, matchExpressions: [] }],
      antiAffinity: [{ matchLabels: {}, matchExpressions: [{ key: 'zone', operator: 'In', values: ['c'] }] }],
      spreadMax: 2,
      topologySpread: [],
    },
  },
};

/** Adds up every column the ranking reads, in plain JavaScript: the bound the ranking is compared with. */
function sumColumns(columns: PlannerColumns, codes: Int32Array): number {
  const [t0, t1, t2, t3, t4] = columns.total;
  const [u0, u1, u2, u3, u4] = columns.used;
  if (!t0 || !t1 || !t2 || !t3 || !t4 || !u0 || !u1 || !u2 || !u3 || !u4) return 0;
  const { base, measured } = columns;
  let sum = 0;
  for (let row = 0; row < codes.length; row++) {
    sum += (t0[row] ?? 0) + (t1[row] ?? 0) + (t2[row] ?? 0) + (t3[row] ?? 0) + (t4[row] ?? 0);
    sum += (u0[row] ?? 0) + (u1[row] ?? 0) + (u2[row] ?? 0) + (u3[row] ?? 0) + (u4[row] ?? 0);
    sum += (base[row] ?? 0) + (measured[row] ?? 0) + (codes[row] ?? 0);
  }
  return sum;
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
for (const computeCount of [1_000, 10_000, 100_000, 1_000_000]) {
  const columns = benchFleet(computeCount);
  const repetitions = Math.max(9, Math.min(301, Math.round(3_000_000 / computeCount)));
  for (const [label, service] of Object.entries(SERVICES)) {
    const request = readPlanRequest({ service });
    const first = rank(columns, request);
    const rankMs = medianMs(repetitions, () => (checksum += rank(columns, request).candidateCount));
    const sumMs = medianMs(repetitions, () => (checksum += sumColumns(columns, first.scan.codes)));
    const cells = [computeCount, label, first.candidateCount, rankMs.toFixed(3), sumMs.toFixed(3), (rankMs / sumMs).toFixed(2)];
    console.log(`| ${cells.join(' | ')} |`);
  }
}
console.log(`\nNode ${process.versions.node}, V8 ${process.versions.v8}, ${process.platform} ${process.arch}; checksum ${checksum.toFixed(0)}.`);
