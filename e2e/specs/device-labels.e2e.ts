// Goal: read on the devices of a rack whichever field one needs, on screen and on paper.
import { test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { ElevationPage } from '../pages/elevation-page.ts';
import { RackPage } from '../pages/rack-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

const RACK = 'A03';
const DEVICE = 'fra1-search-01';

const shared = shareProgram((home) => {
  const file = makeSampleWorkspace(home.file('sample.rackwright'));
  callChannel(file, 'customField.create', {
    record: { noun: 'compute', key: 'seal', label: 'Seal number', kind: 'text' },
  });
  const { version } = callChannel<{ version: number }>(file, 'compute.get', { ref: DEVICE });
  callChannel(file, 'compute.update', { ref: DEVICE, version, patch: {}, custom: { seal: 'ZX-81' } });
  return file;
});

test('any field is found by typing and written on the devices, kept, and printed', async () => {
  const { page } = shared.program;
  await page.setViewportSize({ width: 1900, height: 1060 });
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack(RACK);
  await new RackPage(page).heading.filter({ hasText: RACK }).waitFor();
  const elevation = new ElevationPage(page);

  await elevation.labelBy('Seal number');
  await elevation.written(RACK, 'ZX-81').waitFor();
  await elevation.openPrint();
  await expectSoon(() => elevation.printAudit.locator('text', { hasText: 'ZX-81' }).count()).toBe(1);
  await elevation.press('Escape');

  await page.reload();
  await elevation.written(RACK, 'ZX-81').waitFor();
  await expectSoon(() => elevation.label.inputValue()).toBe('Seal number');

  await elevation.labelBy('Memory');
  await expectSoon(() => elevation.written(RACK, ' GB').count()).toBeGreaterThan(2);
  await elevation.label.fill('no such field');
  await page.getByText('No field is called so').waitFor();
  await elevation.press('Escape');
  await elevation.labelBy('Name');
  await elevation.written(RACK, DEVICE).waitFor();
});
