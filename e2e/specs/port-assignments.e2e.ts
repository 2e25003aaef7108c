// Goal: lead a port to a service, and never take one from another service without being asked.
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { answerOpenDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSmallNetwork } from '../fixtures/small-network.ts';
import { CsvPage } from '../pages/csv-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { ManyPanel } from '../pages/many-panel.ts';
import { NetworkTab } from '../pages/network-tab.ts';
import { Palette } from '../pages/palette.ts';
import { Shell } from '../pages/shell.ts';

let file = '';
let rows = '';
const shared = shareProgram((home) => {
  file = makeSmallNetwork(home.file('ports.rackwright'));
  rows = home.file('ports.csv');
  callChannel(file, 'service.create', {
    record: { name: 'resolver', maxSpec: { cores: 1 }, ports: [{ port: 53, protocol: 'udp' }] },
  });
  return file;
});

function mappingsOf(compute: string): readonly string[] {
  return callChannel<readonly { readonly text: string }[]>(file, 'portAssignment.ofCompute', { compute }).map(
    ({ text }) => text,
  );
}

async function openNetwork(compute: string): Promise<NetworkTab> {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.openRow(compute);
  const network = new NetworkTab(page);
  await network.open(compute);
  return network;
}

test('what the service declares is proposed and led with one press', async () => {
  const network = await openNetwork('node-a');
  await network.button('Lead a port here…').click();
  await network.panel.getByRole('checkbox', { name: '203.0.113.45:80/tcp → 80' }).waitFor();
  await network.panel.getByRole('button', { name: 'Lead 1 port to it' }).click();
  await expectSoon(() => network.firstCells(network.mappings)).toEqual(['203.0.113.45:80/tcp → 80']);
  await network.panel.getByText('web on node-a has 203.0.113.45:80/tcp → 80.').waitFor();
});

test('a port of another service names its holder and is taken over only when that is said', async () => {
  const first = await openNetwork('node-a');
  await first.lead('203.0.113.45', '8080', '80');
  await expectSoon(() => first.firstCells(first.mappings)).toContain('203.0.113.45:8080/tcp → 80');

  const second = await openNetwork('node-b');
  await second.lead('203.0.113.45', '8080', '90');
  await second.takeOver.getByText('web on node-a has 203.0.113.45:8080/tcp → 80').waitFor();
  await second.takeOver.getByRole('button', { name: 'Leave it' }).click();
  expect(mappingsOf('node-b')).toEqual([]);

  await second.panel.getByRole('button', { name: 'Lead it there' }).click();
  await second.takeOver.getByRole('button', { name: 'Take it over' }).click();
  await expectSoon(() => second.firstCells(second.mappings)).toEqual(['203.0.113.45:8080/tcp → 90']);
  expect(mappingsOf('node-a')).toEqual(['203.0.113.45:80/tcp → 80']);
  // The address belongs to node-a: told, not refused.
  await shared.program.page.getByText('203.0.113.45 belongs to node-a (NAT or VIP).', { exact: false }).waitFor();
});

test('a port that is led for every protocol is named and taken over too', async () => {
  const first = await openNetwork('node-a');
  await first.lead('203.0.113.45', '9000', '9000', 'all');
  await expectSoon(() => mappingsOf('node-a')).toContain('203.0.113.45:9000/all → 9000');

  const second = await openNetwork('node-b');
  await second.lead('203.0.113.45', '9000', '90');
  await second.takeOver.getByText('web on node-a has 203.0.113.45:9000/all → 9000').waitFor();
  await second.takeOver.getByRole('button', { name: 'Take it over' }).click();
  await expectSoon(() => mappingsOf('node-b')).toContain('203.0.113.45:9000/tcp → 90');
  expect(mappingsOf('node-a')).not.toContain('203.0.113.45:9000/all → 9000');

  // The same port to the same service again: said before it is done.
  await second.button('Lead a port here…').click();
  await second.choose('IP address', '203.0.113.45');
  await second.panel.getByRole('textbox', { name: 'Port', exact: true }).fill('9000');
  await second.panel.getByText('203.0.113.45:9000/tcp → 90 is there already', { exact: false }).waitFor();
  await second.panel.getByRole('button', { name: 'Change it' }).waitFor();
});

test('a file takes a port over only when that is chosen, and names who has it', async () => {
  const first = await openNetwork('node-a');
  await first.lead('203.0.113.45', '7000', '80');
  await expectSoon(() => mappingsOf('node-a')).toContain('203.0.113.45:7000/tcp → 80');
  writeFileSync(rows, 'assignment,ip address,port,protocol,service port\nweb / node-b,203.0.113.45,7000,tcp,70\n');
  const { app, page } = shared.program;
  await new Palette(page).run('Import CSV');
  const csv = new CsvPage(page);
  await csv.noun.selectOption('portAssignment');
  await answerOpenDialog(app, [rows]);
  await csv.chooseFile.click();
  await csv.rows.filter({ hasText: 'web on node-a has 203.0.113.45:7000/tcp → 80; take it over' }).waitFor();
  await expectSoon(() => csv.write.isDisabled()).toBe(true);

  await csv.existing.selectOption('update rows, and take over ports that others have');
  await csv.rows.filter({ hasText: 'Taken over: web on node-a has 203.0.113.45:7000/tcp → 80' }).waitFor();
  await csv.write.click();
  await csv.saved.waitFor();
  expect(mappingsOf('node-b')).toContain('203.0.113.45:7000/tcp → 70');
  expect(mappingsOf('node-a')).not.toContain('203.0.113.45:7000/tcp → 80');
});

test('ports are proposed for all bookings of a service at once', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.filterBy('');
  for (const name of ['node-a', 'node-b'])
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).check();
  await page.getByRole('button', { name: 'Place a service…' }).click();
  const many = new ManyPanel(page);
  await many.choose('resolver');
  await many.panel.getByRole('button', { name: 'Place on 2 computes' }).click();
  const ports = page.getByRole('complementary', { name: 'Ports of what was booked' });
  // node-b has no address of its own.
  await ports.getByRole('checkbox', { name: '203.0.113.45:53/udp → 53 resolver on node-a' }).waitFor();
  await expectSoon(() => ports.getByRole('checkbox').count()).toBe(1);
  await ports.getByRole('button', { name: 'Lead 1 port to them' }).click();
  await ports.waitFor({ state: 'detached' });
  await expectSoon(() => mappingsOf('node-a')).toContain('203.0.113.45:53/udp → 53');
});
