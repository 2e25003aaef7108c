// Goal: hold up to four candidates against each other, without a mouse and in every theme, and book one of them.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { PlacePage } from '../pages/place-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

/** Compares the first candidates of `checkout`, with keys alone; the newest four stay. */
async function compareFirst(count: number): Promise<PlacePage> {
  const { page } = shared.program;
  await new Shell(page).goTo('Place');
  const place = new PlacePage(page);
  await place.choose('checkout');
  await place.candidateList.focus();
  for (let index = 0; index < count; index++) {
    await page.keyboard.press('c');
    await place.compared(index).waitFor();
    if (index < count - 1) await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('3');
  await place.comparison.waitFor();
  return place;
}

test('four candidates stand side by side, a fifth pushes the first out, and one is booked from there', async () => {
  const { page } = shared.program;
  const place = await compareFirst(5);
  await expectSoon(() => place.comparedNames()).toHaveLength(4);
  const [, ...ranking] = await place.comparedNames();
  await place.comparison.getByRole('button', { name: 'Leave out' }).first().click();
  await expectSoon(() => place.comparedNames()).toEqual(ranking);

  const [best = ''] = ranking;
  await place.comparison.getByRole('button', { name: 'Place it here' }).first().press('Enter');
  await page.getByRole('complementary', { name: `Candidate ${best}` }).waitFor();
  await place.bookIt.press('Enter');
  await new Shell(page).undo.press('Enter');
});

test.each(THEMES)('in the theme %s four fit beside each other, and it can be used without sight', async (theme) => {
  const { page } = shared.program;
  await showInTheme(page, theme);
  const place = await compareFirst(4);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await expectSoon(() => place.comparisonOverhang()).toBe(0);
    await takeScreenshot(page, 'screenshots', `place-compare-${theme}-${size.width}`);
  }
  expect(await accessibilityViolations(page)).toEqual([]);
});
