import { expect, test } from 'vitest';
import { runScript } from '../../testing/child-process.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('report compute prints Markdown, all computes apart by a line, tables as CSV', async () => {
  const workspace = temporaryWorkspace();
  for (const name of ['a', 'b']) await workspace.client.compute.create({ record: { name, statedCores: 4 } });
  await workspace.client.journalEntry.create({ record: { objectId: 'a', content: 'New *disk*' } });
  await workspace.session.close();
  const report = (...words: string[]) =>
    runScript('electron/engine/cli.ts', ['report', ...words, '--workspace', workspace.file]);
  expect((await report('compute', 'a')).stdout).toMatch(
    /^# a\n[\s\S]*\| Cores \| 0.0 % \| 4 cores \|[\s\S]*\| New \\\*disk\\\* \|\n$/,
  );
  expect((await report('compute', '--journal')).stdout).toMatch(/· other · tester\n\nNew \*disk\*\n\n---\n\n# b\n/);
  expect((await report('capacity', '--query', 'name=b')).stdout.split('\n')[1]).toMatch(
    /^b,baremetal,active,,,0,4,0,4,0\.0,/,
  );
  const wrong = await report('weather');
  expect([wrong.exitCode, JSON.parse(wrong.stderr)]).toMatchObject([1, { code: 'E_FORMAT' }]);
}, 120_000);
