// Goal: see who changed what and when, and bring a field or a thing back as it was, whatever was done since.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { HistoryPage } from '../pages/history-page.ts';
import { Shell } from '../pages/shell.ts';

const COMPUTE = 'ams1-app-01';

let file = '';
const shared = shareProgram((home) => {
  file = makeSampleWorkspace(home.file('sample.rackwright'));
  const change = (patch: Record<string, unknown>) =>
    callChannel(file, 'compute.bulkUpdate', { refs: [COMPUTE], patch });
  change({ owner: 'Team Blue', role: 'cache' });
  change({ owner: 'Team Green' });
  callChannel(file, 'site.create', { record: { name: 'Attic' } });
  callChannel(file, 'site.bulkUpdate', { refs: ['Attic'], patch: { region: 'EU' } });
  callChannel(file, 'room.create', { record: { name: 'Under the roof', siteId: 'Attic' } });
  callChannel(file, 'room.remove', { refs: ['Under the roof'] });
  return file;
});

async function openHistory(): Promise<HistoryPage> {
  await new Shell(shared.program.page).goTo('History');
  const history = new HistoryPage(shared.program.page);
  await history.groups.first().waitFor();
  return history;
}

test('one field gets its value from before a change and is one undo', async () => {
  const { page } = shared.program;
  const history = await openHistory();
  await history.filter('Kind of thing').selectOption({ label: 'Computes' });
  await history.search('change 1 compute');
  await expectSoon(() => history.groups.count()).toBe(2);
  await history.groups.last().click();
  await history.restore('Restore Role: app').click();
  await new Shell(page).notice(`Saved: Restore Role of compute ${COMPUTE}`).waitFor();
  await new Shell(page).undo.click();
  await expectSoon(() => new Shell(page).undo.getAttribute('aria-label')).toContain('Delete room');
});

test('what was deleted is brought back', async () => {
  const { page } = shared.program;
  const history = await openHistory();
  await history.filter('Kind of thing').selectOption({ label: 'Rooms' });
  await history.search('delete');
  await expectSoon(() => history.groups.count()).toBe(1);
  await history.openNewest();
  await history.restore('Bring back Under the roof').click();
  await new Shell(page).notice('Saved: Restore room Under the roof').waitFor();
  await history.search('restore');
  await expectSoon(() => history.groupTexts()).toHaveLength(1);
});

test('one group among later ones is taken back alone', async () => {
  const { page } = shared.program;
  const history = await openHistory();
  await history.filter('Kind of thing').selectOption({ label: 'Sites' });
  await history.search('change 1 site');
  await expectSoon(() => history.groups.count()).toBe(1);
  await history.openNewest();
  await history.restore('Revert this group').click();
  const region = () =>
    callChannel<{ readonly record: { readonly region: string | null } }>(file, 'site.get', { ref: 'Attic' }).record
      .region;
  await expectSoon(() => Promise.resolve(region())).toBe(null);
  await history.filter('Kind of thing').selectOption({ label: 'of everything' });
  await history.search('');
  await expectSoon(() => history.groups.first().innerText()).toContain('Revert');
  await expectSoon(() => new Shell(page).undo.getAttribute('aria-label')).toContain('Change 1 site');
});

test.each(THEMES)('in the theme %s it can be used without sight and looks right', async (theme) => {
  const { page } = shared.program;
  await showInTheme(page, theme);
  const history = await openHistory();
  await history.search('change 1 compute');
  await expectSoon(() => history.groups.count()).toBe(2);
  await history.openNewest();
  await history.restore('Restore Owner').waitFor();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await takeScreenshot(page, 'screenshots', `history-restore-${theme}-${size.width}`);
  }
  expect(await accessibilityViolations(page)).toEqual([]);
});
