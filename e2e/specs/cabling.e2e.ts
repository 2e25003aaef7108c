// Goal: find out where a cable goes, plug one and many, and see which machines hang on one feed.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { Palette } from '../pages/palette.ts';
import { PortsTab } from '../pages/ports-tab.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

/** The cabled switch of rack D01: its ports 1 to 28 lead to the machines below it. */
const SWITCH = 'ams1-sw-d01';
/** The cabled switch of the other site. */
const FAR_SWITCH = 'fra1-sw-a01';

async function openSwitch(): Promise<PortsTab> {
  const { page } = shared.program;
  const palette = new Palette(page);
  await palette.open();
  await palette.input.fill(`locate ${SWITCH}`);
  await palette.option('connected to RU47 in D01').waitFor();
  await page.keyboard.press('Enter');
  await new Shell(page).heading.filter({ hasText: SWITCH }).waitFor();
  const ports = new PortsTab(page);
  await ports.show();
  return ports;
}

test('the palette says where a machine is and which outlets feed it', async () => {
  const { page } = shared.program;
  const palette = new Palette(page);
  await palette.open();
  await palette.input.fill('power off ams1-app-01');
  await palette.option('ams1-pdu-d01-a, feed A').waitFor();
  expect((await palette.optionTexts()).join()).toContain('ams1-pdu-d01-b, feed B');
  await page.keyboard.press('Escape');
  await palette.dialog.waitFor({ state: 'hidden' });
});

test('a path is drawn and said from end to end', async () => {
  const ports = await openSwitch();
  await ports.trace('Ethernet1');
  await ports.dialog.getByText('The path is complete, 1 cable, 2 m.').waitFor();
  expect(await accessibilityViolations(shared.program.page)).toEqual([]);
  await shared.program.page.keyboard.press('Escape');
  await ports.dialog.waitFor({ state: 'hidden' });
});

test('a cable is plugged, pulled, and plugged again by undo', async () => {
  const { page } = shared.program;
  const shell = new Shell(page);
  const ports = await openSwitch();
  await ports.connect('Ethernet29', FAR_SWITCH, 'Ethernet48');
  await ports.port('Ethernet29').getByRole('link', { name: FAR_SWITCH }).waitFor();

  await ports.disconnect('Ethernet29');
  await ports.port('Ethernet29').getByText('Free').waitFor();

  await shell.undo.click();
  await expectSoon(() => ports.port('Ethernet29').innerText()).toContain(`port 48 on ${FAR_SWITCH}`);
});

test('many ports are connected at once after every pair was shown', async () => {
  const ports = await openSwitch();
  await ports.connectMany.click();
  await ports.chooseDevice(FAR_SWITCH);
  await ports.fillRanges('Ethernet[28,31-32]', 'Ethernet[45-47]');
  await ports.dialog.getByText('2 of 3 pairs can be connected.').waitFor();
  await ports.pair('Ethernet28').getByText('already').waitFor();
  await ports.dialog.getByRole('button', { name: 'Connect 2 pairs' }).click();
  await ports.dialog.waitFor({ state: 'hidden' });
  await expectSoon(() => ports.port('Ethernet31').innerText()).toContain(`port 46 on ${FAR_SWITCH}`);
  await expectSoon(() => ports.port('Ethernet32').innerText()).toContain(`port 47 on ${FAR_SWITCH}`);
});

test('machines with both cords on one feed are listed and lead to their rack', async () => {
  const { page } = shared.program;
  const main = page.getByRole('main');
  await new Shell(page).goTo('Racks');
  await main.getByRole('link', { name: 'Power', exact: true }).click();
  await main.getByRole('combobox', { name: 'Show' }).selectOption('same-feed');
  const findings = main.getByRole('table', { name: 'Findings' });
  await expectSoon(async () =>
    (await findings.getByRole('row').allInnerTexts()).slice(1).every((text) => text.includes('on feed')),
  ).toBe(true);
  await findings.getByRole('link', { name: 'fra1-web-09' }).click();
  await new Shell(page).heading.filter({ hasText: 'A01' }).waitFor();
});
