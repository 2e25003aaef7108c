// Goal: a person who has never seen the program has a datacenter to look at after one click.
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test('the welcome page leads to the sample datacenter, which is a file of its own', async () => {
  const home = testHome();
  const program = await launch({ home });
  const welcome = new WelcomePage(program.page);
  await expectSoon(() => welcome.heading.isVisible()).toBe(true);
  expect(await welcome.recent.count()).toBe(0);

  await answerSaveDialog(program.app, home.file('sample.rackwright'));
  await welcome.openSample.click();

  const shell = new Shell(program.page);
  await shell.workspaceMenu('sample').waitFor();
  await expectSoon(() => new FleetPage(program.page).computes.total()).toBe(400);
  await shell.goTo('Racks');
  await expectSoon(() => new RacksPage(program.page).racks.count()).toBe(24);

  await program.quit();
  expect(readdirSync(home.documents)).toEqual(['sample.rackwright']);
});

test('a new workspace says what to do next, keeps what is made in it, and is found again', async () => {
  const home = testHome();
  const first = await launch({ home });
  await answerSaveDialog(first.app, home.file('Hall 1'));
  await new WelcomePage(first.page).newWorkspace.click();
  const shell = new Shell(first.page);
  await shell.workspaceMenu('Hall 1').waitFor();
  await first.page.getByRole('button', { name: 'Fill this workspace with the sample datacenter' }).waitFor();
  await new FleetPage(first.page).computes.createRow({ Name: 'web-01' });
  await shell.notice('web-01').waitFor();
  await first.quit();

  const second = await launch({ home });
  await new WelcomePage(second.page).openRecent('Hall 1');
  await expectSoon(() => new FleetPage(second.page).computes.names()).toEqual(['web-01']);
});

test('a save dialog that is cancelled leaves the welcome page as it was', async () => {
  const home = testHome();
  const program = await launch({ home });
  const welcome = new WelcomePage(program.page);
  await answerSaveDialog(program.app, null);
  await welcome.openSample.click();
  await welcome.newWorkspace.click();
  await expectSoon(() => welcome.heading.isVisible()).toBe(true);
  expect(readdirSync(home.documents)).toEqual([]);
});
