// Goal: know what a machine lets through, and set it on many machines at once.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSmallNetwork } from '../fixtures/small-network.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { NetworkPage } from '../pages/network-page.ts';
import { NetworkTab } from '../pages/network-tab.ts';
import { Shell } from '../pages/shell.ts';

let file = '';
const shared = shareProgram((home) => {
  file = makeSmallNetwork(home.file('firewall.rackwright'));
  callChannel(file, 'firewallRule.create', {
    record: { name: 'ssh', action: 'ALLOW', protocol: 'tcp', source: '10.0.0.0/8', portStart: 22, priority: 10 },
  });
  return file;
});

function rulesOf(compute: string): readonly string[] {
  const rules = callChannel<readonly { readonly name: string; readonly enabled: boolean }[]>(
    file,
    'firewall.effective',
    {
      compute,
    },
  );
  return rules.map(({ name, enabled }) => (enabled ? name : `${name} off`));
}

test('a rule is made and put on the computes that a filter lists', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Network');
  const network = new NetworkPage(page);
  await network.show('Firewall');
  await network.rules.openNew();
  await network.rules.field('Name').fill('deny-all');
  await network.panel.getByLabel('Action').selectOption({ label: 'Deny' });
  await network.rules.field('Priority').fill('1000');
  await network.panel.getByRole('button', { name: 'Create' }).click();

  await network.panel.getByRole('button', { name: 'Assign to computes…' }).click();
  await network.panel.getByText('By filter').click();
  await network.panel.getByRole('textbox', { name: 'Computes' }).fill('state:active');
  await network.panel.getByText('2 computes fit the filter.').waitFor();
  await network.panel.getByRole('button', { name: 'Assign', exact: true }).click();
  await new Shell(page).notice('Saved: Enable rule deny-all on 2 computes').waitFor();
  expect([rulesOf('node-a'), rulesOf('node-c')]).toEqual([['deny-all'], []]);
});

test('a new rule with a name on record says that it changes that rule, and does', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Network');
  const network = new NetworkPage(page);
  await network.show('Firewall');
  await network.rules.openNew();
  await network.rules.field('Name').fill('SSH');
  await network.panel.getByText('There is a firewall rule ssh already.', { exact: false }).waitFor();
  await expectSoon(() => network.rules.field('Port start').inputValue()).toBe('22');
  expect(await accessibilityViolations(page)).toEqual([]);
  await network.rules.field('Priority').fill('20');
  await network.panel.getByRole('button', { name: 'Update' }).click();
  await new Shell(page).notice('Saved: Record firewall rule ssh').waitFor();
  const { record } = callChannel<{ readonly record: object }>(file, 'firewallRule.get', { ref: 'ssh' });
  expect(record).toMatchObject({ name: 'ssh', action: 'ALLOW', source: '10.0.0.0/8', portStart: 22, priority: 20 });
  const { total } = callChannel<{ readonly total: number }>(file, 'firewallRule.list', { query: 'name:ssh' });
  expect(total).toBe(1);
});

test('rules are put on what is selected in the fleet', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  const { computes } = new FleetPage(page);
  for (const name of ['node-a', 'node-b'])
    await computes.grid.getByRole('checkbox', { name: `Select ${name}` }).click();
  await page.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Firewall rules…' }).click();
  await computes.panel.getByRole('combobox', { name: 'Rules' }).click();
  await page.getByRole('option', { name: 'ssh' }).click();
  await computes.panel.getByRole('button', { name: 'Assign', exact: true }).click();
  await new Shell(page).notice('Saved: Enable rule ssh on 2 computes').waitFor();
  expect(rulesOf('node-b')).toEqual(['ssh', 'deny-all']);
  await page.getByRole('button', { name: 'Clear the selection' }).click();
});

test('the deciding rule is named, and switching it off changes the answer', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.openRow('node-a');
  const network = new NetworkTab(page);
  await network.open('node-a');
  await network.ask('10.1.2.3', '22');
  await expectSoon(() => network.answer.innerText()).toContain('Rule ssh (priority 20) decides.');

  await network.rules.getByRole('checkbox', { name: 'ssh is enabled' }).click();
  await expectSoon(() => network.answer.innerText()).toContain('Rule deny-all (priority 1000) decides.');
  await network.rules.getByRole('checkbox', { name: 'deny-all is enabled' }).click();
  await expectSoon(() => network.answer.innerText()).toContain('No rule decides');
  expect(rulesOf('node-a')).toEqual(['ssh off', 'deny-all off']);
});
