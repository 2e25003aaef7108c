// npm run bench -- soak [OPERATIONS]: 100,000 mixed commands that were carried out, those that were refused between them not
// counted, and questions, on one open workspace; how its memory, open files and write-ahead log grow after the first tenth.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { operationOn, perform, type Operation } from '../electron/testing/operations.ts';
import { TemporaryWorkspace } from '../electron/testing/temporary-workspace.ts';
import { definitionOf, type NounName } from '../shared/domain/nouns.ts';
import { keepYoungSpaceSmall } from '../electron/engine/young-space.ts';
import { collectGarbage } from './garbage.ts';
import { tableRow } from './statistics.ts';

const operations = Number(process.argv[2] ?? 100_000);
const WARM_UP_SHARE = 0.1;
/** Operations thought up at a time: what that leaves behind is no growth of the program. */
const CHUNK = 100;
const ROWS_AT_MOST = 400;
const ROWS_OF_A_NOUN = 25;
const MB = 1024 * 1024;
const GROWTH_AT_MOST = 0.1;
const LOG_AT_MOST_MB = 64;

keepYoungSpaceSmall();

/** What people change all day; rows come and go, so that their number settles. */
const NOUNS: readonly NounName[] = [
  'site',
  'room',
  'compute',
  'equipment',
  'rack',
  'placement',
  'port',
  'cable',
  'service',
  'assignment',
  'tag',
];

interface State {
  readonly rssMb: number;
  readonly heapMb: number;
  /** What V8 holds for that heap, free parts of its pages included. */
  readonly heldMb: number;
  readonly descriptors: number;
  readonly walMb: number;
  readonly rows: number;
}

const folder = mkdtempSync(join(tmpdir(), 'rackwright-soak-'));
const workspace = new TemporaryWorkspace(folder);

async function state(): Promise<State> {
  collectGarbage();
  // What the first one has moved is given back by the second.
  await setImmediate();
  collectGarbage();
  const { rss, heapUsed, heapTotal } = process.memoryUsage();
  const descriptors = readdirSync('/proc/self/fd').length;
  return {
    rssMb: rss / MB,
    heapMb: heapUsed / MB,
    heldMb: heapTotal / MB,
    descriptors,
    walMb: walMb(),
    rows: rowCount(),
  };
}

function walMb(): number {
  return (statSync(`${workspace.file}-wal`, { throwIfNoEntry: false })?.size ?? 0) / MB;
}

function rowCount(): number {
  const count = workspace.session.read.prepare<[], { rows: number }>('SELECT count(*) AS rows FROM object').get();
  return count?.rows ?? 0;
}

/** The window's share of the work: a list, a search, the history. */
async function ask(step: number): Promise<void> {
  const { client } = workspace;
  if (step % 3 === 0) await client.compute.list({ query: 'state=active', limit: 200 });
  else if (step % 3 === 1) await client.history.groups({});
  else await client.capacity.usage({ by: 'site' });
}

const CLONED: ReadonlySet<NounName> = new Set(['site', 'room', 'compute', 'rack', 'service']);

type Counts = ReadonlyMap<NounName, number>;

function countRows(): Counts {
  const { read } = workspace.session;
  const countOf = (table: string) => Number(read.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  return new Map(NOUNS.map((noun) => [noun, countOf(definitionOf(noun).table)]));
}

/**
 * What a person who sees the list would do instead of what is refused for certain: make the first row of a list, leave
 * alone what cannot be copied. More rows would be growth of the work, not of the program: what would make one removes one.
 */
function sensible(operation: Operation, rows: Counts): Operation {
  const { kind, noun, picks } = operation;
  const total = rows.values().reduce((sum, count) => sum + count, 0);
  const makes = ['create', 'clone', 'plant'].includes(kind);
  const empty = rows.get(noun) === 0;
  if (total > ROWS_AT_MOST && (makes || empty)) {
    const many = NOUNS.filter((name) => (rows.get(name) ?? 0) > ROWS_OF_A_NOUN);
    return { kind: 'remove', noun: many[(picks[0] ?? 0) % many.length] ?? noun, picks };
  }
  if (kind === 'create' || (empty && kind !== 'settings')) return { ...operation, kind: 'plant' };
  return kind === 'clone' && !CLONED.has(noun) ? { ...operation, kind: 'update' } : operation;
}

console.log(tableRow(['operations', 'RSS MB', 'heap MB', 'held for it MB', 'open files', 'WAL MB', 'named rows']));
console.log(tableRow(['---', '---', '---', '---', '---', '---', '---']));
let [done, refused, noted] = [0, 0, 0];
let rows = countRows();
let warm: State | null = null;
let largestWalMb = 0;
const rssMb: number[] = [];
const started = performance.now();
while (done < operations) {
  for (const operation of fc.sample(operationOn(NOUNS), { numRuns: CHUNK, seed: done + refused + 43 })) {
    if ((done + refused) % 20 === 0) {
      rows = countRows();
      await ask((done + refused) / 20);
    }
    if (await perform(workspace, sensible(operation, rows))) done += 1;
    else refused += 1;
    largestWalMb = Math.max(largestWalMb, walMb());
    // Commands reach the engine one by one through a port, so that its timers run between them.
    await setImmediate();
  }
  if (done >= noted + operations * WARM_UP_SHARE) {
    noted += operations * WARM_UP_SHARE;
    const now = await state();
    warm ??= now;
    if (now !== warm) rssMb.push(now.rssMb);
    const { heapMb, heldMb, descriptors, walMb: logMb, rows: named } = now;
    console.log(tableRow([String(done), now.rssMb, heapMb, heldMb, String(descriptors), logMb, String(named)]));
  }
}
const end = await state();
const seconds = (performance.now() - started) / 1000;
const { ok } = await workspace.client.history.verify({});
await workspace.session.close();
rmSync(folder, { recursive: true, force: true });
if (!warm) throw new Error('Nothing was carried out.');
const { rssMb: warmMb } = warm;
const growth = (megabytes: number) => megabytes / warmMb - 1;
const average = growth(rssMb.reduce((sum, megabytes) => sum + megabytes, 0) / rssMb.length);
const opened = end.descriptors - warm.descriptors;
const percent = (part: number) => `${(part * 100).toFixed(1)} %`;
const verdict = (isMet: boolean) => (isMet ? 'met' : 'MISSED');
const grownTooFar = Math.max(average, growth(end.rssMb)) > GROWTH_AT_MOST;
console.log(`
${done} operations carried out in ${seconds.toFixed(0)} s, ${refused} more refused; the chain is ${ok ? 'whole' : 'BROKEN'}
memory against that after the first tenth: ${percent(growth(end.rssMb))} more at the end, ${percent(average)} on average (goal for both ≤ ${percent(GROWTH_AT_MOST)}: ${verdict(!grownTooFar)}), ${percent(growth(Math.max(...rssMb)))} at its most
open files: ${opened} more (goal 0: ${verdict(opened <= 0)})
write-ahead log: ${largestWalMb.toFixed(1)} MB at its largest (goal ≤ ${LOG_AT_MOST_MB}: ${verdict(largestWalMb <= LOG_AT_MOST_MB)})`);
