import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../../shared/contract/failure.ts';
import { ScanQueue, type ScanQueueState } from './scan-queue.ts';

const LOST: Failure = { code: 'E_UNAVAILABLE', message: 'The engine stopped.' };

function aQueue(store: (text: string) => Promise<string>) {
  const stored: string[] = [];
  const states: ScanQueueState<'typed'>[] = [];
  const queue = new ScanQueue<'typed', string>({
    store: ({ text }) => store(text),
    onStored: (answer) => stored.push(answer),
    onState: (state) => states.push(state),
    failureOf: () => LOST,
  });
  const add = (text: string) => queue.add({ text, source: 'typed' });
  return { queue, stored, states, add };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

describe('a scan queue', () => {
  it('stores one at a time, in the order they were read', async () => {
    const log: string[] = [];
    const { add, stored } = aQueue(async (text) => {
      log.push(`begin ${text}`);
      await settled();
      log.push(`end ${text}`);
      return text;
    });
    for (const text of ['a', 'b', 'c']) add(text);
    await expect.poll(() => stored).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['begin a', 'end a', 'begin b', 'end b', 'begin c', 'end c']);
  });

  it('tells of a scan, and so lets it be heard, only when it is stored', async () => {
    const disk = Promise.withResolvers<string>();
    const { add, stored, states } = aQueue(() => disk.promise);
    add('a');
    await settled();
    expect(stored).toEqual([]);
    expect(states.at(-1)?.waiting.map(({ text }) => text)).toEqual(['a']);
    disk.resolve('a');
    await expect.poll(() => stored).toEqual(['a']);
  });

  it('keeps what could not be stored, and what was read after it, until it is tried again', async () => {
    let broken = true;
    const { queue, add, stored, states } = aQueue((text) =>
      broken && text === 'b' ? Promise.reject(new Error('gone')) : Promise.resolve(text),
    );
    for (const text of ['a', 'b', 'c']) add(text);
    await expect.poll(() => states.at(-1)?.failure).toEqual(LOST);
    expect(stored).toEqual(['a']);
    expect(states.at(-1)?.waiting.map(({ text }) => text)).toEqual(['b', 'c']);
    broken = false;
    queue.retry();
    await expect.poll(() => stored).toEqual(['a', 'b', 'c']);
    expect(states.at(-1)).toEqual({ waiting: [], failure: null });
  });

  it('tries again with the next scan', async () => {
    let broken = true;
    const { add, stored, states } = aQueue((text) => (broken ? Promise.reject(new Error('x')) : Promise.resolve(text)));
    add('a');
    await expect.poll(() => states.at(-1)?.failure).toEqual(LOST);
    broken = false;
    add('b');
    await expect.poll(() => stored).toEqual(['a', 'b']);
  });

  it('says when all is stored, and that something is not', async () => {
    let broken = true;
    const { queue, add, stored } = aQueue((text) =>
      broken && text === 'b' ? Promise.reject(new Error('gone')) : Promise.resolve(text),
    );
    add('a');
    expect(await queue.whenStored()).toBe(true);
    add('b');
    expect(await queue.whenStored()).toBe(false);
    broken = false;
    queue.retry();
    expect(await queue.whenStored()).toBe(true);
    expect(stored).toEqual(['a', 'b']);
  });

  it('lets one go on demand', async () => {
    const { queue, add, stored, states } = aQueue((text) =>
      text === 'bad' ? Promise.reject(new Error('refused')) : Promise.resolve(text),
    );
    add('bad');
    add('good');
    await expect.poll(() => states.at(-1)?.failure).toEqual(LOST);
    queue.drop();
    await expect.poll(() => stored).toEqual(['good']);
  });
});
