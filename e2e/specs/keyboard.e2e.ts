// Goal: the main job without a mouse: open, look at a compute, plan a service, book it, take it back.
import { describe, expect, test } from 'vitest';

import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { focusIsVisible, hasFocus, tabTo } from '../fixtures/keyboard.ts';
import { launch, shareProgram, testHome } from '../fixtures/programs.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { ComputePage } from '../pages/compute-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Palette } from '../pages/palette.ts';
import { PlacePage } from '../pages/place-page.ts';
import { Shell } from '../pages/shell.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

test('a workspace is made from the welcome page', async () => {
  const home = testHome();
  const { app, page } = await launch({ home });
  await answerSaveDialog(app, home.file('sample.rackwright'));
  await tabTo(page, new WelcomePage(page).openSample);
  await expectSoon(() => focusIsVisible(page)).toBe(true);
  await page.keyboard.press('Enter');
  await new Shell(page).workspaceMenu('sample').waitFor();
});

describe('in an open workspace', () => {
  const shared = shareProgram((home) => makeSmallFleet(home.file('small.rackwright')));

  test('a compute is found by typing, opened, and left again', async () => {
    const { page } = shared.program;
    const { computes } = new FleetPage(page);
    await page.keyboard.press('ControlOrMeta+Digit1');
    await computes.grid.waitFor();

    await page.keyboard.press('/');
    await expectSoon(() => hasFocus(computes.filter)).toBe(true);
    await page.keyboard.type('node-b');
    await expectSoon(() => computes.names()).toEqual(['node-b']);

    await tabTo(page, computes.grid);
    await expectSoon(() => focusIsVisible(page)).toBe(true);
    await page.keyboard.press('Enter');
    await new ComputePage(page).heading.filter({ hasText: 'node-b' }).waitFor();
    await page.keyboard.press('ControlOrMeta+Digit1');
    await computes.grid.waitFor();
  });

  test('a service is planned, booked and taken back', async () => {
    const { page } = shared.program;
    const shell = new Shell(page);
    const place = new PlacePage(page);
    await page.keyboard.press('ControlOrMeta+Digit5');
    await place.heading.waitFor();

    await tabTo(page, place.service);
    await page.keyboard.type('web');
    await expectSoon(() => place.serviceOptions.allInnerTexts()).toEqual([expect.stringMatching(/^web/)]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectSoon(() => place.ranking()).toEqual(['node-b', 'node-a']);

    await tabTo(page, place.candidateList);
    await page.keyboard.press('ArrowDown');
    await place.candidate.filter({ hasText: 'node-a' }).waitFor();
    await page.keyboard.press('Enter');
    await tabTo(page, place.bookIt);
    await page.keyboard.press('Enter');
    await shell.notice(/^Saved: /).waitFor();

    await page.keyboard.press('ControlOrMeta+KeyZ');
    await shell.notice(/^Undo/).waitFor();
  });

  test('every object and action is reached through the palette, which gives the focus back', async () => {
    const { page } = shared.program;
    const palette = new Palette(page);
    await page.keyboard.press('ControlOrMeta+Digit1');
    await new FleetPage(page).computes.grid.waitFor();
    await palette.open();
    await expectSoon(() => hasFocus(palette.input)).toBe(true);
    await page.keyboard.type('node-a');
    await palette.option('node-a').waitFor();
    await page.keyboard.press('Enter');
    await new ComputePage(page).heading.filter({ hasText: 'node-a' }).waitFor();

    await palette.run('Theme: dark');
    await expectSoon(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await palette.open();
    await page.keyboard.press('Escape');
    await palette.dialog.waitFor({ state: 'hidden' });
  });

  test('a new compute is filled in and saved from the keyboard, and Escape leaves the panel', async () => {
    const { page } = shared.program;
    const { computes } = new FleetPage(page);
    await page.keyboard.press('ControlOrMeta+Digit1');
    await computes.grid.waitFor();
    await page.keyboard.press('n');
    await computes.panel.waitFor();
    await expectSoon(() => hasFocus(computes.field('Name'))).toBe(true);
    await page.keyboard.type('node-d');
    await page.keyboard.press('ControlOrMeta+Enter');
    await new Shell(page).notice('node-d').waitFor();
    await computes.panel.getByRole('heading', { name: 'node-d' }).waitFor();
    await page.keyboard.press('Escape');
    await computes.panel.waitFor({ state: 'hidden' });
  });
});
