// Goal: what a service needs and where it may run is described, where it runs is watched, and capacity is seen from every side.
import { test } from 'vitest';

import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { ComputePage } from '../pages/compute-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { PlacePage } from '../pages/place-page.ts';
import { ServicesPage } from '../pages/services-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSmallFleet(home.file('small.rackwright')));

async function openWeb(): Promise<ServicesPage> {
  const { page } = shared.program;
  const services = new ServicesPage(page);
  await new Shell(page).goTo('Services');
  await services.openService('web');
  return services;
}

test('rules are edited as lines with the number of computes each admits, ports with their protocol', async () => {
  const { page } = shared.program;
  const { list } = await openWeb();
  const { panel } = list;
  await panel.getByRole('button', { name: 'Add what it must have' }).click();
  await panel.getByRole('combobox', { name: 'Tag 1 required' }).fill('@type');
  // All three are bare metal, one of them is in maintenance.
  await panel.getByText('2 of 2 active computes are admitted.').waitFor();
  await panel.getByRole('combobox', { name: 'Condition 1 required' }).selectOption('NotIn');
  await panel.getByRole('textbox', { name: 'Values 1 required' }).fill('baremetal');
  await panel.getByRole('textbox', { name: 'Values 1 required' }).blur();
  await panel.getByText('0 of 2 active computes are admitted.').waitFor();
  await panel.getByText('In words: must not have @type in baremetal').waitFor();
  await panel.getByRole('button', { name: 'Remove condition 1 required' }).click();
  await panel.getByRole('textbox', { name: 'At most per compute' }).fill('1');
  await panel.getByText('In words: at most 1 per compute').waitFor();
  await panel.getByRole('button', { name: 'Add a port' }).click();
  await panel.getByRole('textbox', { name: 'Port 1', exact: true }).fill('8443');
  await panel.getByRole('textbox', { name: 'Description of port 1' }).fill('HTTPS');
  await page.keyboard.press('Control+Enter');
  await new Shell(page).notice(/^Saved: /).waitFor();
  await page.reload();
  await expectSoon(() => panel.getByRole('textbox', { name: 'Port 1', exact: true }).inputValue()).toBe('8443');
  await expectSoon(() => panel.getByRole('textbox', { name: 'At most per compute' }).inputValue()).toBe('1');
});

test('rules typed as JSON are refused with the reason or warned about, and only sound ones are taken', async () => {
  const { list } = await openWeb();
  const { panel } = list;
  await panel.getByText('As JSON', { exact: true }).click();
  const code = panel.getByRole('textbox', { name: /as JSON$/ });
  const typed = async (rules: unknown, answer: string) => {
    await code.fill(JSON.stringify(rules));
    await panel.getByText(answer, { exact: false }).waitFor();
  };
  await typed(
    { affinty: [] },
    'Key "affinty" is not known; allowed are affinity, antiAffinity, spreadMax, topologySpread.',
  );
  await typed({ affinity: 5 }, 'affinity must be a list in brackets; 5 was given.');
  const near = { matchExpressions: [{ key: 'env', operator: 'Near', values: ['a'] }] };
  await typed({ affinity: [near] }, 'Operator "Near" is not known; allowed are In, NotIn, Exists, DoesNotExist.');
  const prod = { matchLabels: { env: 'prod' } };
  await typed({ affinity: prod, anti_affinity: prod }, 'The same selector');
  await typed({ spreadMax: 1 }, 'In words: at most 1 per compute');
  await expectSoon(() => panel.getByRole('textbox', { name: 'At most per compute' }).inputValue()).toBe('1');
  await panel.getByRole('button', { name: 'Close' }).click();
});

test('a service is placed on one given compute, asked from there, and any other is told why not', async () => {
  const { page } = shared.program;
  const place = new PlacePage(page);
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.openRow('node-a');
  const compute = new ComputePage(page);
  await compute.show('Services');
  await compute.placeHere.click();
  await place.service.fill('web');
  await place.serviceOptions.first().click();
  await expectSoon(() => place.ranking()).toEqual(['node-a']);
  await place.showRejected();
  await place.whyNot('node-b');
  await place.verdict.filter({ hasText: 'Another compute was asked for.' }).waitFor();
  await place.tab('Candidates').click();
  await place.accept();
  await new Shell(page).notice(/^Saved: /).waitFor();
});

test('the badge of a service and the list of broken rules follow what happens to its computes', async () => {
  const { page } = shared.program;
  const { list } = await openWeb();
  await list.panel.getByText('rules hold').waitFor();
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.openRow('node-a');
  const compute = new ComputePage(page);
  await compute.edit.click();
  await compute.panel.getByRole('combobox', { name: 'State' }).selectOption('maintenance');
  await page.keyboard.press('Control+Enter');
  await new Shell(page)
    .notice(/^Saved: /)
    .last()
    .waitFor();
  await openWeb();
  await list.panel.getByText('rules broken').waitFor();
  await page.getByRole('link', { name: 'Rules broken (1)' }).click();
  const broken = page.getByRole('list', { name: 'Services with broken rules' });
  await expectSoon(() => broken.innerText()).toContain('node-a: The compute is maintenance, not active.');
});

test('capacity is grouped by anything, and what blocks each host is named', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Capacity');
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('state');
  const groups = page.getByRole('table', { name: 'Use by state' });
  // node-a with 4 of 16 cores and node-c rest; node-b is active.
  await expectSoon(() => groups.getByRole('row').count()).toBe(1 + 2);
  await expectSoon(() => groups.getByRole('row', { name: /^Maintenance/ }).innerText()).toContain('2');
  await page.getByRole('link', { name: 'Stranded' }).click();
  const hosts = page.getByRole('table', { name: 'Computes with the most stranded' });
  await expectSoon(() => hosts.getByRole('row', { name: /^node-c/ }).innerText()).toContain('Not active');
  await page.getByRole('link', { name: 'Most and least used' }).click();
  await page.getByText('Least used', { exact: true }).click();
  await expectSoon(() => page.getByRole('rowheader').first().innerText()).toBe('node-b');
  await page.getByRole('link', { name: 'Use by group' }).click();
  await page.getByRole('link', { name: 'As heat in the racks' }).click();
  await page.getByRole('heading', { name: 'Racks', level: 1 }).waitFor();
});
