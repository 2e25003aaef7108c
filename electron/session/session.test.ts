import { expect, test } from 'vitest';
import { definitionOf } from '../../shared/domain/nouns.ts';
import { createRow } from '../features/object/service.ts';
import { plant } from '../testing/plant.ts';
import { refusalOf } from '../testing/failures.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';

test('each commit publishes the nouns it wrote, in order, until the reader leaves', async () => {
  const { client } = temporaryWorkspace();
  const stop = new AbortController();
  const stream = await client.topics.subscribe(undefined, { signal: stop.signal });
  const first = stream.next();
  await plant(client, 'site', { name: 'Berlin' });
  await client.site.bulkUpdate({ refs: ['Berlin'], patch: {}, tags: { tier: '1' } });
  await refusalOf(client.site.create({ record: { name: 'BERLIN' } }));
  await client.site.bulkUpdate({ refs: ['Berlin'], patch: {}, tags: { tier: '1' } });
  await client.history.undo();
  const events = [await first, await stream.next(), await stream.next()].map(({ value }) => value);
  expect(events).toEqual([
    { nouns: ['site'], groupId: 1 },
    { nouns: ['tag'], groupId: 2 },
    { nouns: ['tag'], groupId: 3 },
  ]);
  const rest = stream.next();
  stop.abort();
  expect((await rest.catch(() => ({ done: true }))).done).toBe(true);
});

test('readers see the state before a long command until it commits, and other commands wait for it', async () => {
  const { client, session } = temporaryWorkspace();
  const pause = Promise.withResolvers<void>();
  const slow = session.write({ kind: 'import', label: 'Slow' }, async () => {
    await pause.promise;
    return 'slow';
  });
  const order: string[] = [];
  const quick = plant(client, 'site', { name: 'Berlin' }).then(() => order.push('quick'));
  expect(await client.site.list({})).toMatchObject({ total: 0 });
  pause.resolve();
  order.push((await slow).result);
  await quick;
  expect(order).toEqual(['slow', 'quick']);
  expect(await client.site.list({})).toMatchObject({ total: 1 });
});

test('closing waits for the commands given before, and refuses those given after', async () => {
  const workspace = temporaryWorkspace();
  const { session, client } = workspace;
  const given = session.write({ kind: 'edit', label: 'Before' }, (write) =>
    createRow(write, session.rules, definitionOf('site'), { name: 'Berlin' }),
  );
  const closing = session.close();
  expect((await refusalOf(client.site.create({ record: { name: 'Paris' } }))).code).toBe('E_NO_WORKSPACE');
  expect((await refusalOf(client.site.list({}))).message).toBe('The workspace was closed.');
  await closing;
  expect((await given).result['name']).toBe('Berlin');
  await workspace.reopen();
  expect(await workspace.client.site.list({})).toMatchObject({ total: 1, items: [{ name: 'Berlin' }] });
});
