// npm run guide: the pictures of docs/images and the keyboard map of the guide, made by the program itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { gatherKeys, keyboardPage } from '../fixtures/keyboard-map.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme } from '../fixtures/theme.ts';
import { showStop, TOUR } from '../fixtures/tour.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

/** The picture's name in docs/images, and the stop of the tour it shows. */
const PICTURES: readonly (readonly [name: string, stop: string])[] = [
  ['fleet', 'fleet'],
  ['find', 'palette'],
  ['components', 'compute-components'],
  ['storage', 'compute-storage'],
  ['hall', 'racks'],
  ['rack', 'rack'],
  ['service', 'service'],
  ['place', 'place-candidates'],
  ['rejected', 'place-rejected'],
  ['nothing-fits', 'place-nothing-fits'],
  ['capacity', 'capacity'],
  ['history', 'history'],
  ['backups', 'settings-backups'],
  ['audit-new', 'audit-new'],
  ['audit-walk', 'audit-walk'],
  ['audit-reconcile', 'audit-reconcile'],
];

test('the pictures', async () => {
  const { page } = shared.program;
  await showInTheme(page, 'light');
  for (const [name, stopName] of PICTURES) {
    const stop = TOUR.find((entry) => entry.name === stopName);
    if (!stop) throw new Error(`The tour has no stop ${stopName}.`);
    await showStop(page, stop);
    await new Shell(page).dismissNotices();
    await takeScreenshot(page, 'guide', name);
  }
  expect(shared.program.page.isClosed()).toBe(false);
});

test('the keyboard map', async () => {
  const lines = await gatherKeys(shared.program.page);
  expect(lines.length).toBeGreaterThan(40);
  mkdirSync(fromRoot('out', 'guide'), { recursive: true });
  writeFileSync(join(fromRoot('out', 'guide'), 'keyboard.md'), keyboardPage(lines));
});
