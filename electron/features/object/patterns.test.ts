import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

const ends: (() => void | Promise<void>)[] = [];
let workspace: TemporaryWorkspace;

/** 40 computes with the longest notes there may be: 20,000 letters each. */
beforeAll(async () => {
  workspace = temporaryWorkspace((end) => ends.push(end));
  for (let number = 0; number < 40; number += 1)
    await workspace.client.compute.create({ record: { name: `web-${number}`, notes: 'a'.repeat(20_000) } });
  return async () => {
    for (const end of ends.toReversed()) await end();
  };
});

test('a regex that takes long on much text is refused in a sentence, and the next query is answered', async () => {
  const { client } = workspace;
  // 300 steps at each of 800,000 letters are 240 million; 80 are done.
  const refusal = await refusalOf(client.compute.list({ query: 'notes=/[^x]{0,100}y/' }));
  expect(refusal.code).toBe('E_LIMIT_MAX');
  expect(refusal.message).toMatch(/^The regex takes too long on so much text\. .+\.$/);
  expect(await client.compute.list({ query: 'name=web-7 and notes=/[^x]{0,100}y/' })).toMatchObject({ total: 0 });
  expect(await client.compute.list({ query: 'notes=/^a+$/' })).toMatchObject({ total: 40 });
});

test('a view somebody saved with it refuses likewise, and the list without it works', async () => {
  const { client } = workspace;
  const { id } = await client.savedView.create({
    record: { noun: 'compute', name: 'slow', query: 'notes=/[^x]{0,100}y/' },
  });
  onTestFinished(async () => void (await client.savedView.remove({ refs: [id] })));
  const { record } = await client.savedView.get({ ref: id });
  expect((await refusalOf(client.compute.list({ query: String(record['query']) }))).code).toBe('E_LIMIT_MAX');
  expect(await client.compute.list({})).toMatchObject({ total: 40 });
});

test('a glob of many stars ends where a naive one would not', async () => {
  const query = `notes=${'*a'.repeat(40)}*b`;
  expect(await workspace.client.compute.list({ query })).toMatchObject({ total: 0 });
});
