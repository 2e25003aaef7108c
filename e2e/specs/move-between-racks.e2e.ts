// Goal: move machines between racks by hand and by keyboard, see beforehand what fits, take it back, print the racks.
import { expect, test } from 'vitest';

import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { ElevationPage } from '../pages/elevation-page.ts';
import { RackPage } from '../pages/rack-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

/** A03 and A05 side by side, both with free units and devices of one unit. */
async function openRacks(): Promise<ElevationPage> {
  const { page } = shared.program;
  await page.setViewportSize({ width: 1900, height: 1060 });
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack('A03');
  await new RackPage(page).heading.filter({ hasText: 'A03' }).waitFor();
  const elevation = new ElevationPage(page);
  await elevation.showBeside('A05');
  return elevation;
}

test('a device is dragged to another rack and brought back by Undo', async () => {
  const elevation = await openRacks();
  const shell = new Shell(shared.program.page);
  await elevation.hold(elevation.device('A05', 'fra1-lb-01'), elevation.freeUnit('A03', 'U43'));
  await expectSoon(() => elevation.sentence.innerText()).toContain('fra1-lb-01 goes to U43 of A03: fits.');
  await elevation.drop();
  await elevation.device('A03', 'fra1-lb-01').waitFor();
  await expectSoon(() => elevation.device('A05', 'fra1-lb-01').count()).toBe(0);
  await shell.notice('Saved: Move fra1-lb-01').waitFor();

  await shell.undo.click();
  await elevation.device('A05', 'fra1-lb-01').waitFor();
  await expectSoon(() => elevation.device('A03', 'fra1-lb-01').count()).toBe(0);
});

test('a taken place is refused with its occupant, and Escape changes nothing', async () => {
  const elevation = await openRacks();
  await elevation.hold(elevation.device('A05', 'fra1-lb-01'), elevation.device('A03', 'fra1-search-01'));
  await expectSoon(() => elevation.sentence.innerText()).toContain('is taken by fra1-search-01');
  await elevation.press('Escape');
  await elevation.drop();
  await expectSoon(() => elevation.sentence.innerText()).toBe('');
  await expectSoon(() => elevation.device('A05', 'fra1-lb-01').count()).toBe(1);
});

test('the same move is made by keyboard alone', async () => {
  const elevation = await openRacks();
  await elevation.device('A05', 'fra1-lb-02').focus();
  // Held at U34 of A05; Tab goes to the next rack, round to A03, where U34 is taken.
  await elevation.press('m', 'Tab');
  await expectSoon(() => elevation.sentence.innerText()).toContain('of A03 is taken by');
  await elevation.press('Enter');
  await expectSoon(() => elevation.device('A03', 'fra1-lb-02').count()).toBe(0);
  // From U34 up to U44.
  await elevation.press(...Array.from({ length: 10 }, () => 'ArrowUp'));
  await expectSoon(() => elevation.sentence.innerText()).toContain('fra1-lb-02 goes to U44 of A03: fits.');
  await elevation.press('Enter');
  await elevation.device('A03', 'fra1-lb-02').waitFor();
  await expectSoon(() =>
    elevation.device('A03', 'fra1-lb-02').evaluate((option) => option === document.activeElement),
  ).toBe(true);
  await elevation.press('Control+z');
  await elevation.device('A05', 'fra1-lb-02').waitFor();
});

test('two devices change places in one gesture', async () => {
  const elevation = await openRacks();
  const { page } = shared.program;
  await page.keyboard.down('Alt');
  await elevation.hold(elevation.device('A05', 'fra1-fw-01'), elevation.device('A03', 'fra1-stream-04'));
  await expectSoon(() => elevation.sentence.innerText()).toContain('fra1-fw-01 changes places with fra1-stream-04');
  await elevation.drop();
  await page.keyboard.up('Alt');
  await elevation.device('A03', 'fra1-fw-01').waitFor();
  await elevation.device('A05', 'fra1-stream-04').waitFor();
  await elevation.press('Control+z');
  await elevation.device('A05', 'fra1-fw-01').waitFor();
});

test('devices that are chosen together are taken out as one change, and the next rack begins with none chosen', async () => {
  const { page } = shared.program;
  const elevation = await openRacks();
  const [first, second] = [elevation.device('A05', 'fra1-lb-01'), elevation.device('A05', 'fra1-lb-02')];
  await first.click();
  await second.click({ modifiers: ['ControlOrMeta'] });
  const details = new RackPage(page).details;
  await details.getByRole('heading', { name: '2 devices selected' }).waitFor();
  await elevation.press('Delete');
  await expectSoon(() => first.count()).toBe(0);
  await expectSoon(() => second.count()).toBe(0);
  const shell = new Shell(page);
  await shell.notice('Saved: Take 2 devices out of their places').waitFor();
  await shell.undo.click();
  await first.waitFor();
  await second.waitFor();

  const other = elevation.device('A03', 'fra1-search-01');
  await other.click();
  await expectSoon(() => other.getAttribute('aria-selected')).toBe('true');
  await page.getByRole('button', { name: 'Next rack: A04' }).click();
  await new RackPage(page).heading.filter({ hasText: 'A04' }).waitFor();
  await page.getByRole('button', { name: 'Rack before: A03' }).click();
  await new RackPage(page).heading.filter({ hasText: 'A03' }).waitFor();
  await expectSoon(() => other.getAttribute('aria-selected')).toBe('false');
});

test('racks are printed one to a page at true scale', async () => {
  const elevation = await openRacks();
  await elevation.openPrint();
  const pdf = await shared.program.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const file = await window?.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true });
    return file?.toString('latin1') ?? '';
  });
  const pages = [...pdf.matchAll(/\/Type\s*\/Page\b/g)];
  expect(pages).toHaveLength(2);
  // A4 is 210 mm × 297 mm: 595 × 842 points of 1/72 inch.
  const sizes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 (?<width>[\d.]+) (?<height>[\d.]+)\]/g)];
  expect(
    sizes.map(({ groups }) => [Math.round(Number(groups?.['width'])), Math.round(Number(groups?.['height']))]),
  ).toEqual([
    [595, 842],
    [595, 842],
  ]);
  // At 1:10 a 19 inch opening is 48.26 mm wide: 182.4 CSS pixels of 25.4 / 96 mm.
  const opening = elevation.printAudit.locator('[data-opening]').first();
  await expectSoon(async () => Number(await opening.getAttribute('width'))).toBeCloseTo(182.4, 1);
  await elevation.press('Escape');
});
