// Goal: the log says what happened to the program, one line for each event, and nothing of what is in the workspace.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kill } from 'node:process';
import { expect, test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import type { HomeFolder } from '../fixtures/home-folder.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { engineProcessId } from '../fixtures/processes.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';
import { BackupsPage } from '../pages/backups-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { SettingsPage } from '../pages/settings-page.ts';
import { Shell } from '../pages/shell.ts';

/** In every name, text, file name and person of this test. */
const MARK = 'zebrafish';

const EVENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \S/;

function logLines({ userData }: HomeFolder): readonly string[] {
  const folder = join(userData, 'logs');
  return readdirSync(folder).flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'));
}

/** A workspace with the mark in all that a person types. */
function markedWorkspace(home: HomeFolder): string {
  const file = makeWorkspace(home.file(`${MARK}-hall.rackwright`));
  const record = { name: `${MARK}-01`, serial: `${MARK}-s`, notes: `${MARK} behind the door`, owner: MARK };
  callChannel(file, 'compute.create', { record, tags: { [MARK]: MARK } });
  callChannel(file, 'journal.write', { objectId: `${MARK}-01`, category: 'incident', content: MARK, format: 'plain' });
  return file;
}

test('after work, refusals, backups, a lost file and deaths the log holds events and no data', async () => {
  const home = testHome();
  const { page, app } = await launch({ home, file: markedWorkspace(home) });
  const [shell, fleet] = [new Shell(page), new FleetPage(page)];
  await shell.shown();
  const call = (name: string, input?: unknown) =>
    page.evaluate(([asked, given]) => window.rackwright.shell(asked, given), [name, input] as const);
  await call('setPreferences', { operator: `${MARK} person` });
  await fleet.computes.createRow({ Name: `${MARK}-02` });
  await shell.notice(`Saved: Create compute ${MARK}-02`).waitFor();
  await fleet.computes.filterBy(`${MARK}=${MARK}`);
  await page.getByText(`No field '${MARK}'`).first().waitFor();

  await shell.goTo('Settings');
  await new SettingsPage(page).showBackups();
  const backups = new BackupsPage(page);
  await backups.backUp.click();
  await shell.notice('A backup was made and checked.').waitFor();
  const fault = { kind: 'TypeError', places: ['draw Screen-abc.js:1:2'] };
  expect(await call('logFault', fault)).toMatchObject({ ok: true });

  kill((await engineProcessId(app)) ?? 0, 'SIGKILL');
  await shell.banner.filter({ hasText: 'The engine stopped and was restarted' }).waitFor();
  await call('copyDiagnostics');
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^Rackwright \d/);
  expect(copied).toContain('window fault TypeError at draw Screen-abc.js:1:2');
  expect(copied.toLowerCase()).not.toContain(MARK);
  expect(copied).not.toContain(home.documents);
  expect(await call('open', { file: home.file(`${MARK}-gone.rackwright`) })).toMatchObject({ ok: false });

  await expectSoon(() => logLines(home).join('\n')).toMatch(
    /started: Rackwright[\s\S]+backup written \(by hand\)[\s\S]+window fault[\s\S]+engine ended with code/,
  );
  for (const line of logLines(home)) expect(line).toMatch(EVENT);
  expect(logLines(home).join('\n').toLowerCase()).not.toContain(MARK);
  expect(logLines(home).join('\n')).not.toContain(home.documents);
});
