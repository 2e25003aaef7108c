// Goal: give out addresses without ever giving one twice, and see what is free and what is used.
import { expect, test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSmallNetwork } from '../fixtures/small-network.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { NetworkPage } from '../pages/network-page.ts';
import { NetworkTab } from '../pages/network-tab.ts';
import { Palette } from '../pages/palette.ts';
import { PrefixPage } from '../pages/prefix-page.ts';
import { Shell } from '../pages/shell.ts';

let file = '';
const shared = shareProgram((home) => {
  file = makeSmallNetwork(home.file('network.rackwright'));
  return file;
});

interface Address {
  readonly address: string;
  readonly isPrimary: boolean;
}

/** The addresses of a compute as the file holds them. */
function addressesOf(compute: string): readonly string[] {
  const found = callChannel<readonly Address[]>(file, 'network.ofCompute', { compute });
  return found.map(({ address, isPrimary }) => (isPrimary ? `${address} primary` : address));
}

test('a prefix shows what is free and used while its addresses are given out and taken back', async () => {
  const { page } = shared.program;
  const shell = new Shell(page);
  await shell.goTo('Network');
  await new NetworkPage(page).openPrefix('10.0.0.0/24');
  const prefix = new PrefixPage(page);

  await prefix.giveNext(2, null);
  await shell.notice('Saved: Reserve 2 addresses of 10.0.0.0/24').waitFor();
  // The network address and the gateway are never given out.
  await expectSoon(() => prefix.runTexts()).toEqual([
    ['10.0.0.0', 'Network address', '', '1'],
    ['10.0.0.1', 'Gateway', '', '1'],
    ['10.0.0.2', 'Reserved', '', '1'],
    ['10.0.0.3', 'Reserved', '', '1'],
    ['10.0.0.4 to 10.0.0.254', 'Free', '', '251'],
    ['10.0.0.255', 'Broadcast address', '', '1'],
  ]);

  await prefix.giveNext(1, 'node-b');
  await expectSoon(() => prefix.cell('10.0.0.4').getAttribute('aria-label')).toBe('10.0.0.4, assigned to node-b');

  await prefix.runs.getByRole('button', { name: 'Take back 10.0.0.3' }).click();
  await expectSoon(() => prefix.cell('10.0.0.3').getAttribute('aria-label')).toBe('10.0.0.3, on record, free');
  await shell.undo.click();
  await expectSoon(() => prefix.cell('10.0.0.3').getAttribute('aria-label')).toBe('10.0.0.3, reserved');
});

test('the map is walked by keys, and its marked address given out', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Network');
  await new NetworkPage(page).openPrefix('10.0.0.0/24');
  const prefix = new PrefixPage(page);
  await prefix.map.focus();
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  // A row has 32 cells: one down and two to the right is .34.
  await page.getByRole('button', { name: 'Give it out…' }).click();
  await expectSoon(() => prefix.panel.getByRole('textbox', { name: 'Address' }).inputValue()).toBe('10.0.0.34');
  await page.keyboard.press('Escape');
  await prefix.panel.waitFor({ state: 'hidden' });
});

test('a compute gets the next free address, and naming another primary one clears the first', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.openRow('node-a');
  const network = new NetworkTab(page);
  await network.open('node-a');
  await expectSoon(() => network.firstCells(network.addresses)).toEqual(['203.0.113.45 primary']);

  await network.giveNextOf('10.0.0.0/24');
  await expectSoon(() => network.firstCells(network.addresses)).toEqual(['203.0.113.45 primary', '10.0.0.5']);

  await network.addresses.getByRole('button', { name: 'Make 10.0.0.5 primary' }).click();
  await expectSoon(() => network.firstCells(network.addresses)).toEqual(['10.0.0.5 primary', '203.0.113.45']);
  expect(addressesOf('node-a')).toEqual(['10.0.0.5 primary', '203.0.113.45']);

  await network.addresses.getByRole('button', { name: 'Take back 10.0.0.5' }).click();
  await expectSoon(() => network.firstCells(network.addresses)).toEqual(['203.0.113.45']);
});

test('the palette finds an address and a prefix', async () => {
  const { page } = shared.program;
  const palette = new Palette(page);
  await palette.run('203.0.113.45');
  await new NetworkPage(page).panel.getByRole('heading', { name: '203.0.113.45' }).waitFor();
  await palette.run('10.0.0.0/16');
  await expectSoon(() => new PrefixPage(page).heading.innerText()).toBe('10.0.0.0/16');
});

test('a network of the wanted size is cut out of a prefix', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Network');
  const network = new NetworkPage(page);
  await network.openPrefix('10.0.0.0/16');
  await new PrefixPage(page).nextNetwork.click();
  const dialog = page.getByRole('dialog', { name: 'Next network in 10.0.0.0/16' });
  // 10.0.0.0/24 is there already.
  await dialog.getByText('10.0.1.0/24').waitFor();
  await dialog.getByRole('button', { name: 'Make it a prefix' }).click();
  await expectSoon(() => new PrefixPage(page).heading.innerText()).toBe('10.0.1.0/24');
});
