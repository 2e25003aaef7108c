// Goal: one service goes on many computes at once: it is said beforehand where it cannot, booked as one change, taken back.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { ComputePage } from '../pages/compute-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { ManyPanel } from '../pages/many-panel.ts';
import { ServicesPage } from '../pages/services-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSmallFleet(home.file('small.rackwright')));

async function selectAll(): Promise<void> {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.filterBy('');
  for (const name of ['node-a', 'node-b', 'node-c'])
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
}

async function runningOn(compute: string): Promise<readonly string[]> {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.openRow(compute);
  const opened = new ComputePage(page);
  await opened.heading.filter({ hasText: compute }).waitFor();
  await opened.show('Services');
  return opened.serviceCells('web');
}

test('selected computes: those that can are booked as one change, those that cannot say why and are left out', async () => {
  const { page } = shared.program;
  const many = new ManyPanel(page);
  await selectAll();
  await page.getByRole('button', { name: 'Place a service…' }).click();
  await many.choose('web');
  await many.quantity.fill('2');
  await expectSoon(() => many.status.innerText()).toBe('2 can take it, 1 cannot. Nothing is booked yet.');
  // 2 × 4 of 8 cores, 2 × 8 of 32 GB, 2 × 20 of 500 GB: (100 + 50 + 8) / 3 = 52.7 %
  await expectSoon(() => many.outcome('node-b').innerText()).toContain(
    '4 cores · 8 GB · 20 GB storage, 53 % used afterwards',
  );
  await expectSoon(() => many.outcome('node-c').innerText()).toContain('State is maintenance');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Control+Enter');
  await new Shell(page).notice('Saved: Place web on 3 computes').waitFor();
  await many.panel.waitFor({ state: 'detached' });
  expect((await runningOn('node-b')).slice(0, 2)).toEqual(['2', '4 cores · 8 GB · 20 GB storage']);
  await new Shell(page).undo.click();
  await page.getByText('No service runs here').waitFor();
});

test('from the service: an override needs a reason, and stays with the booking', async () => {
  const { page } = shared.program;
  const many = new ManyPanel(page);
  const shell = new Shell(page);
  await selectAll();
  await shell.goTo('Services');
  await new ServicesPage(page).openService('web');
  await page.getByRole('link', { name: 'Place it on several computes…' }).click();
  await many.outcome('node-c').waitFor();
  await many.override('The maintenance ends tonight');
  await many.reason.fill('');
  await expectSoon(() => many.place.isDisabled()).toBe(true);
  await many.reason.fill('The maintenance ends tonight');
  await many.panel.getByRole('button', { name: 'Place on 3 computes' }).click();
  await shell.notice('Saved: Place web on 3 computes').waitFor();
  await expectSoon(() => runningOn('node-c')).toContain('The maintenance ends tonight');
  // Booked at the minimum, where rules were set aside.
  expect((await runningOn('node-c'))[1]).toBe('2 cores · 4 GB · 10 GB storage');
  await shell.undo.click();
  await page.getByText('No service runs here').waitFor();
});

test.each(THEMES)('in the theme %s it can be used without sight', async (theme) => {
  const { page } = shared.program;
  await showInTheme(page, theme);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await selectAll();
    await page.getByRole('button', { name: 'Place a service…' }).click();
    const many = new ManyPanel(page);
    await many.choose('web');
    await many.outcome('node-c').waitFor();
    await many.override('The maintenance ends tonight');
    await takeScreenshot(page, 'screenshots', `place-on-many-${theme}-${size.width}`);
    expect(await accessibilityViolations(page)).toEqual([]);
    await many.panel.getByRole('button', { name: 'Cancel' }).click();
  }
});
