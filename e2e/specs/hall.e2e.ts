// Goal: read any field on the devices of the whole hall, and see them by the pictures of their types from close by.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { watchCanvas } from '../fixtures/painted.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

const RACK = 'A03';
const DEVICE = 'fra1-search-01';

interface Mounted {
  readonly name: string | null;
  readonly deviceTypeId: string | null;
}

/** The device has a value of a field that people made, and its type a picture. */
const shared = shareProgram((home) => {
  const file = makeSampleWorkspace(home.file('sample.rackwright'));
  const record = { noun: 'compute', key: 'seal', label: 'Seal number', kind: 'text' };
  callChannel(file, 'customField.create', { record });
  const { version } = callChannel<{ version: number }>(file, 'compute.get', { ref: DEVICE });
  callChannel(file, 'compute.update', { ref: DEVICE, version, patch: {}, custom: { seal: 'ZX-81' } });
  const { mounted } = callChannel<{ mounted: readonly Mounted[] }>(file, 'rack.elevation', { ref: RACK });
  const object = mounted.find(({ name }) => name === DEVICE)?.deviceTypeId;
  const base64 = readFileSync(fromRoot('assets', 'icon.png')).toString('base64');
  callChannel(file, 'picture.attach', { object, kind: 'front', fileName: 'front.png', base64 });
  return file;
});

describe.each(THEMES)('in the theme %s', (theme) => {
  test('the hall writes the field that is chosen on its devices, and draws them by their pictures from close by', async () => {
    const { page } = shared.program;
    await page.setViewportSize({ width: 1900, height: 1060 });
    await showInTheme(page, theme);
    await new Shell(page).goTo('Racks');
    const racks = new RacksPage(page);
    await racks.racks.first().waitFor();
    await racks.labelBy('Name');
    const painted = await watchCanvas(page);
    await racks.findSpace();
    await racks.showInPlan(RACK);
    await expectSoon(() => painted.texts()).toContain(DEVICE);
    await expectSoon(() => painted.pictures()).toBeGreaterThan(0);
    expect(await painted.texts()).not.toContain('ZX-81');

    await racks.labelBy('Seal number');
    await expectSoon(() => painted.texts()).toContain('ZX-81');
    await takeScreenshot(page, 'screenshots', `hall-labels-${theme}`);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});
