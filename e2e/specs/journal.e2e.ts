// Goal: what was done is written down where it was done, with photos, never rewritten, and found again.
import { describe, expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { ComputePage } from '../pages/compute-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { HistoryPage } from '../pages/history-page.ts';
import { JournalPage } from '../pages/journal-page.ts';
import { Palette } from '../pages/palette.ts';
import { RackPage } from '../pages/rack-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { ServicesPage } from '../pages/services-page.ts';
import { Shell } from '../pages/shell.ts';

const COMPUTE = 'ams1-app-01';

/** A red picture of one pixel. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const CHECKLIST = [
  '# Disk swap in bay 2',
  '',
  'The **amber** light was on since 07:40. Steps:',
  '',
  '1. marked `S5GXNX0T` as failed',
  '2. new disk from shelf A',
  '',
  '| bay | before | after |',
  '| --- | --- | --- |',
  '| 2 | rebuild | optimal |',
].join('\n');

const shared = shareProgram((home) => {
  const file = makeSampleWorkspace(home.file('sample.rackwright'));
  const write = (at: string, category: string, content: string) =>
    callChannel(file, 'journal.write', { objectId: COMPUTE, at, category, content });
  write('2026-03-01T23:30:00Z', 'maintenance', 'Firmware 2.14 on both **power supplies**.');
  write('2026-03-02T08:00:00Z', 'incident', 'Fan 3 stopped; the inlet rose to 31 °C.');
  callChannel(file, 'compute.bulkUpdate', { refs: [COMPUTE], patch: { state: 'maintenance' } });
  return file;
});

async function openJournal(): Promise<JournalPage> {
  const { page } = shared.program;
  await new Shell(page).goTo('Fleet');
  await new FleetPage(page).computes.openRow(COMPUTE);
  await new ComputePage(page).show('Journal');
  const journal = new JournalPage(page);
  await journal.entries.first().waitFor();
  return journal;
}

test('an entry is written in Markdown, seen before it is written, with a photo, and is one undo', async () => {
  const { page } = shared.program;
  const journal = await openJournal();
  await page.keyboard.press('n');
  await journal.content.waitFor();
  await journal.choose('Hardware');
  await journal.content.fill(CHECKLIST);
  await journal.show('Preview');
  await journal.preview.getByRole('cell', { name: 'optimal' }).waitFor();
  await expectSoon(() => journal.preview.getByRole('listitem').allInnerTexts()).toHaveLength(2);
  await takeScreenshot(page, 'screenshots', 'journal-preview-light-1280');
  await journal.show('Write');
  await journal.attach({ name: 'bay2.png', mimeType: 'image/png', buffer: PHOTO });
  await journal.write();
  const written = journal.entry('Disk swap in bay 2');
  await written.getByRole('button', { name: 'Show bay2.png 70 bytes' }).click();
  await page.getByRole('dialog').getByRole('img', { name: 'bay2.png' }).waitFor();
  await page.keyboard.press('Escape');
  await new Shell(page).undo.click();
  await expectSoon(() => written.count()).toBe(0);
  await new Shell(page).redo.click();
  await written.waitFor();
});

test('a file that is too large or no photo is refused with a sentence before anything is written', async () => {
  const journal = await openJournal();
  await journal.openWriting();
  await journal.attach(
    { name: 'huge.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(10_400_000, 1) },
    { name: 'drawing.svg', mimeType: 'image/svg+xml', buffer: Buffer.from('<svg/>') },
  );
  await expectSoon(() => journal.refusals.allInnerTexts()).toEqual([
    'huge.jpg has 10.4 MB; attachments of at most 10 MB are taken.',
    'drawing.svg is none of: JPEG photo, PNG picture, WebP picture, PDF.',
  ]);
  await journal.panel.getByRole('button', { name: 'Cancel' }).click();
});

test('a correction stands beside what it corrects', async () => {
  const journal = await openJournal();
  await journal.entry('Fan 3 stopped').getByRole('button', { name: 'Write a correction' }).click();
  await journal.content.fill('Fan 4 stopped, not fan 3.');
  await journal.write();
  const [right, wrong] = [journal.entry('Fan 4 stopped'), journal.entry('Fan 3 stopped')];
  await expectSoon(() => wrong.innerText()).toContain('Corrected later');
  await expectSoon(() => right.innerText()).toContain('Correction');
});

test('an entry of a change leads to it', async () => {
  const { page } = shared.program;
  const journal = await openJournal();
  await journal.entry('State: Active → Maintenance.').getByRole('link', { name: 'The change that wrote this' }).click();
  await expectSoon(() => new HistoryPage(page).panel.innerText()).toContain('Maintenance');
});

describe('the feed of everything', () => {
  test('is filtered by category, text and days of the calendar on the wall', async () => {
    const { page } = shared.program;
    await new Shell(page).goTo('Journal');
    const journal = new JournalPage(page);
    await journal.entry('Firmware 2.14').getByRole('link', { name: COMPUTE }).waitFor();
    await journal.category('Maintenance').click();
    await expectSoon(async () => (await journal.texts()).some((text) => text.includes('Fan'))).toBe(false);
    await journal.search.fill('FIRMWARE');
    await expectSoon(() => journal.entries.count()).toBe(1);
    const day = await page.evaluate(() => {
      const at = new Date('2026-03-01T23:30:00Z');
      const two = (value: number) => String(value).padStart(2, '0');
      return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
    });
    await journal.day('From day').fill(day);
    await journal.day('To day').fill(day);
    await journal.entry('Firmware 2.14').waitFor();
    await page.getByRole('main').getByRole('button', { name: 'Clear', exact: true }).click();
    await journal.entry('Fan 3').first().waitFor();
  });

  test('is written from anywhere by the palette, about what is chosen there', async () => {
    const { page } = shared.program;
    await new Palette(page).run('New journal entry');
    const journal = new JournalPage(page);
    await journal.content.fill('Door of the cage replaced');
    await journal.panel.getByRole('button', { name: 'Write', exact: true }).click();
    await expectSoon(() => journal.refusals.allInnerTexts()).toEqual(['Choose what the entry is about.']);
    const about = journal.panel.getByRole('combobox', { name: 'About' }).or(journal.panel.getByLabel('About'));
    await about.first().fill('D01');
    await page.getByRole('option', { name: /^D01/ }).first().click();
    await journal.write();
    await journal.entry('Door of the cage').getByRole('link', { name: 'D01' }).click();
    await page.getByRole('main').getByRole('heading', { name: 'D01', level: 1 }).waitFor();
    await journal.entry('Door of the cage').waitFor();
  });

  test('holds a rack and a service too', async () => {
    const { page } = shared.program;
    const shell = new Shell(page);
    await shell.goTo('Racks');
    await new RacksPage(page).openRack('D01');
    await new RackPage(page).front.waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Journal of this rack' }).click();
    await new JournalPage(page).entries.first().waitFor();
    await shell.goTo('Services');
    await new ServicesPage(page).openService('checkout');
    await page.getByRole('region', { name: 'Journal' }).getByRole('link', { name: 'Write in its journal' }).click();
    await page.getByRole('button', { name: 'About checkout: show all' }).click();
    await expectSoon(() => new JournalPage(page).entries.count()).toBeGreaterThan(0);
  });
});

test.each(THEMES)('in the theme %s it can be used without sight and looks right', async (theme) => {
  const { page } = shared.program;
  await showInTheme(page, theme);
  await new Shell(page).goTo('Journal');
  const journal = new JournalPage(page);
  await journal.entry('Disk swap').waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await takeScreenshot(page, 'screenshots', `journal-feed-${theme}-${size.width}`);
  }
  await journal.openWriting();
  expect(await accessibilityViolations(page)).toEqual([]);
  await takeScreenshot(page, 'screenshots', `journal-write-${theme}-1920`);
  await journal.panel.getByRole('button', { name: 'Cancel' }).click();
});
