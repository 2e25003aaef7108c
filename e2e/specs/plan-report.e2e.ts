// Goal: the answer of the wizard goes into a meeting as a PDF: who can take it and why, who cannot, and what would help.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { pdfPages, pdfText } from '../fixtures/pdf-text.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { PlacePage } from '../pages/place-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSmallFleet(home.file('small.rackwright')));

/** Saves what lies on paper. */
async function savedPdf(name: string): Promise<Buffer> {
  const { app, home, page } = shared.program;
  const place = new PlacePage(page);
  await place.paper.getByRole('article').waitFor();
  const file = home.file(name);
  await answerSaveDialog(app, file);
  await place.paper.getByRole('button', { name: 'Save as PDF…' }).click();
  await new Shell(page).notice(`Saved as ${file}.`).waitFor();
  return readFileSync(file);
}

test('candidates with the parts of their score, and the rejected by reason, are a PDF of A4 pages', async () => {
  const { page } = shared.program;
  const place = new PlacePage(page);
  await new Shell(page).goTo('Place');
  await place.choose('web');
  await place.candidateList.press('p');
  const pdf = await savedPdf('web.pdf');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const pages = pdfPages(pdf);
  expect(pages.length).toBeGreaterThanOrEqual(1);
  // A4 on its side is 297 mm × 210 mm: 842 × 595 points.
  expect(pdf.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 59[45][.\d]*\]/);
  const text = pdfText(pdf);
  expect(text).toContain('Where web fits');
  expect(text).toContain('2 of 3 computes can take it; 1 cannot.');
  // node-b: 4 of 8 cores, 8 of 32 GB, 20 of 500 GB: (50 + 25 + 4) / 3 = 26.33 %, which scores 100 × 26.33 / 60 = 43.9.
  expect(text).toMatch(/node-b.*43\.9.*0\.0 %.*26\.3 %.*50\.0 %.*25\.0 %.*4\.0 %.*4 cores · 8 GB/);
  expect(text).toContain('Not active');
  expect(text).toContain('State is maintenance; only active computes take new services.');
  await takeScreenshot(page, 'screenshots', 'plan-paper');
  expect(await accessibilityViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await place.paper.waitFor({ state: 'detached' });
});

test('what fits nowhere is a PDF with what would help', async () => {
  const { page } = shared.program;
  const place = new PlacePage(page);
  await place.choose('giant');
  await place.gap.waitFor();
  await place.openPaper();
  const text = pdfText(await savedPdf('giant.pdf'));
  await takeScreenshot(page, 'screenshots', 'plan-paper-nothing-fits');
  expect(text).toContain('0 of 3 computes can take it; 3 cannot.');
  // The most that an active compute has free is the 16 cores of node-a: 128 − 16 = 112 are short.
  expect(text).toContain('the closest, node-a, is short 112 cores');
  expect(text).toContain('What would help');
  expect(text).toContain('It fits on node-a if you ask for 16 cores instead of 128 cores');
  await page.keyboard.press('Escape');
});

test('several instances are a PDF of their steps', async () => {
  const { page } = shared.program;
  const place = new PlacePage(page);
  await place.choose('web');
  await place.quantity.fill('3');
  await page.getByRole('listbox', { name: 'Computes in the order they are used' }).waitFor();
  await place.openPaper();
  const text = pdfText(await savedPdf('three.pdf'));
  expect(text).toContain('3 of 3 placed on');
  expect(text).toContain('3 steps');
  await page.keyboard.press('Escape');
});
