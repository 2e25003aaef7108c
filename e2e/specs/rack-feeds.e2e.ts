// Goal: record the power feeds of a rack without writing a file format.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { RackPage } from '../pages/rack-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

test('a feed is added, mended after a refusal, saved, and taken away again', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack('E04');
  const rack = new RackPage(page);
  await rack.heading.filter({ hasText: 'E04' }).waitFor();
  await rack.edit.click();
  await rack.feed('A').waitFor();
  await rack.form.getByRole('button', { name: 'Add a feed' }).click();
  const feed = rack.feed('C');
  await feed.getByRole('textbox', { name: 'Volts' }).fill('230');
  await feed.getByRole('textbox', { name: 'Amps' }).fill('32');
  await feed.getByRole('combobox', { name: 'Phases' }).selectOption('1');
  await feed.getByRole('textbox', { name: 'Usable %' }).fill('0');
  const save = rack.form.getByRole('button', { name: 'Save', exact: true });
  await save.click();
  await expectSoon(() => feed.innerText()).toMatch(/from 1|at least 1|1 to 100/);
  await feed.getByRole('textbox', { name: 'Usable %' }).fill('80');
  await feed.getByRole('textbox', { name: 'Panel' }).fill('P7');
  // 230 V × 32 A × 80 % = 5888 W.
  await feed.getByText(/^May carry 5888 W$/).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  await takeScreenshot(page, 'screenshots', 'rack-feeds');
  await save.click();
  await rack.form.getByText('Saved', { exact: true }).waitFor();
  await rack.form.getByRole('button', { name: 'Close panel' }).click();
  await rack.details.getByText('Feed C').waitFor();
  await new Shell(page).undo.click();
  await expectSoon(() => rack.details.getByText('Feed C').count()).toBe(0);
});
