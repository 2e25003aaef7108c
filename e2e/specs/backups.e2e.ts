// Goal: a person finds a backup, knows what is in it, goes back to it, and can take even that back.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { expectSoon } from '../fixtures/expect-soon.ts';
import { engineProcessId, serviceNames } from '../fixtures/processes.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';
import { BackupsPage } from '../pages/backups-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { Shell } from '../pages/shell.ts';

async function openBackups() {
  const home = testHome();
  const program = await launch({ home, file: makeWorkspace(home.file('hall.rackwright')) });
  const { page } = program;
  const [shell, fleet, settings] = [new Shell(page), new FleetPage(page), new SettingsPage(page)];
  await shell.shown();
  const create = async (name: string) => {
    await shell.goTo('Fleet');
    await fleet.computes.createRow({ Name: name });
    await shell.notice(`Saved: Create compute ${name}`).waitFor();
  };
  const showBackups = async () => {
    await shell.goTo('Settings');
    await settings.showBackups();
  };
  return { program, page, shell, fleet, create, showBackups, backups: new BackupsPage(page) };
}

test('a backup says what it holds, is restored, and the restore is undone', async () => {
  const { page, shell, fleet, create, showBackups, backups } = await openBackups();
  await create('web-01');
  await showBackups();
  await backups.backUp.click();
  await shell.notice('A backup was made and checked.').waitFor();
  await expectSoon(() => backups.row('By hand').innerText()).toMatch(
    /1 compute[\s\S]*Create compute web-01[\s\S]*Whole/,
  );
  await create('web-02');
  await showBackups();

  await backups.restore('By hand');
  await shell.notice('The backup was restored.').waitFor();
  // Its "Undo" was about a change that is not there any more, and would now undo another one.
  expect(await shell.notice('Saved: Create compute web-02').count()).toBe(0);
  await expectSoon(() => fleet.computes.names()).toEqual(['web-01']);

  await showBackups();
  await backups.row('Before restore').waitFor();
  await takeScreenshot(page, 'screenshots', 'backups-after-restore');
  await shell.notice('The backup was restored.').getByRole('button', { name: 'Undo' }).click();
  await shell.goTo('Fleet');
  await expectSoon(() => fleet.computes.names()).toEqual(['web-01', 'web-02']);
});

test('the newest state is not copied twice, and all backups are verified at once', async () => {
  const { shell, create, showBackups, backups } = await openBackups();
  await create('web-01');
  await showBackups();
  await backups.backUp.click();
  await shell.notice('A backup was made and checked.').waitFor();
  await backups.backUp.click();
  await shell.notice('The newest backup is of this very state already.').waitFor();
  await backups.verifyAll.click();
  await shell.notice(/^All \d+ backups were opened and are whole\.$/).waitFor();
  await expectSoon(() => backups.row('Damaged').count()).toBe(0);
});

test('the processes of a backup and of the comparison with the history end with them', async () => {
  const { program, shell, create, showBackups, backups } = await openBackups();
  const engine = await engineProcessId(program.app);
  await create('web-01');
  await showBackups();
  await backups.backUp.click();
  await shell.notice('A backup was made and checked.').waitFor();
  const log = () => readFileSync(join(program.home.userData, 'logs', 'rackwright.log'), 'utf8');
  await expectSoon(log).toMatch(/scrub: \d+ changes and \d+ rows compared, 0 damaged/);
  await expectSoon(() => serviceNames(program.app)).not.toContain('Rackwright upkeep');
  expect(await serviceNames(program.app)).toContain('Rackwright engine');
  expect(await engineProcessId(program.app)).toBe(engine);
});
