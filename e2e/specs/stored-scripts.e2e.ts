// Goal: whatever text somebody stored, every screen, sheet of paper and report shows it as text and runs none of it.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';

import { definitionOf, type NounName } from '../../shared/domain/nouns.ts';
import { callChannel, rw } from '../fixtures/command-line.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { showStop, TOUR } from '../fixtures/tour.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { ReportPage } from '../pages/report-page.ts';
import { Shell } from '../pages/shell.ts';

/** Runs if any screen takes it for markup: it names the window anew, or leaves an element behind. */
const SCRIPT = `"><img src=x onerror="document.title='ran'"><svg onload="document.title='ran'">{{7*7}}`;
/** As a name it comes first in every list. */
const NAME = `!<img src=x onerror=ran()>`;

const MARKS = 'img[src="x"], svg[onload]';

/** The objects that the tour shows, by name, and what they are. */
const SHOWN: readonly (readonly [noun: NounName, name: string])[] = [
  ['compute', 'ams1-app-01'],
  ['compute', 'fra1-web-01'],
  ['rack', 'D01'],
  ['service', 'checkout'],
];

/** Objects of the network screens, and the one free text that each has room for. */
const OF_THE_NETWORK: readonly (readonly [noun: NounName, reference: string, field: string])[] = [
  ['prefix', '10.20.1.0/24', 'notes'],
  ['ipAddress', '203.0.113.5', 'notes'],
  ['firewallRule', 'ping', 'description'],
];

/** Every free text of a noun but its name, filled with the script and whose it is: some must differ from row to row. */
function scripted(noun: NounName, whose: string): Readonly<Record<string, string>> {
  const fields = definitionOf(noun).fieldList.filter(
    ({ key, meta }) =>
      (meta.kind === 'text' || meta.kind === 'multiline') &&
      key !== 'name' &&
      meta.form === undefined &&
      meta.readOnly !== true &&
      (meta.maximumLength ?? 200) >= SCRIPT.length + whose.length,
  );
  return Object.fromEntries(fields.map(({ key }) => [key, SCRIPT + whose]));
}

/** Changes fields of an object; answers its id. */
function poison(file: string, noun: NounName, reference: string, patch: Readonly<Record<string, string>>): string {
  const { record, version } = callChannel<{ record: { id: string }; version: number }>(file, `${noun}.get`, {
    ref: reference,
  });
  callChannel(file, `${noun}.update`, { ref: record.id, version, patch });
  return record.id;
}

function poisonedWorkspace(file: string): string {
  makeSampleWorkspace(file);
  for (const [noun, reference, field] of OF_THE_NETWORK) poison(file, noun, reference, { [field]: SCRIPT });
  for (const [noun, name] of SHOWN) {
    const id = poison(file, noun, name, scripted(noun, name));
    callChannel(file, `${noun}.bulkUpdate`, {
      refs: [id],
      patch: {},
      tags: { note: SCRIPT.slice(0, 60) },
    });
  }
  for (const format of ['plain', 'markdown'])
    callChannel(file, 'journal.write', { objectId: 'ams1-app-01', category: 'incident', content: SCRIPT, format });
  callChannel(file, 'compute.create', { record: { name: NAME, ...scripted('compute', 'own') } });
  callChannel(file, 'service.create', { record: { name: NAME, minSpec: { cores: 1 }, maxSpec: { cores: 1 } } });
  return file;
}

const shared = shareProgram((home) => poisonedWorkspace(home.file('poisoned.rackwright')));

const VIOLATIONS = 'scriptViolations';

beforeAll(async () => {
  await shared.program.page.evaluate((key) => {
    const violations: string[] = [];
    Reflect.set(window, key, violations);
    document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
  }, VIOLATIONS);
});

async function traces(page: Page) {
  return {
    elements: await page.locator(MARKS).count(),
    title: await page.title(),
    violations: await page.evaluate((key) => Reflect.get(window, key) as string[], VIOLATIONS),
  };
}

const NO_TRACES = { elements: 0, title: 'Rackwright', violations: [] };

test.each(TOUR)('$name shows it as text', async (stop) => {
  const { page } = shared.program;
  await showStop(page, stop);
  expect(await traces(page)).toEqual(NO_TRACES);
});

test('a name is shown letter by letter in the list and on its page', async () => {
  const { page } = shared.program;
  await page.keyboard.press('Escape');
  await new Shell(page).goTo('Fleet');
  const fleet = new FleetPage(page);
  await expectSoon(async () => (await fleet.computes.names())[0]).toBe(NAME);
  await page.getByRole('link', { name: NAME, exact: true }).click();
  await expectSoon(() => page.getByRole('heading', { level: 1 }).innerText()).toBe(NAME);
  await expectSoon(() => page.getByText(SCRIPT).first().innerText()).toContain('onerror');
  expect(await traces(page)).toEqual(NO_TRACES);
});

test('its PDF is saved as it is on the screen, with nothing that could run', async () => {
  const { app, home, page } = shared.program;
  const report = TOUR.find(({ name }) => name === 'report');
  if (!report) throw new Error('The tour has no report.');
  await showStop(page, report);
  const file = home.file('report.pdf');
  await answerSaveDialog(app, file);
  await new ReportPage(page).save('Save as PDF…');
  await new Shell(page).notice(`Saved as ${file}.`).waitFor();
  const pdf = readFileSync(file, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|SubmitForm)\b/);
  expect(await traces(page)).toEqual(NO_TRACES);
});

test('a report holds it as the text it is', async () => {
  const { file } = await shared.program.page.evaluate(async () => {
    const answer = await window.rackwright.shell('state');
    return answer.value as { file: string };
  });
  const report = rw('report', 'compute', 'ams1-app-01', '--workspace', file);
  expect(report).not.toMatch(/^<(img|svg)/m);
  expect(report).toContain('onerror');
});
