// Goal: what counts as a good fit is drawn, typed and kept, and every plan is judged by it, in the window and without one.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { PlacePage } from '../pages/place-page.ts';
import { ShapeEditor } from '../pages/shape-editor.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSmallFleet(home.file('small.rackwright')));

test('points typed in the wizard rank again at once, by keyboard; kept, they are the workspace’s', async () => {
  const { page } = shared.program;
  const [shell, place, shape] = [new Shell(page), new PlacePage(page), new ShapeEditor(page)];
  await shell.goTo('Place');
  await place.choose('web');
  // 26.3 % used on node-b before 13.2 % on node-a: closer to 60 %.
  await expectSoon(() => place.ranking()).toEqual(['node-b', 'node-a']);
  await place.judged.click();
  await shape.choice.selectOption('own');
  await expectSoon(() => shape.drawing()).toContain('100 points at 60 % used');
  // Only a peak at 15 % and nothing from 20 % on.
  await shape.type([
    ['0', '0'],
    ['15', '100'],
    ['20', '0'],
    ['100', '0'],
  ]);
  await expectSoon(() => place.ranking()).toEqual(['node-a', 'node-b']);
  await expectSoon(() => shape.drawing()).toContain('100 points at 15 % used');

  await shape.point(2, 'used in %').press('ArrowUp');
  await expectSoon(() => shape.point(2, 'used in %').inputValue()).toBe('16');
  await shape.point(2, 'used in %').fill('120');
  await expectSoon(() => shape.problems()).toContain(
    'Point 2: "used" must be a number from 0 to 100 %; "120" was given.',
  );
  await shape.point(2, 'used in %').fill('15');
  await page.getByRole('button', { name: 'Keep for the workspace' }).click();
  await shell.notice(/^Saved: /).waitFor();
  await expectSoon(() => shape.choice.inputValue()).toBe('workspace');
  await expectSoon(() => place.ranking()).toEqual(['node-a', 'node-b']);
});

test('the settings show the same curve, and putting it back is one choice', async () => {
  const { page } = shared.program;
  const [shell, place, shape] = [new Shell(page), new PlacePage(page), new ShapeEditor(page)];
  await shell.goTo('Settings');
  await expectSoon(() => shape.choice.inputValue()).toBe('own');
  await expectSoon(() => shape.drawing()).toContain('100 points at 15 % used');
  await shape.point(2, 'points').fill('101');
  await expectSoon(() => shape.problems()).toContain(
    'Point 2: "points" must be a number from 0 to 100; "101" was given.',
  );
  await expectSoon(() => page.getByRole('button', { name: 'Save the curve' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Reset' }).click();
  await expectSoon(() => shape.point(2, 'points').inputValue()).toBe('100');
  await shape.choice.selectOption('target');
  await shape.points.waitFor({ state: 'detached' });
  await shell.goTo('Place');
  await expectSoon(() => place.ranking()).toEqual(['node-b', 'node-a']);
});

test.each(THEMES)('in the theme %s the curve can be used without sight', async (theme) => {
  const { page } = shared.program;
  const [shell, place, shape] = [new Shell(page), new PlacePage(page), new ShapeEditor(page)];
  await showInTheme(page, theme);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await shell.goTo('Settings');
    await shape.choice.selectOption('own');
    await takeScreenshot(page, 'screenshots', `settings-shape-${theme}-${size.width}`);
    expect(await accessibilityViolations(page)).toEqual([]);
    await shell.goTo('Place');
    await place.choose('web');
    await place.judged.click();
    await shape.choice.selectOption('own');
    await shape.point(2, 'used in %').scrollIntoViewIfNeeded();
    await takeScreenshot(page, 'screenshots', `place-shape-${theme}-${size.width}`);
    expect(await accessibilityViolations(page)).toEqual([]);
  }
});
