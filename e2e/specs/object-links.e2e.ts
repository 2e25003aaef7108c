// Goal: a technician scans the code of a label, and the program shows that machine.
import { expect, test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { startAgain } from '../fixtures/second-start.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { ComputePage } from '../pages/compute-page.ts';
import { Shell } from '../pages/shell.ts';

/** A small fleet and what the label of node-b links to. */
function labelledFleet() {
  const home = testHome();
  const file = makeSmallFleet(home.file('small.rackwright'));
  const [label] = callChannel<{ link: string }[]>(file, 'locate.labels', { devices: ['node-b'], racks: [] });
  return { home, file, link: label?.link ?? '' };
}

test('a link shows its machine in the running program', async () => {
  const { home, file, link } = labelledFleet();
  const { page } = await launch({ home, file });
  await new Shell(page).shown();

  expect(await startAgain(home, link)).toBe(0);

  await new ComputePage(page).heading.filter({ hasText: 'node-b' }).waitFor();
});

test('a link starts the program with the workspace of last time', async () => {
  const { home, file, link } = labelledFleet();
  const before = await launch({ home, file });
  await new Shell(before.page).shown();
  await before.quit();

  const { page } = await launch({ home, file: link });

  await expectSoon(() => new ComputePage(page).heading.innerText()).toContain('node-b');
});

test('without a workspace a link is answered with what to do', async () => {
  const { home, link } = labelledFleet();
  const { page } = await launch({ home, file: link });
  await new Shell(page).notice('No workspace is open.').waitFor();
  await expectSoon(() => new Shell(page).areas.count()).toBe(0);
});

test('a link to an object of another workspace says so', async () => {
  const { home, file } = labelledFleet();
  const { page } = await launch({ home, file });
  await new Shell(page).shown();
  expect(await startAgain(home, 'rackwright://compute/01999999-9999-7999-8999-999999999999')).toBe(0);
  await page.getByRole('heading', { name: 'This compute cannot be shown' }).waitFor();
});

test('what is no link moves nothing', async () => {
  const { home, file, link } = labelledFleet();
  const { page } = await launch({ home, file });
  await new Shell(page).shown();
  const before = page.url();
  for (const word of [
    `${link}?remove=1`,
    `${link}/../..`,
    'rackwright://settings/x',
    link.replace('compute', 'nonsense'),
  ])
    expect(await startAgain(home, word)).toBe(0);
  expect(page.url()).toBe(before);
  // The same way is open to a true link.
  await startAgain(home, link);
  await expectSoon(() => page.url()).toMatch(/#\/compute\//);
});
