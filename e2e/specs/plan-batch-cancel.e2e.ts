// Goal: ask for more instances than are placed in a moment, see how far it is, think better of it, and ask for less.
import { test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';
import { PlacePage } from '../pages/place-page.ts';
import { Shell } from '../pages/shell.ts';

/** So many computes, each a value of its own of a topology that is kept level: every instance is weighed against all. */
const COMPUTES = 1500;

const shared = shareProgram((home) => {
  const file = home.file('even.rackwright');
  makeWorkspace(file);
  const columns = ['name', 'type', 'statedCores', 'tag:unit'];
  const rows = Array.from({ length: COMPUTES }, (_, index) => ({ cells: [`n${index}`, 'vm', '1000', `u${index}`] }));
  callChannel(file, 'grid.apply', { noun: 'compute', columns, rows, accept: 'all' });
  const placement = { topologySpread: [{ key: 'unit', maxSkew: 1 }] };
  callChannel(file, 'service.create', { record: { name: 'even', minSpec: { cores: 1 }, placement } });
  // Servers that hold so many that covering a large quantity with them takes its time.
  const slots = [
    { name: 'CPU', kind: 'cpu' },
    { name: 'A1', kind: 'dimm' },
  ];
  callChannel(file, 'deviceType.create', { record: { manufacturer: 'Acme', model: 'Giant', slots } });
  const part = (model: string, type: string, specs: Readonly<Record<string, number>>) =>
    callChannel(file, 'component.create', { record: { manufacturer: 'Acme', model, type, specs } });
  part('CPU 2048', 'cpu', { cores: 2048 });
  part('DIMM 16', 'ram', { capacity_gb: 16 });
  return file;
});

test('planning many instances shows its progress, is cancelled, and planned again for fewer', async () => {
  const { page } = shared.program;
  const place = new PlacePage(page);
  await new Shell(page).goTo('Place');
  await place.choose('even');

  await place.quantity.fill('100000');
  await place.planning.waitFor();
  await place.cancelPlanning.click();
  await place.planningCancelled.waitFor();
  await expectSoon(() => place.planning.count()).toBe(0);

  await place.quantity.fill('3');
  // One on each of three: all computes are alike, and the topology keeps them level.
  await expectSoon(() => place.batchSummary.innerText()).toContain('3 of 3 placed on 3 computes');
  await expectSoon(() => place.planningCancelled.count()).toBe(0);
});

test('looking for what would help shows its progress, is cancelled, and asked again for fewer', async () => {
  const { page } = shared.program;
  const place = new PlacePage(page);
  await new Shell(page).goTo('Place');
  await place.choose('even');

  await place.quantity.fill('100000');
  await place.allOnOne.click();
  await place.searching.waitFor();
  await place.cancelPlanning.click();
  await place.searchCancelled.waitFor();
  await expectSoon(() => place.searching.count()).toBe(0);

  await place.quantity.fill('3');
  // 3 on one compute is 3 more than on the others, where 1 is allowed.
  await place.helps.getByText('allow a difference of 3 instead of 1 over unit', { exact: false }).waitFor();
  await expectSoon(() => place.searchCancelled.count()).toBe(0);
});
