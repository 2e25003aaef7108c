import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { killed, startScript } from '../../testing/child-process.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { verifyChangeLog } from '../../db/verify.ts';
import { plantHall, recordedAs } from './testing/planted-hall.ts';

const MOMENTS = 50;
const SCANS_AT_MOST = 40;

/** Sends scans as fast as they go, kills the engine after the given acknowledgements, and answers what was acknowledged. */
async function scanUntilKilled(
  file: string,
  folder: string,
  first: number,
  acknowledgements: number,
): Promise<string[]> {
  const engine = startScript('electron/testing/call-channels.ts', [file, folder]);
  const { stdin, stdout } = engine;
  if (!stdin || !stdout) throw new Error('The engine has no pipes.');
  // A killed process closes its end while we still write.
  stdin.on('error', () => undefined);
  const texts = Array.from({ length: SCANS_AT_MOST }, (_, index) => `READING-${first + index}`);
  const acknowledged: string[] = [];
  const enough = Promise.withResolvers<void>();
  createInterface({ input: stdout }).on('line', (line) => {
    const { value } = JSON.parse(line) as { value?: { observation: { raw: string } } };
    if (value) acknowledged.push(value.observation.raw);
    if (acknowledged.length >= acknowledgements) enough.resolve();
  });
  for (const text of texts)
    stdin.write(`${JSON.stringify({ channel: 'audit.scan', input: { session: 'Spring', text } })}\n`);
  await Promise.race([enough.promise, once(engine, 'close')]);
  await killed(engine);
  return acknowledged;
}

test('an engine that is killed at 50 moments loses no scan that it had acknowledged', async () => {
  const workspace = temporaryWorkspace();
  await plantHall(workspace.client, 20);
  await workspace.client.audit.start({ name: 'Spring', scope: { kind: 'room', room: 'Hall 1' } });
  await workspace.client.audit.scan({ session: 'Spring', text: recordedAs(0).rack });
  await workspace.session.close();

  const acknowledged: string[] = [];
  for (let moment = 0; moment < MOMENTS; moment += 1) {
    // At another moment of a run each time: after the first answer, in the middle, with many on their way.
    const after = 1 + ((moment * 7) % 25);
    const first = moment * SCANS_AT_MOST;
    acknowledged.push(...(await scanUntilKilled(workspace.file, workspace.backupFolder, first, after)));
  }
  await workspace.reopen();
  const { session, client } = workspace;
  const kept = new Set(session.read.prepare<[], string>('SELECT raw FROM observation').pluck().all());
  expect(acknowledged.length).toBeGreaterThan(MOMENTS);
  expect(acknowledged.filter((raw) => !kept.has(raw))).toEqual([]);
  expect(verifyChangeLog(session.read).firstBad).toBeNull();
  const { place } = await client.audit.session({ session: 'Spring' });
  expect(place.name).toBe(recordedAs(0).rack);
}, 180_000);
