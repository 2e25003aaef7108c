import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureSchema } from '../../shared/contract/failure.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { fileFailure } from './file-failure.ts';
import { writeWhole } from './write-whole.ts';

async function failureOfWriting(file: string) {
  return writeWhole(file, 'text').then(
    () => null,
    (error: unknown) => fileFailure(error) ?? null,
  );
}

test('a folder that is gone, a folder of that name and a name that is too long are told as such', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'taken', 'inside'), { recursive: true });
  expect((await failureOfWriting(join(folder, 'gone', 'a.pdf')))?.message).toMatch(/^The folder is not there any more/);
  expect((await failureOfWriting(join(folder, 'taken')))?.message).toBe('A folder has that name; choose another name.');
  expect((await failureOfWriting(join(folder, 'x'.repeat(300))))?.message).toMatch(/^The name is too long/);
  expect(await failureOfWriting(join(folder, 'a.pdf'))).toBeNull();
});

test.each(['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EIO'])('%s is a sentence without a path', (code) => {
  const failure = fileFailure(Object.assign(new Error(`${code}: open '/home/ada/a.pdf'`), { code }));
  expect(failureSchema.safeParse(failure).success).toBe(true);
  expect(failure?.message).toMatch(/^[A-Z][^/]+\.$/);
});

test('what the system did not cause is not explained by it', () => {
  expect(fileFailure(new TypeError('x'))).toBeUndefined();
  expect(fileFailure(Object.assign(new Error('x'), { code: 'toString' }))).toBeUndefined();
  expect(fileFailure('ENOSPC')).toBeUndefined();
});
