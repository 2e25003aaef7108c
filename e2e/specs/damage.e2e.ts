// Goal: damage is told and named, everything can still be read, and two buttons lead out; a crash is told as plainly.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kill } from 'node:process';
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import type { Rackwright } from '../fixtures/launch.ts';
import { rendererProcessId } from '../fixtures/processes.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { callChannel, rw } from '../fixtures/command-line.ts';
import { makeSampleWorkspace, makeWorkspace } from '../fixtures/workspaces.ts';
import { DamagePage } from '../pages/damage-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Shell } from '../pages/shell.ts';

const CRASH_TITLE = 'The window stopped and was started again';
const NOTE = 'Stands BEHIND the yellow door';

/** The sample with one bit flipped in a note: in the row, or in its history, wherever it lies first. */
function makeDamagedWorkspace(file: string): string {
  makeSampleWorkspace(file);
  callChannel(file, 'compute.create', { record: { name: 'web-01', notes: NOTE } });
  const bytes = readFileSync(file);
  const at = bytes.indexOf(NOTE);
  bytes.writeUInt8(bytes.readUInt8(at) ^ 2, at);
  writeFileSync(file, bytes);
  return file;
}

test('a flipped bit is found beside the work, named, and salvaged without a loss', async () => {
  const home = testHome();
  const file = makeDamagedWorkspace(home.file('hall.rackwright'));
  const { page } = await launch({ home, file });
  const [shell, damage, fleet] = [new Shell(page), new DamagePage(page), new FleetPage(page)];

  await shell.banner
    .filter({ hasText: 'The workspace file is damaged, so nothing more is written into it.' })
    .waitFor();
  await shell.banner.getByRole('button', { name: 'Salvage or restore…' }).click();
  await damage.damage.first().waitFor();
  await expectSoon(() => damage.damage.first().innerText()).toMatch(/web-01|Entry \d+ was changed/);
  for (const theme of THEMES) {
    await showInTheme(page, theme);
    await damage.damage.first().waitFor();
    expect(await accessibilityViolations(page)).toEqual([]);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await takeScreenshot(page, 'screenshots', `damaged-${theme}-${size.width}`);
    }
  }

  await damage.salvage.click();
  await shell.notice('none was lost').waitFor();
  await fleet.computes.createRow({ Name: 'web-02' });
  await shell.notice('Saved: Create compute web-02').waitFor();
  const kept = readdirSync(home.documents).filter((name) => /^hall damaged \w+\.rackwright$/.test(name));
  expect(kept).toHaveLength(1);
});

test('a salvaged workspace holds what was written, and its history is whole', async () => {
  const home = testHome();
  const file = makeDamagedWorkspace(home.file('hall.rackwright'));
  rw('workspace', 'salvage', '--workspace', file);
  const { record } = callChannel<{ record: { notes: string } }>(file, 'compute.get', { ref: 'web-01' });
  expect(record.notes).toBe(NOTE);
  expect(callChannel(file, 'workspace.damage')).toMatchObject({ sound: true, damageCount: 0 });
});

test('the page after a crash says what happened, what is safe and what to do, and goes on', async () => {
  const home = testHome();
  const file = makeSampleWorkspace(home.file('hall.rackwright'));
  const program = await launch({ home, file });
  const { page, app } = program;
  const shell = new Shell(page);
  await shell.shown();

  // Playwright gives up a page that has crashed: what main shows after one is looked at without it, below.
  await page.evaluate(() => {
    window.location.hash = '#/after-crash';
  });
  await page.getByRole('heading', { name: CRASH_TITLE }).waitFor();
  await expectSoon(() => page.getByRole('main').innerText()).toMatch(
    /What happened[\s\S]+What is safe[\s\S]+What to do/,
  );
  expect(await accessibilityViolations(page)).toEqual([]);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await takeScreenshot(page, 'screenshots', `after-crash-${size.width}`);
  }
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expectSoon(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(
    /^Rackwright \d[\s\S]+started: Rackwright/,
  );
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).not.toMatch(/hall|ams1|Documents/);
  await page.getByRole('button', { name: 'Go on' }).click();
  await shell.shown();
});

/** By itself, and from outside. */
const ENDS_OF_A_WINDOW = [
  ({ app }: Rackwright) =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer()),
  async ({ app }: Rackwright) => kill(await rendererProcessId(app), 'SIGKILL'),
];

test.each(ENDS_OF_A_WINDOW)('a window whose process ended is started again, on that page (way %$)', async (end) => {
  const home = testHome();
  const program = await launch({ home, file: makeWorkspace(home.file('hall.rackwright')) });
  const { app, page } = program;
  await new Shell(page).shown();
  await end(program);
  const shown = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return contents && !contents.isLoading() ? contents.getURL() : '';
    });
  await expectSoon(shown).toMatch(/#\/after-crash$/);
  const log = readFileSync(join(home.userData, 'logs', 'rackwright.log'), 'utf8');
  expect(log).toMatch(/^\S+ window process ended: \w+, code \d+$/m);
});
