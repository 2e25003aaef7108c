import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron } from 'playwright';
import { expect, test } from 'vitest';

import { electronAppEnvironment, electronExecutable } from '../../scripts/electron-path.mjs';
import { fromRoot } from '../../scripts/paths.mjs';

test('the window opens', async () => {
  mkdirSync(fromRoot('out', 'demo'), { recursive: true });
  const environment = Object.entries(electronAppEnvironment()).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  const app = await _electron.launch({
    executablePath: electronExecutable(),
    args: [fromRoot(), `--user-data-dir=${mkdtempSync(join(tmpdir(), 'rackwright-demo-'))}`],
    chromiumSandbox: true,
    env: Object.fromEntries(environment),
  });
  const window = await app.firstWindow();
  await window.screenshot({ path: fromRoot('out', 'demo', '01-window.png') });
  expect(await window.title()).toContain('Rackwright');
  await app.close();
});
