import { expect, test } from 'vitest';
import type { Failure } from '../../shared/contract/failure.ts';
import { refusalOf } from '../testing/failures.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import type { WriteDatabase } from './connection.ts';
import { dumpOf } from './testing/databases.ts';
import { verifyChangeLog } from './verify.ts';
import { Writer } from './writer.ts';

const HEADER = { kind: 'edit', label: 'Test', actor: 'tester' } as const;

test('on a full disk nothing is half-written, the refusal says why, and work goes on once there is room', async () => {
  const { session, client } = temporaryWorkspace();
  await client.site.create({ record: { name: 'Berlin' } });
  const before = dumpOf(session.read);
  const pages = Number(session.workspace.writer?.pragma('page_count', { simple: true }));
  session.workspace.writer?.pragma(`max_page_count = ${pages}`);

  const notes = 'n'.repeat(20_000);
  const refusal = await refusalOf(client.site.create({ record: { name: 'Paris', notes } }));
  expect(refusal.code).toBe('E_WORKSPACE_FULL');
  expect(refusal.message).toBe('The disk is full. Nothing was written; free some room and try again.');
  expect(dumpOf(session.read)).toEqual(before);

  session.workspace.writer?.pragma('max_page_count = 1000000');
  await client.site.create({ record: { name: 'Paris', notes } });
  expect(await client.site.list({})).toMatchObject({ total: 2 });
  expect(verifyChangeLog(session.read)).toMatchObject({ ok: true, checked: 2 });
});

/** The writer's connection, but whose commits fail as on a disk that cannot sync. */
function failingCommits(database: WriteDatabase): WriteDatabase {
  return new Proxy(database, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      return (...words: unknown[]): unknown => {
        if (key === 'exec' && words[0] === 'COMMIT')
          throw Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' });
        return Reflect.apply(value, target, words);
      };
    },
  });
}

test('after a failed sync nothing more is acknowledged until the workspace is opened again', async () => {
  const { session } = temporaryWorkspace();
  const { writer } = session.workspace;
  if (!writer) throw new Error('The workspace is not open for writing.');
  const before = dumpOf(session.read);
  const told: Failure[] = [];
  const failing = new Writer(failingCommits(writer), [], {
    committed: () => undefined,
    stopped: (failure) => told.push(failure),
  });
  const rename = () => writer.prepare("UPDATE setting SET currency = 'USD'").run();

  expect((await refusalOf(failing.run(HEADER, rename))).message).toBe(
    'The disk reported an error. Nothing was written; check the disk.',
  );
  const second = await refusalOf(failing.run(HEADER, rename));
  expect(second.code).toBe('E_WORKSPACE_READONLY');
  expect(second.message).toMatch(/open the workspace again/);
  expect(told).toEqual([second]);
  expect(dumpOf(session.read)).toEqual(before);
});
