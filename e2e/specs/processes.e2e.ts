// Goal: the main process owns the engine, and nothing acknowledged is lost when either of them dies.
import { readdirSync } from 'node:fs';
import { kill } from 'node:process';
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import type { Rackwright } from '../fixtures/launch.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { engineProcessId, isRunning, parentOf } from '../fixtures/processes.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { startAgain } from '../fixtures/second-start.ts';
import { makeWorkspace, namesIn } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Shell } from '../pages/shell.ts';

/** An empty workspace, open in the window. */
async function openHall() {
  const home = testHome();
  const file = makeWorkspace(home.file('hall.rackwright'));
  const program = await launch({ home, file });
  const shell = new Shell(program.page);
  await shell.shown();
  return { program, file, shell, fleet: new FleetPage(program.page) };
}

async function runningEngine(program: Rackwright): Promise<number> {
  const pid = await engineProcessId(program.app);
  if (pid === null) throw new Error('No engine runs.');
  return pid;
}

test('the engine is a child of main and dies with it', async () => {
  const { program } = await openHall();
  const engine = await runningEngine(program);
  expect(parentOf(engine)).toBe(program.mainProcessId);
  expect(isRunning(engine)).toBe(true);

  kill(program.mainProcessId, 'SIGKILL');

  await expectSoon(() => isRunning(engine)).toBe(false);
});

test.each(['SIGTERM', 'SIGHUP'] as const)(
  'told to end by %s, the program closes the workspace: everything saved is in one file',
  async (signal) => {
    const { program, file, shell, fleet } = await openHall();
    await fleet.computes.createRow({ Name: 'web-01' });
    await shell.notice('Saved: Create compute web-01').waitFor();
    const engine = await runningEngine(program);

    kill(program.mainProcessId, signal);

    await expectSoon(() => [program.mainProcessId, engine].filter(isRunning)).toEqual([]);
    expect(readdirSync(program.home.documents)).toEqual(['hall.rackwright']);
    expect(namesIn(file, 'compute')).toEqual(['web-01']);
  },
);

test('a killed engine is restarted, the window says so, and nothing acknowledged is lost', async () => {
  const { program, file, shell, fleet } = await openHall();
  for (const name of ['web-01', 'web-02', 'web-03']) {
    await fleet.computes.createRow({ Name: name });
    await shell.notice(`Saved: Create compute ${name}`).waitFor();
  }
  const killed = await runningEngine(program);

  kill(killed, 'SIGKILL');

  await shell.banner.filter({ hasText: 'The engine stopped and was restarted; nothing saved was lost.' }).waitFor();
  await expectSoon(() => engineProcessId(program.app)).not.toBeOneOf([killed, null]);
  await expectSoon(() => fleet.computes.names()).toEqual(['web-01', 'web-02', 'web-03']);

  // The view follows the new engine: what is written now appears without being asked for.
  await fleet.computes.createRow({ Name: 'web-04' });
  await expectSoon(() => fleet.computes.names()).toEqual(['web-01', 'web-02', 'web-03', 'web-04']);

  await program.quit();
  expect(namesIn(file, 'compute')).toEqual(['web-01', 'web-02', 'web-03', 'web-04']);
});

test('an engine that dies again and again is left stopped, with a sentence', async () => {
  const { program, shell } = await openHall();
  let engine = await runningEngine(program);
  for (let death = 1; death <= 3; death += 1) {
    kill(engine, 'SIGKILL');
    await expectSoon(() => engineProcessId(program.app)).not.toBeOneOf([engine, null]);
    engine = await runningEngine(program);
  }
  kill(engine, 'SIGKILL');
  const { page, app } = program;
  await page.getByRole('heading', { name: 'The engine stopped and is not started again' }).waitFor();
  await expectSoon(() => page.getByRole('main').innerText()).toMatch(
    /What happened[\s\S]+several times in a minute[\s\S]+What is safe[\s\S]+on the disk[\s\S]+What to do[\s\S]+open it again/,
  );
  await expectSoon(() => shell.areas.count()).toBe(0);
  expect(await accessibilityViolations(page)).toEqual([]);
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await takeScreenshot(page, 'screenshots', `engine-failed-${size.width}`);
  }
  await page.getByRole('button', { name: 'Copy diagnostics' }).click();
  await expectSoon(() => app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/engine ended with code/);
});

test('a second start gives its file to the first program and ends', async () => {
  const { program, shell } = await openHall();
  const other = makeWorkspace(program.home.file('annex.rackwright'));

  expect(await startAgain(program.home, other)).toBe(0);

  await shell.workspaceMenu('annex').waitFor();
  const focused = await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((w) => w.isFocused()),
  );
  expect(focused).toEqual([true]);
});

test('a second program on the same file opens it for reading and says who writes', async () => {
  const { file } = await openHall();
  const other = await launch({ home: testHome(), file });
  const shell = new Shell(other.page);

  await shell.banner
    .filter({ hasText: /^The workspace is open for writing by .+\. It can be read, but not changed\.$/ })
    .waitFor();
  await expectSoon(() => shell.workspaceMenu('hall').innerText()).toContain('(read only)');

  await new FleetPage(other.page).computes.createRow({ Name: 'web-01' });
  await expectSoon(() => other.page.getByRole('alert').allInnerTexts()).toContainEqual(
    expect.stringMatching(/open for writing by/),
  );
});
