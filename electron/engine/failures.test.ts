import { ORPCError, ValidationError } from '@orpc/contract';
import { expect, test } from 'vitest';
import { FailureError } from '../../shared/contract/failure.ts';
import { failureInterceptor, failureOf } from './failures.ts';

function told(error: unknown): { failure: ReturnType<typeof failureOf>; log: string[] } {
  const log: string[] = [];
  return { failure: failureOf(error, ['site', 'create'], { record: {} }, (line) => log.push(line)), log };
}

test('a fault is told without its insides; those go to the log', () => {
  const { failure, log } = told(new TypeError('Cannot read properties of undefined (reading sqlite)'));
  expect(failure).toEqual({
    code: 'E_INTERNAL',
    message: 'Something went wrong inside the program; nothing was changed. The log file has the details.',
  });
  expect(log).toHaveLength(1);
  expect(log[0]).toMatch(/^site\.create: TypeError < failures\.test\.ts:\d+:\d+/);
  // What was thrown may quote what a person typed, and the log holds no data.
  expect(log[0]).not.toContain('sqlite');
  expect(told('thrown text').failure.code).toBe('E_INTERNAL');
});

test.each([
  [new FailureError({ code: 'E_IN_USE', message: 'In use.' }), 'E_IN_USE'],
  [Object.assign(new Error('full'), { code: 'SQLITE_FULL' }), 'E_WORKSPACE_FULL'],
  [Object.assign(new Error('full'), { code: 'ENOSPC' }), 'E_WORKSPACE_FULL'],
  [Object.assign(new Error('ro'), { code: 'SQLITE_READONLY_DBMOVED' }), 'E_WORKSPACE_READONLY'],
  [Object.assign(new Error('bad'), { code: 'SQLITE_CORRUPT_VTAB' }), 'E_WORKSPACE_CORRUPT'],
  [Object.assign(new Error('busy'), { code: 'SQLITE_BUSY_SNAPSHOT' }), 'E_WORKSPACE_BUSY'],
  [Object.assign(new Error('stopped'), { name: 'AbortError' }), 'E_CANCELLED'],
  [new ORPCError('NOT_FOUND'), 'E_NOT_FOUND'],
  [new ORPCError('FAILURE', { data: { code: 'E_RAID', message: 'Too few disks.' } }), 'E_RAID'],
])('%s is %s', (error, code) => {
  const { failure, log } = told(error);
  expect(failure.code).toBe(code);
  expect(failure.message).toMatch(/\.$/);
  expect(log).toEqual([]);
});

test('input that does not fit is told in the words of its noun', () => {
  const issues = [{ code: 'invalid_type', expected: 'string', path: ['record', 'name'], message: 'x' }] as never;
  const cause = new ValidationError({ message: 'x', issues, data: {} });
  expect(told(new ORPCError('BAD_REQUEST', { cause })).failure).toMatchObject({
    code: 'E_REQUIRED',
    message: 'Name must be text of 1 to 128 characters; nothing was given.',
    fields: [{ path: 'name' }],
  });
});

test('a stream that fails on its way fails in the same shape', async () => {
  async function* stream() {
    yield 1;
    throw new FailureError({ code: 'E_FORMAT', message: 'Row 2 has a quote that is never closed.' });
  }
  const call = { path: ['csv', 'preview'], input: {}, next: () => Promise.resolve(stream()) };
  const output = (await failureInterceptor(() => undefined)(call)) as AsyncIterator<number>;
  expect(await output.next()).toEqual({ done: false, value: 1 });
  await expect(output.next()).rejects.toMatchObject({
    code: 'FAILURE',
    data: { code: 'E_FORMAT', message: 'Row 2 has a quote that is never closed.' },
  });
});
