import { expect, test } from 'vitest';
import { progressStream } from './progress-stream.ts';

async function collected(stream: AsyncIterable<string>): Promise<string[]> {
  const events: string[] = [];
  for await (const event of stream) events.push(event);
  return events;
}

test('streams what the task emits, its result last', async () => {
  const stream = progressStream<string>(async (emit) => {
    emit('one');
    await Promise.resolve();
    emit('two');
    return 'done';
  }, undefined);
  expect(await collected(stream)).toEqual(['one', 'two', 'done']);
});

test('a failing task fails the stream after what it had emitted', async () => {
  const stream = progressStream<string>(async (emit) => {
    emit('one');
    throw new Error('the disk is full');
  }, undefined);
  expect((await stream.next()).value).toBe('one');
  await expect(stream.next()).rejects.toThrow('the disk is full');
});

test('a reader that stops waits until the task has ended, so that nothing goes on behind it', async () => {
  const steps: string[] = [];
  const stream = progressStream<string>(async (emit, signal) => {
    emit('one');
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    await Promise.resolve();
    steps.push('rolled back');
    throw new Error('cancelled');
  }, undefined);
  expect((await stream.next()).value).toBe('one');
  await stream.return();
  expect(steps).toEqual(['rolled back']);
});

test.each(['before', 'during'] as const)('an abort %s the task reaches it', async (when) => {
  const stop = new AbortController();
  if (when === 'before') stop.abort();
  const stream = progressStream<string>(async (emit, signal) => {
    emit(signal.aborted ? 'stopped' : 'going');
    if (!signal.aborted) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    return 'ended';
  }, stop.signal);
  expect((await stream.next()).value).toBe(when === 'before' ? 'stopped' : 'going');
  stop.abort();
  expect(await collected(stream)).toEqual(['ended']);
});
