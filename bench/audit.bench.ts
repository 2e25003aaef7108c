import { setTimeout as wait } from 'node:timers/promises';
import { clientOf } from '../electron/engine/cli/session.ts';
import { fleetWorkspace } from './fleet-workspace.ts';
import { median, percentile, tableRow } from './statistics.ts';

const PER_SECOND = 50;
const DECISIONS_AT_ONCE = 1000;

const computes = Number(process.argv[2] ?? 100_000);
const seconds = Number(process.argv[3] ?? 60);
const fleet = await fleetWorkspace(computes);
const client = clientOf(fleet.session);

const began = performance.now();
const { id: session, session: audit } = await client.audit.start({
  name: 'Bench',
  scope: { kind: 'query', query: '' },
});
const started = performance.now() - began;
const loading = performance.now();
const { racks } = await client.audit.walk({ session });
const loaded = performance.now() - loading;
const names = fleet.session.read.prepare<[], string>('SELECT name FROM compute ORDER BY id').pluck().all();

/** Mostly what is expected, every tenth unknown, every fiftieth a rack's label. */
function reading(index: number): string {
  if (index % 50 === 0) return racks[(index / 50) % racks.length]?.name ?? '';
  if (index % 10 === 0) return `STRANGER-${index}`;
  return names[(index * 7919) % names.length] ?? '';
}

const total = PER_SECOND * seconds;
const times: number[] = [];
const first = performance.now();
for (let index = 0; index < total; index += 1) {
  const due = first + (index * 1000) / PER_SECOND;
  const early = due - performance.now();
  if (early > 0) await wait(early);
  // From when the scanner sends it: a queue that builds up counts.
  await client.audit.scan({ session, text: reading(index) });
  times.push(performance.now() - due);
}
const kept = fleet.session.read.prepare<[], number>('SELECT count(*) FROM observation').pluck().get() ?? 0;
const asked = performance.now();
const { discrepancies } = await client.audit.discrepancies({ session });
const compared = performance.now() - asked;

// Everything is seen in no rack in particular, all that differs is kept as recorded, and the audit is signed.
await client.audit.setPlace({ session, rack: null });
await client.audit.scanMany({ session, text: names.join('\n') });
const { discrepancies: left } = await client.audit.discrepancies({ session });
for (let from = 0; from < left.length; from += DECISIONS_AT_ONCE)
  await client.audit.decide({
    session,
    decisions: left
      .slice(from, from + DECISIONS_AT_ONCE)
      .map(({ key }) => ({ discrepancy: key, decision: 'ignore' as const, reason: 'Bench' })),
  });
const signing = performance.now();
await client.audit.sign({ session });
const signed = performance.now() - signing;
const entries = fleet.session.read.prepare<[], number>('SELECT count(*) FROM journal_entry').pluck().get() ?? 0;

console.log(
  `Audit at ${computes} computes: ${PER_SECOND} scans a second for ${seconds} s (goal: none lost, p95 < 50 ms)\n`,
);
console.log(tableRow(['what', 'value']));
console.log(tableRow(['---', '---']));
console.log(tableRow(['expected devices', String(audit.progress.expected)]));
console.log(tableRow(['start, list frozen, ms', started]));
console.log(tableRow(['first walk, list loaded, ms', loaded]));
console.log(tableRow(['scans sent', String(total)]));
console.log(tableRow(['scans lost', String(total - kept)]));
console.log(tableRow(['median ms', median(times)]));
console.log(tableRow(['p95 ms', percentile(times, 0.95)]));
console.log(tableRow(['slowest ms', percentile(times, 1)]));
console.log(tableRow([`discrepancies (${discrepancies.length}), ms`, compared]));
console.log(tableRow([`sign-off with ${entries} journal entries, ms`, signed]));
await fleet.close();
