import { expect, test } from 'vitest';
import type { PlanRequest } from '../../../shared/domain/plan.ts';
import { planBatch } from '../../planner/batch.ts';
import { buildColumns } from '../../planner/columns-change.ts';
import type { PlannerAssignment, PlannerColumns, PlannerCompute } from '../../planner/columns.ts';
import { conflictOf } from '../../planner/conflict.ts';
import { readPlanRequest, rank } from '../../planner/rank.ts';
import { rejectedAll } from '../../planner/rejections.ts';
import { summarise } from '../../planner/summary.ts';
import { seededNumbers } from '../../planner/testing/seeded-numbers.ts';
import { shuffled } from '../../planner/testing/shuffled.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { plannerAssignments, plannerComputes } from './fleet-repository.ts';
import { allServices } from './service-repository.ts';

interface Sample {
  readonly computes: readonly PlannerCompute[];
  readonly assignments: readonly PlannerAssignment[];
  readonly requests: readonly PlanRequest[];
}

async function theSample(): Promise<Sample> {
  const { client, session } = temporaryWorkspace();
  session.workspace.writer?.pragma('synchronous = OFF');
  await client.workspace.addSample();
  const services = [...allServices(session.read).values()].toSorted((left, right) => (left.name < right.name ? -1 : 1));
  return {
    computes: [...plannerComputes(session.read)],
    assignments: [...plannerAssignments(session.read)],
    requests: services.map((service) => readPlanRequest({ service, top: 5 })),
  };
}

/** What is said of two of the services, every rejection of one, and where a set of five goes, as bytes. */
function answers({ requests }: Sample, columns: PlannerColumns, random: (() => number) | null): string {
  const asked = [requests[0], requests.at(-1)].flatMap((request) => request ?? []);
  const rankings = asked.map((request) => rank(columns, request));
  const set = requests.slice(0, 5).map((request) => ({ ...request, quantity: 3 }));
  return JSON.stringify([
    rankings.map((ranking) => [ranking.candidates, summarise(ranking), conflictOf(ranking)]),
    rankings.slice(1).map((ranking) => [...rejectedAll(ranking)]),
    planBatch(columns, random ? shuffled(set, random) : set).steps,
  ]);
}

test('the sample datacenter, told in 1,000 orders of computes, tags, assignments and services, gives byte-identical answers', async () => {
  const sample = await theSample();
  const { computes, assignments } = sample;
  const random = seededNumbers(400);
  const expected = answers(sample, buildColumns(computes, assignments), null);
  expect(computes.length).toBe(400);
  expect(expected).toContain('"verdict":"candidate"');
  expect(expected).toContain('"verdict":"rejected"');
  const different = new Set<string>();
  for (let round = 0; round < 1_000; round++) {
    const retagged = computes.map((compute) => {
      return { ...compute, tags: Object.fromEntries(shuffled(Object.entries(compute.tags), random)) };
    });
    const columns = buildColumns(shuffled(retagged, random), shuffled(assignments, random));
    const told = answers(sample, columns, random);
    if (told !== expected) different.add(told);
  }
  expect(different.size).toBe(0);
}, 120_000);
