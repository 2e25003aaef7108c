import { expect, test } from 'vitest';
import { definitionOf } from '../../shared/domain/nouns.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import type { WriteContext } from './write-context.ts';

const site = definitionOf('site');

function insertSites(context: WriteContext, from: number, to: number): void {
  for (let number = from; number <= to; number += 1)
    context.insert(site, { id: `site-${number}`, name: `Site ${number}` });
}

function entriesIn({ database }: WriteContext): number {
  return database.prepare<[], number>('SELECT count(*) FROM change').pluck().get() ?? 0;
}

test('a command reads its own entries, however many are written at a time', async () => {
  const { session } = temporaryWorkspace();
  const { result } = await session.write({ kind: 'edit', label: 'Sites' }, (context) => {
    insertSites(context, 1, 5);
    const first = entriesIn(context);
    insertSites(context, 6, 45);
    return [first, entriesIn(context)];
  });
  expect(result).toEqual([5, 45]);
});

test('an attempt that is taken back leaves the entries before and after it, and a whole chain', async () => {
  const { client, session } = temporaryWorkspace();
  await session.write({ kind: 'edit', label: 'Sites' }, (context) => {
    insertSites(context, 1, 3);
    const refused = () =>
      context.attempt(() => {
        insertSites(context, 4, 40);
        throw new Error('Not this one.');
      });
    expect(refused).toThrow('Not this one.');
    insertSites(context, 41, 60);
  });
  const sites = await client.site.list({ limit: 100 });
  // 3 before it and 20 after it.
  expect(sites.total).toBe(23);
  expect(await client.history.verify({})).toMatchObject({ ok: true, checked: 23 });
});

test('a command that fails leaves no entry for the next one to write', async () => {
  const { client, session } = temporaryWorkspace();
  const failing = session.write({ kind: 'edit', label: 'Sites' }, (context) => {
    insertSites(context, 1, 7);
    throw new Error('It failed.');
  });
  await expect(failing).rejects.toThrow('It failed.');
  await session.write({ kind: 'edit', label: 'Sites' }, (context) => insertSites(context, 8, 9));
  expect(await client.history.verify({})).toMatchObject({ ok: true, checked: 2 });
});
