import { expect, test } from 'vitest';
import { planBatch } from './batch.ts';
import { buildColumns } from './columns-change.ts';
import type { PlannerAssignment, PlannerCompute } from './columns.ts';
import { conflictOf } from './conflict.ts';
import { rank } from './rank.ts';
import { rejectedAll } from './rejections.ts';
import { relaxationsOf } from './relaxations.ts';
import { summarise } from './summary.ts';
import { aRequest, gb } from './testing/builders.ts';
import { seededNumbers } from './testing/seeded-numbers.ts';
import { shuffled } from './testing/shuffled.ts';
import { wholeOf } from './turns.ts';

function sampleFleet(): { computes: PlannerCompute[]; assignments: PlannerAssignment[] } {
  const computes: PlannerCompute[] = [];
  const assignments: PlannerAssignment[] = [];
  for (let index = 0; index < 48; index++) {
    const tags = { zone: 'abc'[index % 3] ?? 'a', env: index % 4 === 0 ? 'dev' : 'prod', '@rack': `r${index % 5}` };
    const state = index % 9 === 0 ? ('maintenance' as const) : ('active' as const);
    const total = { cores: 16 << (index % 3), memory: gb(64 << (index % 2)), nvme: 960, gpu: index % 7 === 0 ? 2 : 0 };
    computes.push({ id: `id-${index}`, name: `node-${index % 40}`, state, tags, total });
    assignments.push({
      serviceId: 'other',
      computeId: `id-${index}`,
      quantity: 1 + (index % 2),
      allocated: { cores: index % 8, memory: gb(index % 24) },
    });
    if (index % 6 === 0)
      assignments.push({
        serviceId: 'wanted',
        computeId: `id-${index}`,
        quantity: 1,
        allocated: { cores: 3, memory: gb(5) },
      });
  }
  return { computes, assignments };
}

const fits = aRequest(
  { cores: 2, memory: gb(4) },
  {
    max: { cores: 6, memory: gb(16) },
    top: 100,
    placement: {
      affinity: [{ matchLabels: { env: 'prod' } }],
      spreadMax: 2,
      topologySpread: [{ key: 'zone', maxSkew: 3 }],
    },
  },
);
const fitsNowhere = aRequest(
  { cores: 60, memory: gb(120), gpu: 1 },
  { quantity: 2, placement: { antiAffinity: [{ matchLabels: { zone: 'b' } }] } },
);

/** Everything the planner says about the two requests, as bytes. */
function everything(computes: readonly PlannerCompute[], assignments: readonly PlannerAssignment[]): string {
  const columns = buildColumns(computes, assignments);
  const answers = [fits, fitsNowhere].map((request) => {
    const ranking = rank(columns, request);
    return [
      ranking.candidates,
      [...rejectedAll(ranking)],
      summarise(ranking),
      conflictOf(ranking),
      wholeOf(relaxationsOf(ranking)),
    ];
  });
  return JSON.stringify(answers);
}

test('1,000 permutations of computes, tags and assignments give byte-identical answers', () => {
  const random = seededNumbers(20_26);
  const { computes, assignments } = sampleFleet();
  const expected = everything(computes, assignments);
  expect(expected).toContain('"verdict":"candidate"');
  expect(expected).toContain('"verified":true');
  const answers = new Set<string>();
  for (let round = 0; round < 1_000; round++) {
    const retagged = computes.map((compute) => ({
      ...compute,
      tags: Object.fromEntries(shuffled(Object.entries(compute.tags), random)),
    }));
    answers.add(everything(shuffled(retagged, random), shuffled(assignments, random)));
  }
  expect([...answers]).toEqual([expected]);
});

test('1,000 permutations of computes and of the services in a batch give byte-identical plans', () => {
  const random = seededNumbers(7);
  const { computes, assignments } = sampleFleet();
  const requests = [
    aRequest({ cores: 4, memory: gb(8) }, { id: 'x', name: 'x', quantity: 9, placement: { spreadMax: 1 } }),
    aRequest({ cores: 8, memory: gb(4), gpu: 1 }, { id: 'y', name: 'y', quantity: 5 }),
    aRequest({ cores: 1, memory: gb(20) }, { id: 'z', name: 'z', quantity: 7, max: { cores: 4 } }),
    // What asks for nothing finds all empty computes equally large; the name decides.
    aRequest({}, { id: 'nothing', name: 'nothing', quantity: 60, placement: { spreadMax: 1 } }),
  ];
  const plans = new Set<string>();
  for (let round = 0; round < 1_000; round++) {
    const columns = buildColumns(shuffled(computes, random), shuffled(assignments, random));
    plans.add(JSON.stringify(planBatch(columns, shuffled(requests, random))));
  }
  expect(plans.size).toBe(1);
});
