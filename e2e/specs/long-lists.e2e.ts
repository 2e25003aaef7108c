// Goal: a journal and a history of any length are read to their end; only what is in sight is drawn.
import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { rw } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { JournalPage } from '../pages/journal-page.ts';
import { Palette } from '../pages/palette.ts';
import { Shell } from '../pages/shell.ts';

const ENTRIES = 400;

const shared = shareProgram((home) => {
  const file = home.file('long.rackwright');
  makeSmallFleet(file);
  const lines = Array.from(
    { length: ENTRIES },
    (_, index) =>
      `node-a,2026-01-31T08:${String(index % 60).padStart(2, '0')}:${String(Math.floor(index / 60)).padStart(2, '0')}Z,step ${index} of the move`,
  );
  const csv = home.file('journal.csv');
  writeFileSync(csv, ['about,at,content', 'node-a,2025-01-01T00:00:00Z,the very first word', ...lines].join('\n'));
  rw('import', csv, '--noun', 'journalEntry', '--workspace', file);
  return file;
});

test('the journal draws what is in sight and is read to its end by keys', async () => {
  const { page } = shared.program;
  await new Shell(page).goTo('Journal');
  const journal = new JournalPage(page);
  await journal.entries.first().waitFor();
  await expectSoon(() => journal.entries.count()).toBeLessThan(60);
  expect(await accessibilityViolations(page)).toEqual([]);
  const first = journal.entry('the very first word');
  await page.getByRole('region', { name: 'Journal, content' }).focus();
  // Each page comes when the end of the one before is in sight.
  await expectSoon(async () => {
    await page.keyboard.press('End');
    return first.count();
  }).toBe(1);
  await first.getByText('the very first word').waitFor();
  await expectSoon(() => journal.entries.count()).toBeLessThan(60);
});

test('an entry is found by its words and opened', async () => {
  const { page } = shared.program;
  await new Palette(page).run('the very first word');
  const journal = page.getByRole('main');
  await journal.getByRole('heading', { name: 'Journal entry', level: 1 }).waitFor();
  await journal.getByRole('article').waitFor();
  await expectSoon(() => journal.getByRole('article').innerText()).toContain('the very first word');
  expect(await accessibilityViolations(page)).toEqual([]);
  await journal.getByRole('link', { name: 'The journal of node-a' }).click();
  await page.getByRole('heading', { name: 'node-a', level: 1 }).waitFor();
});
