// Goal: every screen can be used without sight, without a mouse and in bad light, in each of the three themes.
import { describe, expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { launch, shareProgram, testHome } from '../fixtures/programs.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { showStop, TOUR } from '../fixtures/tour.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';

describe.each(THEMES)('in the theme %s axe finds nothing wrong with', (theme) => {
  const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')), theme);

  test.each(TOUR)('$name', async (stop) => {
    const { page } = shared.program;
    await showStop(page, stop);
    expect(await accessibilityViolations(page)).toEqual([]);
  });

  test('the welcome page', async () => {
    const { page } = await launch({ home: testHome() });
    await showInTheme(page, theme);
    expect(await accessibilityViolations(page)).toEqual([]);
  });
});

test('axe would notice', async () => {
  const { page } = await launch({ home: testHome() });
  await page.evaluate(() => document.querySelector('main')?.append(document.createElement('button')));
  expect(await accessibilityViolations(page)).toEqual([expect.stringMatching(/^button-name /)]);
});
