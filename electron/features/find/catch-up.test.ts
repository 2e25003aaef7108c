import { expect, test } from 'vitest';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { newId } from '../../db/identifier.ts';
import { pendingChanges } from './pending.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

/** More than one command indexes before its commit. */
const MANY = 1200;

function createMany({ session }: TemporaryWorkspace): Promise<unknown> {
  const site = definitionOf('site');
  return session.write({ kind: 'import', label: 'Many sites' }, (write) => {
    for (let index = 0; index < MANY; index += 1)
      write.insert(site, { id: newId(), name: `site-${index}`, notes: index === 7 ? 'attic' : null });
  });
}

async function found({ client }: TemporaryWorkspace, text: string): Promise<string[]> {
  return (await client.find.objects({ text })).map(({ name }) => name);
}

test('a large command is indexed after its commit, and finding waits for it', async () => {
  const workspace = temporaryWorkspace();
  const behind: number[] = [];
  workspace.session.subscribe(() => behind.push(pendingChanges(workspace.session.read)));
  await createMany(workspace);
  expect(behind[0]).toBe(MANY);
  expect(await found(workspace, 'attic')).toEqual(['site-7']);
  expect(await workspace.client.find.behind()).toBe(0);
  expect(behind).toEqual([MANY, 0]);
});

test('what changes while it is behind is found as it is now', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  await createMany(workspace);
  const { version } = await client.site.get({ ref: 'site-7' });
  await client.site.update({ ref: 'site-7', version, patch: { name: 'renamed', notes: 'cellar' } });
  await client.site.remove({ refs: ['site-8'] });
  await workspace.session.settled();
  expect([await found(workspace, 'attic'), await found(workspace, 'cellar')]).toEqual([[], ['renamed']]);
  expect([await found(workspace, 'site-8'), await found(workspace, 'site-9')]).not.toContainEqual(['site-8']);
});

test('undo and redo of a large command, each before the index has caught up', async () => {
  const workspace = temporaryWorkspace();
  await createMany(workspace);
  await workspace.client.history.undo();
  await workspace.client.history.redo();
  await workspace.client.history.undo();
  expect(await found(workspace, 'attic')).toEqual([]);
  await workspace.client.history.redo();
  expect(await found(workspace, 'attic')).toEqual(['site-7']);
});

test('what is behind when the workspace is closed is indexed when it is opened again', async () => {
  const workspace = temporaryWorkspace();
  await createMany(workspace);
  await workspace.session.close();
  await workspace.reopen();
  expect(await found(workspace, 'attic')).toEqual(['site-7']);
});

test('an edited tag, told of by its row alone, is found once the index has caught up', async () => {
  const workspace = temporaryWorkspace();
  const { client } = workspace;
  await client.site.create({ record: { name: 'fra1' }, tags: { env: 'prod' } });
  const before = await client.site.get({ ref: 'fra1' });
  await client.site.update({ ref: 'fra1', version: before.version, patch: {}, tags: { env: 'lab' } });
  await workspace.session.settled();
  workspace.session.workspace.writer?.exec('UPDATE search_state SET pending_after = 0; DELETE FROM search_key;');
  workspace.session.workspace.writer?.exec(
    "DELETE FROM search_entry; INSERT INTO search_text (search_text) VALUES ('delete-all')",
  );
  await workspace.reopen();
  expect([await found(workspace, 'env=lab'), await found(workspace, 'env=prod')]).toEqual([['fra1'], []]);
});
