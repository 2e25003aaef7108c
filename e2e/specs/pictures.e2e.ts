// Goal: see a place and a device type as they look: photos of a rack, and the front of a device in the elevation.
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { saveNextDownload } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { ElevationPage } from '../pages/elevation-page.ts';
import { Pictures } from '../pages/pictures.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

const PICTURE = fromRoot('assets', 'icon.png');
const RACK = 'D01';

interface Mounted {
  readonly deviceTypeId: string | null;
  readonly positionHalfU: number | null;
  readonly face: string;
}

const shared = shareProgram((home) => {
  const file = makeSampleWorkspace(home.file('sample.rackwright'));
  const { mounted } = callChannel<{ mounted: readonly Mounted[] }>(file, 'rack.elevation', { ref: RACK });
  const inFront = mounted.filter(({ positionHalfU, face }) => positionHalfU !== null && face !== 'rear');
  const object = inFront.find(({ deviceTypeId }) => deviceTypeId !== null)?.deviceTypeId;
  const base64 = readFileSync(PICTURE).toString('base64');
  callChannel(file, 'picture.attach', { object, kind: 'front', fileName: 'front.png', base64 });
  return file;
});

test('a device whose type has a picture is drawn by it, and a rack has photos, in every theme', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack(RACK);
  const pictures = new Pictures(page);
  await expectSoon(() => pictures.drawn.count()).toBeGreaterThan(0);
  await expectSoon(() => pictures.drawn.first().getAttribute('href')).toMatch(/^blob:/);

  await pictures.add(PICTURE);
  await new Shell(page).notice('Saved: Add picture icon.png').waitFor();
  await pictures.photo('Photo, icon.png').waitFor();
  for (const theme of THEMES) {
    await showInTheme(page, theme);
    await pictures.photo('Photo, icon.png').waitFor();
    await expectSoon(() => pictures.drawn.count()).toBeGreaterThan(0);
    await takeScreenshot(page, 'screenshots', `rack-pictures-${theme}`);
    expect(await accessibilityViolations(page)).toEqual([]);
  }

  await pictures.remove('icon.png');
  await pictures.photo('Photo, icon.png').waitFor({ state: 'detached' });
});

test('a saved drawing holds the pictures of its device types, as SVG and as PNG', async () => {
  const { app, home, page } = shared.program;
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack(RACK);
  await expectSoon(() => new Pictures(page).drawn.count()).toBeGreaterThan(0);
  const elevation = new ElevationPage(page);
  const [svg, png] = [home.file('rack.svg'), home.file('rack.png')];
  await saveNextDownload(app, svg);
  await elevation.saveAs('SVG');
  await expectSoon(() => existsSync(svg)).toBe(true);
  await expectSoon(() => readFileSync(svg, 'utf8').trimEnd().endsWith('</svg>')).toBe(true);
  const text = readFileSync(svg, 'utf8');
  expect(text).toContain(`href="data:image/png;base64,${readFileSync(PICTURE).toString('base64').slice(0, 60)}`);
  expect(text).not.toContain('blob:');

  await saveNextDownload(app, png);
  await elevation.saveAs('PNG');
  await expectSoon(() => existsSync(png) && readFileSync(png).subarray(1, 4).toString()).toBe('PNG');
});

test('cables are listed with both ends, filtered and opened', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Racks');
  const racks = new RacksPage(page);
  await racks.showCables();
  await racks.cables.filterBy('a:ams1-sw-d01*');
  await expectSoon(() => racks.cables.grid.getByRole('row').count()).toBeGreaterThan(1);
  await takeScreenshot(page, 'screenshots', 'cables');
  expect(await accessibilityViolations(page)).toEqual([]);
});
