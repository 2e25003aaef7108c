// Goal: in ordinary use the program keeps its own policy, and talks to nobody.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';

import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { networkEvents, recordNetwork } from '../fixtures/network-log.ts';
import { processTree } from '../fixtures/processes.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { foreignRemotes } from '../fixtures/sockets.ts';
import { showStop, TOUR } from '../fixtures/tour.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Palette } from '../pages/palette.ts';
import { PlacePage } from '../pages/place-page.ts';
import { ReportPage } from '../pages/report-page.ts';
import { Shell } from '../pages/shell.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

/** Where the page keeps what broke its policy since `beforeAll`. */
const VIOLATIONS = 'policyViolations';

beforeAll(async () => {
  await recordNetwork(shared.program);
  await shared.program.page.evaluate((key) => {
    const violations: string[] = [];
    Reflect.set(window, key, violations);
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  }, VIOLATIONS);
});

test.each(TOUR)('$name breaks no policy and opens no connection', async (stop) => {
  const { page, mainProcessId } = shared.program;
  await showStop(page, stop);
  expect(await page.evaluate((key) => Reflect.get(window, key) as string[], VIOLATIONS)).toEqual([]);
  expect(foreignRemotes(processTree(mainProcessId))).toEqual([]);
});

test('work opens no connection either: a new compute, a booking, a report on paper, a backup, an undo', async () => {
  const { app, home, page, mainProcessId } = shared.program;
  const [shell, place, report] = [new Shell(page), new PlacePage(page), new ReportPage(page)];
  await page.keyboard.press('Escape');
  await shell.goTo('Fleet');
  await new FleetPage(page).computes.createRow({ Name: 'silent-01' });
  await shell.notice('Saved: Create compute silent-01').waitFor();
  await shell.goTo('Place');
  await place.choose('checkout');
  await place.accept();
  await shell.notice(/^Saved: Place checkout/).waitFor();
  await new Palette(page).run('Report on capacity');
  await report.frame.getByRole('table').first().waitFor();
  const file = home.file('capacity.pdf');
  await answerSaveDialog(app, file);
  await report.save('Save as PDF…');
  await shell.notice(`Saved as ${file}.`).waitFor();
  await report.close();
  expect(await page.evaluate(() => window.rackwright.shell('backUp'))).toMatchObject({ ok: true });
  await page.keyboard.press('ControlOrMeta+KeyZ');
  await shell.notice(/^Undo/).waitFor();
  expect(foreignRemotes(processTree(mainProcessId))).toEqual([]);
  expect(await page.evaluate((key) => Reflect.get(window, key) as string[], VIOLATIONS)).toEqual([]);
});

test('in the whole session Chromium asked for no name and opened no connection', async () => {
  expect(await networkEvents(shared.program)).toEqual([]);
});

test('a name asked for would be noticed', async () => {
  const { program } = shared;
  await recordNetwork(program);
  await program.app.evaluate(({ session }) =>
    session.defaultSession.resolveHost('rackwright.invalid').catch(() => null),
  );
  expect((await networkEvents(program)).join(' ')).toMatch(/HOST_RESOLVER/);
});

test("the program's own code has nothing to open a connection with", () => {
  const folder = fromRoot('out', 'main');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  const networked = scripts.filter((name) =>
    /(from|import|require)\s*\(?\s*["'](node:)?(net|http|https|http2|dgram|dns|dns\/promises|tls)["']/.test(
      readFileSync(join(folder, name), 'utf8'),
    ),
  );
  expect(networked).toEqual([]);
});

test('a violation would be noticed', async () => {
  const { page, complaints } = shared.program;
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = 'http://127.0.0.1:9/picture.png';
  });
  await expectSoon(() => page.evaluate((key) => Reflect.get(window, key) as string[], VIOLATIONS)).toHaveLength(1);
  await expectSoon(() => complaints.take(/Content Security Policy/).length).toBe(1);
});
