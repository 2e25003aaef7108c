// Goal: a person sees which version runs, and whose work is in it.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { fromRoot } from '../../scripts/paths.mjs';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeWorkspace(home.file('hall.rackwright')));

/** What may be in a program under the MIT licence. */
const PERMITTED = /^(MIT|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|OFL-1\.1)$/;

test('the About box lists every package with a licence that permits it', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Settings');
  const settings = new SettingsPage(page);
  const lines = await settings.showLicences();
  await takeScreenshot(page, 'screenshots', 'licences');
  const named = lines.map((line) => line.trim().split(/\s+/));
  expect(named.map((words) => words.at(-1)).filter((licence) => !PERMITTED.test(licence ?? ''))).toEqual([]);
  const { dependencies } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  for (const [name, version] of Object.entries(dependencies))
    expect(named).toContainEqual([name, version, expect.stringMatching(PERMITTED)]);
  for (const name of ['react', 'zod', '@orpc/server', '@mantine/core', 'Inter'])
    expect(named.map(([first]) => first)).toContain(name);
  expect(await accessibilityViolations(page)).toEqual([]);
  await settings.closeDialog();
});
