import { definitionOf } from '../shared/domain/nouns.ts';
import { listPage } from '../electron/features/object/list-repository.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { median, percentile, tableRow, timed } from './statistics.ts';

const RUNS = 60;

interface Case {
  readonly title: string;
  readonly query: string;
  readonly sort: { key: string; descending: boolean }[];
  /** The same question in the plainest SQL: the count, then the columns of the first 200 rows. */
  readonly where: string;
  readonly from: string;
  readonly order: string;
}

const CASES: readonly Case[] = [
  {
    title: 'all, by name',
    query: '',
    sort: [{ key: 'name', descending: false }],
    where: '1',
    from: 'compute',
    order: 'name COLLATE NOCASE, id',
  },
  {
    title: 'state=active, by name',
    query: 'state=active',
    sort: [{ key: 'name', descending: false }],
    where: "state = 'active'",
    from: 'compute',
    order: 'name COLLATE NOCASE, id',
  },
  {
    title: 'typed word, by name',
    query: 'srv-0004',
    sort: [{ key: 'name', descending: false }],
    where:
      "(instr(lower(name), 'srv-0004') > 0 OR instr(lower(serial), 'srv-0004') > 0 OR instr(lower(asset_tag), 'srv-0004') > 0)",
    from: 'compute',
    order: 'name COLLATE NOCASE, id',
  },
  {
    title: 'cores>=32, by memory descending',
    query: 'cores>=32',
    sort: [{ key: 'memory', descending: true }],
    where: 'cores >= 32',
    from: 'compute JOIN capacity ON capacity.compute_id = compute.id',
    order: 'memory DESC, id',
  },
];

const fleet = await fleetWorkspace(Number(process.argv[2] ?? 100_000));
const { read } = fleet.session;
const definition = definitionOf('compute');

console.log(
  'Fleet page: filter, sort, count and first 200 rows, in the engine, against the bare SQL (goal ≤ 3×, p95 < 30 ms)\n',
);
console.log(tableRow(['question', 'bare median ms', 'page median ms', 'page p95 ms', 'ratio']));
console.log(tableRow(['---', '---', '---', '---', '---']));
for (const { title, query, sort, where, from, order } of CASES) {
  const count = read.prepare(`SELECT count(*) FROM ${from} WHERE ${where}`);
  const page = read.prepare(`SELECT compute.* FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT 200`);
  const bare = timed(RUNS, () => [count.get(), page.all()]);
  const ours = timed(RUNS, () => listPage(read, definition, { query, sort, limit: 200 }));
  console.log(tableRow([title, median(bare), median(ours), percentile(ours, 0.95), median(ours) / median(bare)]));
}
await fleet.close();
