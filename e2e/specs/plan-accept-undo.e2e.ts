// Goal: plan a service, see who can take it and why the others cannot, book exactly what was shown, take it back.
import { describe, expect, test } from 'vitest';

import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { ComputePage } from '../pages/compute-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { PlacePage } from '../pages/place-page.ts';
import { ServicesPage } from '../pages/services-page.ts';
import { Shell } from '../pages/shell.ts';

describe('on a fleet that can be reckoned by hand', () => {
  const shared = shareProgram((home) => makeSmallFleet(home.file('small.rackwright')));

  async function openCompute(name: string): Promise<ComputePage> {
    const { page } = shared.program;
    await new Shell(page).goTo('Fleet');
    await new FleetPage(page).computes.openRow(name);
    const compute = new ComputePage(page);
    await compute.heading.filter({ hasText: name }).waitFor();
    return compute;
  }

  test('a service is planned from its own row, booked as previewed, and taken back', async () => {
    const { page } = shared.program;
    const shell = new Shell(page);
    const services = new ServicesPage(page);
    const place = new PlacePage(page);

    await shell.goTo('Services');
    await services.openService('web');
    await services.findPlace.click();
    await expectSoon(() => place.ranking()).toHaveLength(2);

    // Both computes are empty. The fuller one afterwards is ranked first: 4 of 8 cores before 4 of 16.
    await expectSoon(() => place.ranking()).toEqual(['node-b', 'node-a']);
    await expectSoon(() => place.barTexts()).toEqual({
      Cores: '0 now, 4 afterwards, of 8',
      Memory: '0 MB now, 8 GB afterwards, of 32 GB',
      Storage: '0 GB now, 20 GB afterwards, of 500 GB',
    });

    await place.accept();
    await shell.notice(/^Saved: /).waitFor();

    const booked = await openCompute('node-b');
    await expectSoon(() => booked.meters()).toEqual({
      Cores: '4 of 8 allocated, 4 free',
      Memory: '8 GB of 32 GB allocated, 24 GB free',
      Storage: '20 GB of 500 GB allocated, 480 GB free',
    });
    await booked.show('Services');
    expect((await booked.serviceCells('web')).slice(0, 2)).toEqual(['1', '4 cores · 8 GB · 20 GB storage']);

    await shell.undo.click();
    await shell.notice(/^Undo/).waitFor();
    await booked.show('Overview');
    await expectSoon(async () => (await booked.meters())['Cores']).toBe('0 of 8 allocated, 8 free');
  });

  test('a compute in maintenance is rejected, with that reason', async () => {
    const place = new PlacePage(shared.program.page);
    await new Shell(shared.program.page).goTo('Place');
    await place.choose('web');
    await place.showRejected();
    await expectSoon(() => place.rejections()).toEqual([
      { compute: 'node-c', reasons: [expect.stringContaining('maintenance')] },
    ]);
  });

  test('what fits nowhere gets a recommendation instead of candidates', async () => {
    const place = new PlacePage(shared.program.page);
    await new Shell(shared.program.page).goTo('Place');
    await place.choose('giant');
    await place.gap.waitFor();
    // 128 cores and 4096 MB are wanted. The most that a compute has is the 64 of node-c, which is in maintenance.
    const gap = await place.gap.innerText();
    expect(gap).toContain('128 cores · 4 GB');
    expect(gap).toMatch(/The closest is node-[abc]/);
  });
});

describe('on the sample datacenter', () => {
  const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

  test('every compute is a candidate or rejected with at least one reason', async () => {
    const place = new PlacePage(shared.program.page);
    await new Shell(shared.program.page).goTo('Place');
    await place.choose('checkout');
    await expectSoon(() => place.counts()).toMatchObject({ computes: 400 });
    const { candidates, rejected, computes } = await place.counts();
    expect(candidates + rejected).toBe(computes);
    expect(candidates).toBeGreaterThan(0);

    await place.showRejected();
    const rejections = await place.rejections();
    expect(rejections.length).toBeGreaterThan(0);
    expect(rejections.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
  });
});
