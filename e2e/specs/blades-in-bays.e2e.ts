// Goal: put blades into the bays of a chassis and take them to others, by hand and by keyboard, and see beforehand what fits.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { ElevationPage } from '../pages/elevation-page.ts';
import { RackPage } from '../pages/rack-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

// In B04, all 16 bays of fra1-chassis-01 are filled by fra1-bl-01 to -16, six of fra1-chassis-02 by fra1-bl-17 to -22.
const RACK = 'B04';
const FULL = 'fra1-chassis-01';
const FREE = 'fra1-chassis-02';
const NEW_BLADE = 'fra1-bl-23';

const shared = shareProgram((home) => {
  const file = makeSampleWorkspace(home.file('sample.rackwright'));
  const record = { name: NEW_BLADE, type: 'baremetal', deviceTypeId: 'HPE ProLiant BL460c Gen10' };
  callChannel(file, 'compute.create', { record });
  return file;
});

async function openRack(): Promise<ElevationPage> {
  const { page } = shared.program;
  await page.setViewportSize({ width: 1900, height: 1060 });
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack(RACK);
  await new RackPage(page).heading.filter({ hasText: RACK }).waitFor();
  return new ElevationPage(page);
}

test('a blade is dragged to a free bay of another chassis and brought back by one Undo', async () => {
  const elevation = await openRack();
  const shell = new Shell(shared.program.page);
  await elevation.hold(
    elevation.bay(RACK, `bay 1 of ${FULL}, fra1-bl-01`),
    elevation.bay(RACK, `bay 12 of ${FREE}, free`),
  );
  await expectSoon(() => elevation.sentence.innerText()).toContain(`fra1-bl-01 goes to bay 12 of ${FREE}: fits.`);
  await takeScreenshot(shared.program.page, 'screenshots', 'blade-drag');
  await elevation.drop();
  await elevation.bay(RACK, `bay 12 of ${FREE}, fra1-bl-01, active`).waitFor();
  await elevation.bay(RACK, `bay 1 of ${FULL}, free`).waitFor();
  await shell.notice('Saved: Move fra1-bl-01').waitFor();
  await shell.undo.click();
  await elevation.bay(RACK, `bay 1 of ${FULL}, fra1-bl-01`).waitFor();
  await elevation.bay(RACK, `bay 12 of ${FREE}, free`).waitFor();
});

test('a taken bay, a blade in units and a server in a bay are refused, each with its sentence', async () => {
  const elevation = await openRack();
  const blade = elevation.bay(RACK, `bay 1 of ${FULL}, fra1-bl-01`);
  await elevation.hold(blade, elevation.bay(RACK, `bay 2 of ${FREE}, fra1-bl-18`));
  await expectSoon(() => elevation.sentence.innerText()).toContain(`Bay 2 of ${FREE} is taken by fra1-bl-18.`);
  await elevation.press('Escape');
  await elevation.drop();
  await elevation.hold(blade, elevation.freeUnit(RACK, 'U40'));
  await expectSoon(() => elevation.sentence.innerText()).toContain('fra1-bl-01 is built for the bay of a chassis');
  await elevation.drop();
  await elevation.bay(RACK, `bay 1 of ${FULL}, fra1-bl-01`).waitFor();
  await elevation.showBeside('A05');
  await elevation.hold(elevation.device('A05', 'fra1-lb-01'), elevation.bay(RACK, `bay 12 of ${FREE}, free`));
  await expectSoon(() => elevation.sentence.innerText()).toContain(`fra1-lb-01 fits no bay of ${FREE}`);
  await elevation.press('Escape');
  await elevation.drop();
  await expectSoon(() => elevation.sentence.innerText()).toBe('');
});

test('arrows walk the bays, M moves a blade to a free one, and S changes two blades', async () => {
  const elevation = await openRack();
  await elevation.device(RACK, FREE).focus();
  await elevation.press('ArrowRight', 'ArrowRight');
  const second = elevation.bay(RACK, `bay 2 of ${FREE}, fra1-bl-18`);
  await expectSoon(() => second.evaluate((option) => option === document.activeElement)).toBe(true);
  // Bay 10 lies under bay 2.
  await elevation.press('m', 'ArrowRight');
  await expectSoon(() => elevation.sentence.innerText()).toContain(`Bay 3 of ${FREE} is taken by fra1-bl-19.`);
  await elevation.press('ArrowLeft', 'ArrowDown');
  await expectSoon(() => elevation.sentence.innerText()).toContain(`fra1-bl-18 goes to bay 10 of ${FREE}: fits.`);
  await elevation.press('Enter');
  const tenth = elevation.bay(RACK, `bay 10 of ${FREE}, fra1-bl-18`);
  await tenth.waitFor();
  await expectSoon(() => tenth.evaluate((option) => option === document.activeElement)).toBe(true);
  await elevation.press('Control+z');
  await second.waitFor();

  await second.focus();
  await elevation.press('s', 'ArrowRight', 'Enter');
  await elevation.bay(RACK, `bay 3 of ${FREE}, fra1-bl-18`).waitFor();
  await elevation.bay(RACK, `bay 2 of ${FREE}, fra1-bl-19`).waitFor();
  await elevation.press('Control+z');
  await second.waitFor();
});

test('Enter on a free bay mounts a blade that is nowhere yet, and Move to… names the bay', async () => {
  const elevation = await openRack();
  const { page } = shared.program;
  await elevation.bay(RACK, `bay 9 of ${FREE}, free`).focus();
  await elevation.press('Enter');
  const panel = page.getByRole('complementary', { name: `Mount in ${RACK}, bay 9 of ${FREE}` });
  await panel.getByRole('searchbox', { name: 'Device' }).fill(NEW_BLADE);
  await panel.getByRole('button', { name: `Mount in bay 9 of ${FREE}` }).click();
  const mounted = elevation.bay(RACK, `bay 9 of ${FREE}, ${NEW_BLADE}`);
  await mounted.waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);

  await mounted.click();
  await page.getByRole('button', { name: 'Move to…' }).click();
  await page.getByRole('combobox', { name: 'Bay' }).fill('bay 16');
  await page.getByRole('option', { name: `bay 16 of ${FREE}`, exact: true }).click();
  await page.getByRole('button', { name: 'Move', exact: true }).click();
  await elevation.bay(RACK, `bay 16 of ${FREE}, ${NEW_BLADE}`).waitFor();
});
