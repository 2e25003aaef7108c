import { CapacityReader } from '../electron/features/capacity/repository.ts';
import { definitionOf } from '../shared/domain/nouns.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { median, percentile, tableRow, timed } from './statistics.ts';

const COMPUTES = Number(process.argv[2] ?? 100_000);
const RUNS = 7;
const CHANGES = 500;

const fleet = await fleetWorkspace(COMPUTES);
const { session } = fleet;
const { read } = session;
const BARE = `SELECT compute_id, component_id, quantity, slot, raid_level, raid_group, raid_implementation,
  raid_nominal_members, hot_spare, failed FROM component_assignment`;
const assignments = read.prepare<[], number>('SELECT count(*) FROM component_assignment').pluck().get() ?? 0;

console.log(
  `Totals of ${COMPUTES} computes with ${assignments} assignments, cold from SQLite (goal ≤ 2.5 × the bare SELECT)\n`,
);
const bare = timed(RUNS, () => read.prepare(BARE).all());
let told = 0;
const all = timed(RUNS, () => new CapacityReader(read).everyTotals(() => (told += 1)));
if (told !== RUNS * COMPUTES) throw new Error(`${told} computes were told of, not ${RUNS * COMPUTES}.`);
console.log(tableRow(['rows', 'bare SELECT ms', 'totals ms', 'ratio']));
console.log(tableRow(['---', '---', '---', '---']));
console.log(tableRow([assignments, median(bare), median(all), median(all) / median(bare)]));

console.log('\nOne changed assignment: the totals of its compute again (goal < 1 ms), and the whole durable command\n');
const ids = read.prepare<[number], string>('SELECT id FROM component_assignment LIMIT ?').pluck().all(CHANGES);
const reader = new CapacityReader(read);
const computeOf = read.prepare<[string], string>('SELECT compute_id FROM component_assignment WHERE id = ?').pluck();
const again = timed(CHANGES, (run) => reader.totals(computeOf.get(ids[run] ?? '') ?? ''));
const commands: number[] = [];
for (const id of ids.slice(0, 100)) {
  const start = performance.now();
  await session.write({ kind: 'edit', label: 'Bench' }, (write) => {
    const definition = definitionOf('componentAssignment');
    const record = write.find(definition, id);
    if (record) write.update(definition, record, { quantity: Number(record['quantity']) + 1 });
  });
  commands.push(performance.now() - start);
}
console.log(tableRow(['what', 'median ms', 'p95 ms']));
console.log(tableRow(['---', '---', '---']));
console.log(tableRow(['totals of one compute', median(again), percentile(again, 0.95)]));
console.log(tableRow(['the command, on the disk', median(commands), percentile(commands, 0.95)]));
await fleet.close();
