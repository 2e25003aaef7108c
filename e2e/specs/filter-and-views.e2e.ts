// Goal: ask a list a question without knowing the words by heart, keep the question under a name, and find it again.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Palette } from '../pages/palette.ts';
import { SavedViews } from '../pages/saved-views.ts';
import { Shell } from '../pages/shell.ts';

async function openFleet() {
  const home = testHome();
  const program = await launch({ home, file: makeSampleWorkspace(home.file('sample.rackwright')) });
  const { page } = program;
  const { computes } = new FleetPage(page);
  await computes.row('ams1-app-01').waitFor();
  return { page, computes, views: new SavedViews(page), shell: new Shell(page), palette: new Palette(page) };
}

test('the filter proposes fields and values, by keyboard alone', async () => {
  const { page, computes } = await openFleet();
  await page.keyboard.press('/');
  await page.keyboard.type('stat');
  await expectSoon(() => computes.proposals.first().innerText()).toMatch(/^state/);
  await page.keyboard.press('Enter');
  await expectSoon(() => computes.filter.inputValue()).toBe('state=');
  await expectSoon(() => computes.proposals.allInnerTexts()).toEqual([
    expect.stringContaining('active'),
    expect.stringContaining('inactive'),
    expect.stringContaining('maintenance'),
  ]);
  await page.keyboard.type('in');
  await page.getByRole('option', { selected: true, name: 'inactive' }).waitFor();
  await page.keyboard.press('Enter');
  await expectSoon(() => computes.filter.inputValue()).toBe('state=inactive');
  await expectSoon(() => computes.names()).toContain('ams1-app-12');
  await page.keyboard.press('ArrowDown');
  await expectSoon(() => computes.proposals.count()).toBe(1);
  expect(await accessibilityViolations(page)).toEqual([]);

  await page.keyboard.type(' in:D0');
  await expectSoon(() => computes.proposals.first().innerText()).toBe('D01');
  await page.keyboard.press('Escape');
  await expectSoon(() => computes.proposals.count()).toBe(0);
  await page.keyboard.type('1 driver:toaster');
  await expectSoon(() => computes.filterFailure.locator('mark').innerText()).toBe('toaster');
});

test('a view is saved, found, changed, renamed, pinned and deleted', async () => {
  const { page, computes, views, shell, palette } = await openFleet();
  await computes.filterBy('state=inactive');
  await expectSoon(() => computes.names()).toContain('ams1-app-12');
  await views.choose('Views', 'Save this list as a view…');
  await views.name('Sleepers');
  await views.button('Sleepers').waitFor();

  await shell.goTo('Racks');
  await palette.run('Sleepers');
  await expectSoon(() => computes.filter.inputValue()).toBe('state=inactive');
  await computes.filterBy('state=maintenance');
  await views.choose('Sleepers (changed)', 'Save the changes to Sleepers');
  await views.choose('Sleepers', 'Rename Sleepers…');
  await views.name('Under repair');
  await views.choose('Under repair', 'Show Under repair beside the list');

  await computes.filterBy('');
  await views.pinned.filter({ hasText: 'Under repair' }).click();
  await expectSoon(() => computes.filter.inputValue()).toBe('state=maintenance');
  expect(await accessibilityViolations(page)).toEqual([]);

  await views.choose('Under repair', 'Delete Under repair');
  await views.button('Views').waitFor();
  await expectSoon(() => views.pinned.count()).toBe(0);
  await shell.undo.click();
  await expectSoon(() => views.pinned.count()).toBe(1);
});
