import { afterAll, expect, test } from 'vitest';
import { failureSchema } from '../../shared/contract/failure.ts';
import { failureIn } from '../testing/failures.ts';
import { fieldNames, hostilePayload, hostileValues } from '../testing/hostile-payloads.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { procedures } from './cli/channels.ts';

/** 5,000 for each channel is `npm run test:long`; every run takes a part of them. */
const PER_CHANNEL = Number(process.env['RACKWRIGHT_HOSTILE_PAYLOADS'] ?? 100);
const SEED = 43;
const STALL_MS = 100;
const ATTEMPTS = 3;

const values = hostileValues(5000, SEED);
const ends: (() => void | Promise<void>)[] = [];
const workspace = temporaryWorkspace((end) => ends.push(end));

afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

type Callable = (input: unknown, options: { signal: AbortSignal }) => Promise<unknown>;

function caller(channel: string): Callable {
  const [feature = '', name = ''] = channel.split('.');
  return Reflect.get(Reflect.get(workspace.client, feature) as object, name) as Callable;
}

/** A stream is given up after a moment, as by a window that closes: that of topics has no end. */
async function settle(answer: unknown, giveUp: AbortController): Promise<void> {
  if (typeof answer !== 'object' || answer === null || !(Symbol.asyncIterator in answer)) return;
  const timer = setTimeout(() => giveUp.abort(), 5);
  try {
    const events = (answer as AsyncIterable<unknown>)[Symbol.asyncIterator]();
    while ((await events.next()).done !== true) continue;
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What is wrong with the answer to one payload, or null. Time is the processor's, so that a busy machine is no fault; it is
 * judged where the payload is refused: one that is accepted has asked for work, such as verifying the whole history. What
 * took long is sent again: a payload that is slow is slow each time, but the collector of garbage falls on any of thousands.
 */
async function flawOf(call: Callable, payload: unknown, attempt = 1): Promise<string | null> {
  const before = process.threadCpuUsage();
  const giveUp = new AbortController();
  let flaw: string | null = null;
  try {
    await settle(await call(payload, { signal: giveUp.signal }), giveUp);
    return null;
  } catch (error) {
    if (giveUp.signal.aborted) return null;
    const failure = failureSchema.safeParse(failureIn(error));
    if (!failure.success) flaw = 'not the one shape';
    else if (failure.data.code === 'E_INTERNAL') flaw = 'a fault inside';
  }
  const { user, system } = process.threadCpuUsage(before);
  const spent = (user + system) / 1000;
  if (flaw !== null || spent <= STALL_MS) return flaw;
  return attempt < ATTEMPTS ? flawOf(call, payload, attempt + 1) : `took ${spent.toFixed(0)} ms`;
}

test.each([...procedures()].map(([name, procedure]) => ({ name, fields: fieldNames(procedure['~orpc'].inputSchema) })))(
  '$name answers or refuses whatever it is sent',
  async ({ name, fields }) => {
    const call = caller(name);
    const flaws: string[] = [];
    // The first call of a channel makes its parser.
    await flawOf(call, null);
    for (let index = 0; index < PER_CHANNEL; index += 1) {
      const flaw = await flawOf(call, hostilePayload(values, fields, index));
      if (flaw !== null) flaws.push(`payload ${index}: ${flaw}`);
    }
    expect(flaws).toEqual([]);
  },
  600_000,
);

test('afterwards the program is whole: no object polluted, the log a chain, the workspace sound', async () => {
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(await workspace.client.history.verify({})).toMatchObject({ ok: true });
});
