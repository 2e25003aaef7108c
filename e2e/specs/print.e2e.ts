// Goal: racks on paper: saved as a PDF of one page for each rack, at the paper's size, where the person said.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { ElevationPage } from '../pages/elevation-page.ts';
import { RackPage } from '../pages/rack-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

async function openTwoRacks(): Promise<ElevationPage> {
  const { page } = shared.program;
  await page.setViewportSize({ width: 1900, height: 1060 });
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack('A03');
  await new RackPage(page).heading.filter({ hasText: 'A03' }).waitFor();
  const elevation = new ElevationPage(page);
  await elevation.showBeside('A05');
  return elevation;
}

/** How many pages a PDF has, and their widths and heights in points of 1/72 inch. */
function pagesOf(pdf: string): { readonly count: number; readonly sizes: readonly (readonly number[])[] } {
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[0 0 (?<width>[\d.]+) (?<height>[\d.]+)\]/g)];
  return {
    count: [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length,
    sizes: boxes.map(({ groups }) => [groups?.['width'], groups?.['height']].map((size) => Math.round(Number(size)))),
  };
}

test('two racks are saved as a PDF of two A4 pages', async () => {
  const { app, home, page } = shared.program;
  const elevation = await openTwoRacks();
  await elevation.openPrint();
  const file = home.file('racks.pdf');
  await answerSaveDialog(app, file);
  await elevation.printAudit.getByRole('button', { name: 'Save as PDF…' }).click();
  await new Shell(page).notice(`Saved as ${file}.`).waitFor();
  const pdf = readFileSync(file, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  // A4 is 210 mm × 297 mm: 595 × 842 points.
  expect(pagesOf(pdf)).toEqual({
    count: 2,
    sizes: [
      [595, 842],
      [595, 842],
    ],
  });
  await elevation.press('Escape');
});

test('a PDF that is cancelled writes nothing', async () => {
  const { app, home, page } = shared.program;
  const before = readdirSync(home.documents);
  await answerSaveDialog(app, null);
  const answer = await page.evaluate(() => window.rackwright.shell('printPdf', { suggestedName: 'racks.pdf' }));
  expect(answer).toMatchObject({ ok: true, value: { file: null } });
  expect(readdirSync(home.documents)).toEqual(before);
});

test('a QR code of each device is printed on request', async () => {
  const elevation = await openTwoRacks();
  await elevation.openPrint();
  const { printAudit } = elevation;
  expect(await printAudit.getByRole('img', { name: /^QR code of/ }).count()).toBe(0);
  await printAudit.getByRole('checkbox', { name: 'QR codes' }).check();
  const code = printAudit.getByRole('img', { name: 'QR code of fra1-lb-01' });
  await code.waitFor();
  await expectSoon(() => code.getAttribute('data-code')).toMatch(/^rackwright:\/\/equipment\/[0-9a-f-]{36}$/);
  await elevation.press('Escape');
});

test('what is in the bays of a chassis has a line and a box of its own on the audit sheet', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack('B04');
  await new RackPage(page).heading.filter({ hasText: 'B04' }).waitFor();
  const elevation = new ElevationPage(page);
  await elevation.openPrint();
  // 16 in fra1-chassis-01 and 6 in fra1-chassis-02.
  await expectSoon(() => elevation.printAudit.getByText(/^bay \d+ fra1-bl-\d+$/).count()).toBe(22);
  await elevation.printAudit.getByText('bay 6 fra1-bl-22', { exact: true }).waitFor();
  await elevation.press('Escape');
});

test('labels of a rack are printed on a sheet, and on tape one to a page at its size', async () => {
  const { app, home, page } = shared.program;
  await openTwoRacks();
  await page.getByRole('button', { name: 'Print and export' }).click();
  await page.getByRole('menuitem', { name: 'Print labels…' }).click();
  const labels = page.getByRole('dialog', { name: 'Print labels' });
  await labels.waitFor();
  const codes = labels.getByRole('img', { name: /^QR code of/ });
  await expectSoon(() => codes.count()).toBeGreaterThan(1);
  const sheet = home.file('sheet.pdf');
  await answerSaveDialog(app, sheet);
  await labels.getByRole('button', { name: 'Save as PDF…' }).click();
  await new Shell(page).notice(`Saved as ${sheet}.`).waitFor();
  const count = await codes.count();
  // 3 × 7 labels on a sheet.
  expect(pagesOf(readFileSync(sheet, 'latin1')).count).toBe(Math.ceil(count / 21));

  await labels.getByRole('radio', { name: 'Tape' }).check();
  await labels.getByRole('radio', { name: 'Code 128' }).check();
  await expectSoon(() => labels.getByRole('img', { name: /^Bar code of/ }).count()).toBe(count);
  const tape = home.file('tape.pdf');
  await answerSaveDialog(app, tape);
  await labels.getByRole('button', { name: 'Save as PDF…' }).click();
  await new Shell(page).notice(`Saved as ${tape}.`).waitFor();
  const pages = pagesOf(readFileSync(tape, 'latin1'));
  expect(pages.count).toBe(count);
  // 60 mm × 18 mm in points: 60 × 72 / 25.4 = 170.08 and 18 × 72 / 25.4 = 51.02.
  expect(new Set(pages.sizes.map((size) => size.join(' × ')))).toEqual(new Set(['170 × 51']));
  await page.keyboard.press('Escape');
});
