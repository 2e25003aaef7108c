import { definitionOf } from '../shared/domain/nouns.ts';
import { PlannerFeed } from '../electron/features/plan/planner-feed.ts';
import { plannerStatements } from '../electron/features/plan/fleet-repository.ts';
import { planFor } from '../electron/features/plan/service.ts';
import { planInput } from '../shared/contract/plan.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { median, percentile, tableRow, timed } from './statistics.ts';

const LOADS = 9;
const CHANGES = 1_000;
const PLANS = 100;

const computes = Number(process.argv[2] ?? 100_000);
const fleet = await fleetWorkspace(computes);
const database = fleet.session.read;

const bare = timed(LOADS, () => {
  for (const sql of plannerStatements()) database.prepare<unknown[], Record<string, unknown>>(sql).all();
});
const loads = timed(LOADS, () => new PlannerFeed().columns(database));

const feed = new PlannerFeed();
const columns = feed.columns(database);
const assignment = definitionOf('assignment');
const computeIds = columns.ids.filter((id) => id !== '');
const changes = timed(CHANGES, (run) => {
  const computeId = computeIds[(run * 7919) % computeIds.length] ?? '';
  const record = {
    id: `bench-${run}`,
    serviceId: 'bench',
    computeId,
    quantity: 1,
    allocated: { cores: 1, memory: 1024 },
  };
  feed.changed(assignment, null, record);
  feed.commit(database);
});

const plans = timed(PLANS, (run) => {
  const subject = { adHoc: { name: 'bench', min: { cores: 1 + (run % 8), memory: 4096 }, max: {} } };
  const question = planInput.parse({ subject, top: 50 });
  return planFor(database, columns, { ...question, rejectedLimit: 30, rejectedOffset: 0 });
});

console.log(`Planner columns of ${computes} computes from SQLite (goal ≤ 2× the bare SELECT, one change < 1 ms)\n`);
console.log('| what | median ms | p95 ms | against bare |');
console.log('| --- | ---: | ---: | ---: |');
const bareMs = median(bare);
console.log(tableRow(['bare SELECT of the same rows', bareMs, percentile(bare, 0.95), '']));
console.log(
  tableRow(['columns loaded', median(loads), percentile(loads, 0.95), `${(median(loads) / bareMs).toFixed(2)}×`]),
);
console.log(tableRow(['one assignment changes them', median(changes), percentile(changes, 0.95), '']));
console.log(tableRow(['plan.rank of the wizard in the engine', median(plans), percentile(plans, 0.95), '']));
await fleet.close();
