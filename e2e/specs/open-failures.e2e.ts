// Goal: a file that cannot be opened, or not be written, is told in one sentence, and keeps its bytes.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import {
  fingerprint,
  makeEmptyFile,
  makeNewerWorkspace,
  makeTextFile,
  makeTruncatedWorkspace,
  makeWriteProtectedWorkspace,
} from '../fixtures/broken-files.ts';
import { answerOpenDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, shareProgram, testHome } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Shell } from '../pages/shell.ts';
import { WelcomePage } from '../pages/welcome-page.ts';

const SENTENCE = /^[A-Z][^\n]*\.$/;

describe('chosen on the welcome page', () => {
  const shared = shareProgram();

  afterEach(async () => {
    await new Shell(shared.program.page).dismissNotices();
  });

  test.each([
    { what: 'a text file', make: makeTextFile, says: 'not a Rackwright workspace' },
    { what: 'an empty file', make: makeEmptyFile, says: 'empty' },
    { what: 'a workspace of a newer format', make: makeNewerWorkspace, says: 'newer' },
    { what: 'half a workspace', make: makeTruncatedWorkspace, says: 'cut short' },
  ])('$what is refused and keeps its bytes', async ({ what, make, says }) => {
    const { app, page, home } = shared.program;
    const file = make(home.file(`${what}.rackwright`));
    const before = fingerprint(file);
    const welcome = new WelcomePage(page);
    await answerOpenDialog(app, [file]);

    await welcome.open.click();

    await welcome.failure.filter({ hasText: says }).waitFor();
    await expectSoon(() => welcome.failureText()).toMatch(SENTENCE);
    expect(fingerprint(file)).toBe(before);
    expect(readdirSync(home.documents).filter((name) => name.startsWith(`${what}.rackwright-`))).toEqual([]);
  });

  test('a dialog that is cancelled changes nothing', async () => {
    const { app, page } = shared.program;
    const welcome = new WelcomePage(page);
    await answerOpenDialog(app, []);
    await welcome.open.click();
    await expectSoon(() => welcome.heading.isVisible()).toBe(true);
  });
});

test('a workspace whose first byte is damaged is no workspace any more, and its backup is offered', async () => {
  const home = testHome();
  const file = makeWorkspace(home.file('hall.rackwright'));
  const first = await launch({ home, file });
  await new FleetPage(first.page).computes.createRow({ Name: 'web-01' });
  await new Shell(first.page).notice('Saved: Create compute web-01').waitFor();
  // What was written last is in a backup when the program is closed.
  await first.quit();
  const bytes = readFileSync(file);
  bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
  writeFileSync(file, bytes);

  const { page } = await launch({ home, file });
  const welcome = new WelcomePage(page);
  await welcome.failure.filter({ hasText: 'not a Rackwright workspace' }).waitFor();
  const waysOut = page.getByRole('region', { name: 'Ways out' });
  await waysOut.getByText('1 compute').waitFor();
  expect(await waysOut.getByRole('button', { name: 'Salvage' }).count()).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await takeScreenshot(page, 'screenshots', `no-workspace-any-more-${size.width}`);
  }
  await waysOut.getByRole('button', { name: 'Restore…' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Restore', exact: true }).click();
  await expectSoon(() => new FleetPage(page).computes.names()).toEqual(['web-01']);
  expect(readdirSync(home.documents).filter((name) => /^hall damaged \w+\.rackwright$/.test(name))).toHaveLength(1);
});

test('a file named on the command line that is gone is told on the welcome page', async () => {
  const home = testHome();
  const { page } = await launch({ home, file: home.file('gone.rackwright') });
  const welcome = new WelcomePage(page);
  await welcome.failure.waitFor();
  await expectSoon(() => welcome.failureText()).toMatch(SENTENCE);
});

test('a write-protected workspace opens for reading, says so, and keeps its bytes', async () => {
  const home = testHome();
  const file = makeWriteProtectedWorkspace(home.file('protected.rackwright'));
  const before = fingerprint(file);
  const program = await launch({ home, file });
  const shell = new Shell(program.page);
  await shell.banner.filter({ hasText: 'read-only' }).waitFor();
  await expectSoon(async () => (await shell.banner.innerText()).trim()).toMatch(SENTENCE);

  await new FleetPage(program.page).computes.createRow({ Name: 'web-01' });
  await program.page.getByRole('alert').filter({ hasText: 'read-only' }).waitFor();

  await program.quit();
  expect(fingerprint(file)).toBe(before);
  expect(readdirSync(home.documents)).toEqual(['protected.rackwright']);
});

test('a workspace that is open elsewhere opens for reading and says who writes', async () => {
  const home = testHome();
  const file = makeWorkspace(home.file('hall.rackwright'));
  const writer = await launch({ home, file });
  await new Shell(writer.page).shown();

  const reader = await launch({ home: testHome(), file });
  const { banner } = new Shell(reader.page);
  await banner.filter({ hasText: 'open for writing by' }).waitFor();
  await expectSoon(async () => (await banner.innerText()).trim()).toMatch(SENTENCE);
});

test('after a clean close the workspace is one file', async () => {
  const home = testHome();
  const file = makeWorkspace(home.file('hall.rackwright'));
  const program = await launch({ home, file });
  const shell = new Shell(program.page);
  await new FleetPage(program.page).computes.createRow({ Name: 'web-01' });
  await shell.notice('web-01').waitFor();
  await program.quit();
  expect(readdirSync(home.documents)).toEqual(['hall.rackwright']);
});
