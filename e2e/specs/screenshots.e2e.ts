// Goal: every screen as it looks now, for people who mend what they see. The pictures are left in out/screenshots.
import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, shareProgram, testHome } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme } from '../fixtures/theme.ts';
import { showStop, TOUR } from '../fixtures/tour.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')), theme);

  test.each(TOUR)('$name at every size', async (stop) => {
    const { page } = shared.program;
    await showStop(page, stop);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const name = `${stop.name}-${theme}-${size.width}`;
      await takeScreenshot(page, 'screenshots', name);
      expect(existsSync(fromRoot('out', 'screenshots', `${name}.png`))).toBe(true);
      await expectSoon(() => sidewaysScroll()).toBe(0);
    }
  });

  test('welcome at every size', async () => {
    const { page } = await launch({ home: testHome() });
    await showInTheme(page, theme);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await takeScreenshot(page, 'screenshots', `welcome-${theme}-${size.width}`);
      await expectSoon(() => page.getByRole('main').isVisible()).toBe(true);
    }
  });

  /** How many pixels the window as a whole could be scrolled sideways: a screen fits its window. */
  function sidewaysScroll(): Promise<number> {
    return shared.program.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }
});
