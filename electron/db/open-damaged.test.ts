import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { refusalOf } from '../testing/failures.ts';
import { filesIn, sha256Of } from '../testing/file-facts.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { openReader } from './connection.ts';

/** Overwrites the first page of a table or index, as a failing disk would. */
function destroy(file: string, name: string): void {
  const reader = openReader(file);
  const page = reader.prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name);
  const pageBytes = Number(reader.pragma('page_size', { simple: true }));
  reader.close();
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, Buffer.alloc(pageBytes, 0xff), 0, pageBytes, ((page ?? 1) - 1) * pageBytes);
  closeSync(descriptor);
}

test('a damaged page opens the workspace for reading what is left, keeps its bytes and refuses commands', async () => {
  const workspace = temporaryWorkspace();
  await workspace.client.site.create({ record: { name: 'Berlin' } });
  await workspace.session.close();
  destroy(workspace.file, 'rack');
  const before = sha256Of(workspace.file);

  await workspace.reopen();
  expect(workspace.session.workspace.mode).toBe('corrupt');
  expect(workspace.session.workspace.refusal?.message).toMatch(/damaged/);
  expect(await workspace.client.site.list({})).toMatchObject({ total: 1, items: [{ name: 'Berlin' }] });
  expect((await refusalOf(workspace.client.rack.list({}))).code).toBe('E_WORKSPACE_CORRUPT');
  const refusal = await refusalOf(workspace.client.site.create({ record: { name: 'Paris' } }));
  expect(refusal.code).toBe('E_WORKSPACE_CORRUPT');
  await workspace.session.close();

  expect(sha256Of(workspace.file)).toBe(before);
  expect(filesIn(join(workspace.file, '..'))).toEqual(['Test.rackwright']);
});

test('a table whose name is no text any more is damage', async () => {
  const workspace = temporaryWorkspace();
  const { writer } = workspace.session.workspace;
  writer?.unsafeMode();
  writer?.pragma('writable_schema = ON');
  writer?.exec("UPDATE sqlite_schema SET name = CAST(name AS BLOB) WHERE name = 'prefix'");
  await workspace.reopen();
  expect(workspace.session.workspace.mode).toBe('corrupt');
  expect(workspace.session.workspace.refusal?.message).toBe('The list of tables in the workspace file is damaged.');
});

test('a missing table is damage, not a foreign file', async () => {
  const workspace = temporaryWorkspace();
  workspace.session.workspace.writer?.exec('DROP TABLE cable');
  await workspace.reopen();
  expect(workspace.session.workspace.mode).toBe('corrupt');
  expect(workspace.session.workspace.refusal?.message).toBe('Tables are missing from the workspace file.');
});
