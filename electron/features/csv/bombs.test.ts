import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { failureOf, refusalOf } from '../../testing/failures.ts';
import { ended } from '../../testing/streams.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { parseCsv } from './file.ts';

test.each([
  ['ten million empty rows', () => `name\n${'\n'.repeat(10_000_000)}`, 'The file has more than 1,000,000 rows'],
  ['a row of ten million cells', () => `name\n${','.repeat(10_000_000)}`, 'Line 2 of the file has 10000000 characters'],
  ['a thousand and one columns', () => `${Array.from({ length: 1001 }, () => 'a').join()}\n`, '1001 columns'],
])('%s are refused before they fill the memory', (_what, text, sentence) => {
  const failure = failureOf(() => parseCsv(text()));
  expect(failure.code).toBe('E_LIMIT_MAX');
  expect(failure.message).toContain(sentence);
});

test('what is just within the limits is read', () => {
  expect(parseCsv(`name\n${'a\n'.repeat(1_000_000)}`).rows).toHaveLength(1_000_000);
  expect(parseCsv(`${Array.from({ length: 1000 }, () => 'a').join()}\n`).headers).toHaveLength(1000);
  expect(parseCsv(`name\n${'a'.repeat(2_000_000)}`).rows).toHaveLength(1);
});

test('a pipe nobody writes to, a folder and a device are refused, not waited for', async () => {
  const { client } = temporaryWorkspace();
  const pipe = join(temporaryFolder(), 'fleet.csv');
  if (process.platform !== 'win32') execFileSync('mkfifo', [pipe]);
  for (const path of [pipe, temporaryFolder(), '/dev/zero']) {
    const refusal = await refusalOf(ended(client.csv.preview({ noun: 'compute', path })));
    expect(refusal.message).toMatch(
      /^(The file is no regular file|There is no such file or folder|The file or folder .+)\.$/,
    );
    const zone = await refusalOf(ended(client.dns.importZone({ path, zone: 'example.com' })));
    expect(zone.message).toBe(refusal.message);
  }
});
