import { definitionOf } from '../shared/domain/nouns.ts';
import { newId } from '../electron/db/identifier.ts';
import { findObjects } from '../electron/features/find/search.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { median, percentile, tableRow, timed } from './statistics.ts';

const RUNS = 60;
const PARTS_PER_COMPUTE = 4;
const LIMIT = 20;

/** Each title with texts that differ from run to run, as somebody types them. */
const CASES: readonly (readonly [title: string, text: (run: number) => string])[] = [
  ['whole name', (run) => `node-${String(run * 997).padStart(6, '0')}`],
  ['beginning of a name', (run) => `node-${String(run % 10)}`],
  ['middle of a name', (run) => `-${String(run * 13).padStart(4, '0')}`],
  ['what every name holds', () => 'node'],
  ['one letter', (run) => 'abcdefghijklmnopqrstuvwxyz'.charAt(run % 26)],
  ['two letters', (run) => 'noseprzoba'.slice(run % 9, (run % 9) + 2)],
  ['serial number of a part', (run) => `PART-${String(run * 6007).padStart(7, '0')}`],
  [
    'end of a serial number',
    (run) =>
      String(run * 6007)
        .padStart(7, '0')
        .slice(2),
  ],
  ['tag that all have', () => 'env=prod'],
  ['two words', (run) => `node ${String(run).padStart(3, '0')}`],
  ['word of one journal entry', (run) => `ticket ${run * 1607}`],
  ['word of every journal entry', () => 'replaced'],
  ['what nothing holds', () => 'zzzqqq'],
];

const computes = Number(process.argv[2] ?? 100_000);
const fleet = await fleetWorkspace(computes);
const { session } = fleet;
const fitted = session.read
  .prepare<[number], { id: string; componentId: string }>(
    'SELECT id, component_id AS componentId FROM component_assignment ORDER BY id LIMIT ?',
  )
  .all(computes * PARTS_PER_COMPUTE);
const part = definitionOf('part');
const started = performance.now();
await session.write({ kind: 'import', label: 'Bench parts' }, (write) => {
  for (const [index, { id, componentId }] of fitted.entries())
    write.insert(part, {
      id: newId(),
      componentId,
      serial: `PART-${String(index).padStart(7, '0')}`,
      assetTag: null,
      status: 'fitted',
      componentAssignmentId: id,
      spareShelfId: null,
      slot: null,
      notes: null,
    });
});
const owners = session.read.prepare<[], string>('SELECT id FROM compute ORDER BY id').pluck().all();
const entry = definitionOf('journalEntry');
await session.write({ kind: 'import', label: 'Bench journal' }, (write) => {
  for (const [index, objectId] of owners.entries())
    write.insert(entry, {
      id: newId(),
      objectId,
      at: new Date(1_700_000_000_000 + index * 1000).toISOString(),
      category: 'hardware',
      content: `Replaced fan ${index % 8}, ticket ${index}.`,
      format: 'plain',
      createdBy: 'bench',
      changeGroupId: null,
      correctsId: null,
    });
});
await session.settled();
console.log(
  `${fitted.length} parts and ${owners.length} journal entries recorded in ${Math.round(performance.now() - started)} ms\n`,
);
console.log(
  `Find at ${computes} computes and ${fitted.length} components with serial numbers, ${owners.length} journal entries (goal: p95 < 30 ms)\n`,
);
console.log(tableRow(['what is typed', 'found', 'median ms', 'p95 ms']));
console.log(tableRow(['---', '---', '---', '---']));
const all: number[] = [];
for (const [title, text] of CASES) {
  const found = findObjects(session.read, text(1), [], LIMIT).length;
  const times = timed(RUNS, (run) => findObjects(session.read, text(run), [], LIMIT));
  all.push(...times);
  console.log(tableRow([title, String(found), median(times), percentile(times, 0.95)]));
}
console.log(tableRow(['all of it', '', median(all), percentile(all, 0.95)]));
await fleet.close();
