// The demo tour: the sample datacenter is opened, a service is planned, the ranked candidates are printed, and pictures
// of it all are left in out/demo. Nothing in it needs a display, a network or a hand.
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme } from '../fixtures/theme.ts';
import { DEMO_STOPS, showStop } from '../fixtures/tour.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { PlacePage } from '../pages/place-page.ts';
import { Shell } from '../pages/shell.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

const SERVICE = 'checkout';
const PRINTED_CANDIDATES = 10;

const shared = shareProgram();

test('the sample datacenter is opened', async () => {
  const { program } = shared;
  await answerSaveDialog(program.app, program.home.file('sample.rackwright'));
  await takeScreenshot(program.page, 'demo', 'welcome');
  await new WelcomePage(program.page).openSample.click();
  await expectSoon(() => new FleetPage(program.page).computes.total()).toBe(400);
});

test('a service is planned, and the ranked candidates are printed', async () => {
  const { page } = shared.program;
  const place = new PlacePage(page);
  await new Shell(page).goTo('Place');
  await place.choose(SERVICE);
  const candidates = await place.candidateLines();
  console.log(`\nWhere does another instance of ${SERVICE} fit? ${await place.summary.innerText()}, best first:`);
  for (const line of candidates.slice(0, PRINTED_CANDIDATES)) console.log(`  ${line}`);
  expect(candidates.length).toBeGreaterThan(0);
});

test.each(['light', 'dark'] as const)('every screen is left as a picture in %s', async (theme) => {
  const { page } = shared.program;
  await showInTheme(page, theme);
  for (const stop of DEMO_STOPS) {
    await showStop(page, stop);
    await takeScreenshot(page, 'demo', `${stop.name}-${theme}`);
    expect(existsSync(fromRoot('out', 'demo', `${stop.name}-${theme}.png`))).toBe(true);
  }
  console.log(`The pictures in ${theme} are in out/demo.`);
});
