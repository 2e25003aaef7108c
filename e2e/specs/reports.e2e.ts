// Goal: what is on record about machines, capacity and costs on paper, as a file, and for a spreadsheet.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { sheetColours } from '../fixtures/paper.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Palette } from '../pages/palette.ts';
import { ReportPage } from '../pages/report-page.ts';
import { Shell } from '../pages/shell.ts';

const COMPUTE = 'ams1-app-01';

const shared = shareProgram((home) => {
  const file = makeSampleWorkspace(home.file('sample.rackwright'));
  const about = { objectId: COMPUTE, category: 'maintenance' };
  callChannel(file, 'journal.write', { ...about, content: 'Firmware **2.14** on both power supplies.' });
  const [soon = ''] = new Date(Date.now() + 20 * 86_400_000).toISOString().split('T');
  callChannel(file, 'compute.bulkUpdate', { refs: [COMPUTE], patch: { monthlyCost: '120.50', contractEnd: soon } });
  return file;
});

async function openReport(): Promise<ReportPage> {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.openRow(COMPUTE);
  await page.getByRole('main').getByRole('link', { name: 'Report' }).click();
  const report = new ReportPage(page);
  await report.section('Resources').waitFor();
  return report;
}

/** Saves by the button and answers the file's bytes as Latin text or UTF-8. */
async function saved(report: ReportPage, button: string, name: string, encoding: 'latin1' | 'utf8'): Promise<string> {
  const { app, home, page } = shared.program;
  const file = home.file(name);
  await answerSaveDialog(app, file);
  await report.save(button);
  await new Shell(page).notice(`Saved as ${file}.`).waitFor();
  return readFileSync(file, encoding);
}

function pagesIn(pdf: string): number {
  return [...pdf.matchAll(/\/Type\s*\/Page\b/g)].length;
}

test('a compute is told on paper: every part of it, as A4 pages and as Markdown', async () => {
  const report = await openReport();
  for (const name of ['Storage', 'Components', 'Services', 'Journal']) await report.section(name).waitFor();
  await expectSoon(() => report.table('Journal').innerText()).toContain('Firmware **2.14**');
  await report.wholeJournal.check();
  await expectSoon(() => report.section('Journal').innerText()).toContain('Firmware 2.14 on both power supplies.');
  const pdf = await saved(report, 'Save as PDF…', 'report.pdf', 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pagesIn(pdf)).toBeGreaterThanOrEqual(1);
  // A4 is 210 mm × 297 mm: 595 × 842 points.
  expect(pdf).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/);
  // White to its edges, whatever the theme of the window.
  expect(new Set(sheetColours(pdf))).toEqual(new Set(['1 1 1']));
  const markdown = await saved(report, 'Save as Markdown…', 'report.md', 'utf8');
  expect(markdown.startsWith(`# ${COMPUTE}\n`)).toBe(true);
  expect(markdown).toContain('Firmware **2.14** on both power supplies.');
  await report.close();
});

test('selected computes are reported on, one to a page at least', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  const { computes } = new FleetPage(page);
  for (const name of ['ams1-app-01', 'ams1-app-02'])
    await page.getByRole('checkbox', { name: `Select ${name}`, exact: true }).click();
  await expectSoon(() => computes.row('ams1-app-02').count()).toBe(1);
  await page.getByRole('link', { name: 'Report…' }).click();
  const report = new ReportPage(page);
  await expectSoon(() => report.sheets.count()).toBe(2);
  expect(pagesIn(await saved(report, 'Save as PDF…', 'two.pdf', 'latin1'))).toBeGreaterThanOrEqual(2);
  await report.close();
});

test('capacity is a table with its sum, filtered by the query language, saved as CSV', async () => {
  const { page } = shared.program;
  await new Palette(page).run('Report on capacity');
  const report = new ReportPage(page);
  await report.table('Computes').waitFor();
  await report.filter.fill(`name=${COMPUTE}`);
  await expectSoon(() => report.table('Computes').getByRole('row').count()).toBe(2);
  const csv = await saved(report, 'Save as CSV…', 'capacity.csv', 'utf8');
  const lines = csv.trimEnd().split('\n');
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^compute,type,state,.*cores,cores_allocated,cores_free,cores_percent/);
  await report.close();
});

test('what ends soon and what it costs is one report with two files', async () => {
  const { page } = shared.program;
  await new Palette(page).run('Report on costs and renewals');
  const report = new ReportPage(page);
  await expectSoon(() => report.table('Ends or renews').innerText()).toContain(COMPUTE);
  const costs = await saved(report, 'Save costs as CSV…', 'costs.csv', 'utf8');
  // 12 × 120.50
  expect(costs.split('\n').find((line) => line.startsWith(`${COMPUTE},`))).toContain('120.50,,1446.00');
  expect(await saved(report, 'Save renewals as CSV…', 'renewals.csv', 'utf8')).toContain(`contract end,${COMPUTE}`);
  expect(pagesIn(await saved(report, 'Save as PDF…', 'costs.pdf', 'latin1'))).toBeGreaterThanOrEqual(1);
  await report.close();
});

test.each(THEMES)('in the theme %s reports can be used without sight', async (theme) => {
  const { page } = shared.program;
  await showInTheme(page, theme);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const report = await openReport();
    await takeScreenshot(page, 'screenshots', `report-compute-${theme}-${size.width}`);
    expect(await accessibilityViolations(page)).toEqual([]);
    await report.close();
    await new Palette(page).run('Report on capacity');
    await report.table('Computes').waitFor();
    await takeScreenshot(page, 'screenshots', `report-capacity-${theme}-${size.width}`);
    expect(await accessibilityViolations(page)).toEqual([]);
    await report.close();
    await new Palette(page).run('Report on costs and renewals');
    await report.table('Ends or renews').waitFor();
    await takeScreenshot(page, 'screenshots', `report-costs-${theme}-${size.width}`);
    await report.close();
  }
});
