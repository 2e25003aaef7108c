import { definitionOf } from '../shared/domain/nouns.ts';
import { listPage } from '../electron/features/object/list-repository.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { median, percentile, tableRow, timed } from './statistics.ts';

const RUNS = 40;
const PAGE_ROWS = 200;

const fleet = await fleetWorkspace(Number(process.argv[2] ?? 100_000));
const { read } = fleet.session;
const definition = definitionOf('compute');

console.log('A page at the end of the list: reached by wheel, after a cursor, and by the bar, at a row number\n');
console.log(tableRow(['sorted by', 'cursor median ms', 'p95', 'row number median ms', 'p95', 'ratio']));
console.log(tableRow(['---', '---', '---', '---', '---', '---']));
for (const key of ['name', 'memory', 'state']) {
  const request = { query: '', sort: [{ key, descending: false }], limit: PAGE_ROWS };
  const { total } = listPage(read, definition, request);
  const { cursor } = listPage(read, definition, { ...request, from: total - 2 * PAGE_ROWS });
  if (cursor === null) throw new Error('There is no page before the last one.');
  const follow = () => listPage(read, definition, { ...request, cursor });
  const jump = () => listPage(read, definition, { ...request, from: total - PAGE_ROWS });
  const [followed, jumped] = [timed(RUNS, follow), timed(RUNS, jump)];
  const figures = [followed, jumped].flatMap((list) => [median(list), percentile(list, 0.95)]);
  console.log(tableRow([key, ...figures, median(jumped) / median(followed)]));
}
await fleet.close();
