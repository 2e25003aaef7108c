import { join } from 'node:path';
import { expect, test } from 'vitest';
import { definitionOf } from '../../shared/domain/nouns.ts';
import { createWorkspaceFile } from '../db/create.ts';
import { openSession } from '../engine/compose.ts';
import { SessionAudits } from '../features/audit/session-audits.ts';
import { COMMON_RULES } from '../features/object/noun-rules.ts';
import { createRow } from '../features/object/service.ts';
import { PlannerFeed } from '../features/plan/planner-feed.ts';
import { plant } from '../testing/plant.ts';
import { refusalOf } from '../testing/failures.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { Session } from './session.ts';

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

test('a workspace that opens but cannot be worked on is let go: the next opening may write', () => {
  const folder = temporaryFolder();
  const file = join(folder, 'Hall.rackwright');
  createWorkspaceFile(file);
  const options = { backupFolder: join(folder, 'backups'), write: true };
  const failsToRead = {
    isBehind: () => {
      throw new Error('disk I/O error');
    },
    step: () => undefined,
  };
  const parts = {
    derivers: [],
    planner: new PlannerFeed(),
    audits: new SessionAudits(),
    rules: COMMON_RULES,
    catchUps: [failsToRead],
    mend: () => undefined,
  };
  expect(() => new Session(file, options, 'tester', parts)).toThrow('disk I/O error');
  const session = openSession(file, options, 'tester');
  expect(session.state.mode).toBe('writable');
  session.workspace.close();
});
