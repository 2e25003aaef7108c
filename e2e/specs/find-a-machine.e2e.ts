// Goal: find a machine: by a part of its name, by its serial number, and by walking the hall to its rack.
import { test } from 'vitest';

import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { ComputePage } from '../pages/compute-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Palette } from '../pages/palette.ts';
import { RackPage } from '../pages/rack-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

/** A web server of the sample, in rack D01. */
const MACHINE = 'ams1-app-01';

test('the fleet is filtered as one types, and an expression that is not understood is marked', async () => {
  const { page } = shared.program;
  const { computes } = new FleetPage(page);
  await new Shell(page).goTo('Fleet');
  await expectSoon(() => computes.total()).toBe(400);

  await computes.filterBy('ams1-app-0*');
  await expectSoon(() => computes.names()).toEqual(
    Array.from({ length: 9 }, (_none, index) => `ams1-app-0${index + 1}`),
  );

  await computes.filterBy('ams1-app-0* and (');
  await computes.filterFailure.waitFor();
  await expectSoon(() => computes.names()).toHaveLength(9);
  await computes.filterBy('');
  await expectSoon(() => computes.total()).toBe(400);
});

test('the palette finds it by its serial number', async () => {
  const { page } = shared.program;
  const { computes } = new FleetPage(page);
  await new Shell(page).goTo('Fleet');
  await computes.openRow(MACHINE);
  const compute = new ComputePage(page);
  const serial = await compute.fact('Serial number');

  await new Shell(page).goTo('Place');
  const palette = new Palette(page);
  await palette.open();
  await palette.input.fill(serial);
  await palette.option(MACHINE).waitFor();
  await page.keyboard.press('Enter');
  await expectSoon(() => compute.heading.innerText()).toBe(MACHINE);
});

test('the hall leads to its rack, and the rack to the machine', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack('D01');
  const rack = new RackPage(page);
  await rack.heading.filter({ hasText: 'D01' }).waitFor();
  await rack.select(MACHINE);
  await page.keyboard.press('Enter');
  await expectSoon(() => new ComputePage(page).heading.innerText()).toBe(MACHINE);
});
