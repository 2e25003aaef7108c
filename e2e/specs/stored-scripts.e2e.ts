// Goal: whatever text somebody stored, every screen, sheet of paper and report shows it as text and runs none of it.
import { existsSync, readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';

import { NOUN_LIST } from '../../shared/domain/nouns.ts';
import { callChannel, rw } from '../fixtures/command-line.ts';
import { answerSaveDialog, saveNextDownload } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { pdfText } from '../fixtures/pdf-text.ts';
import { makePoisonedWorkspace } from '../fixtures/poisoned-workspace.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { showStop, TOUR } from '../fixtures/tour.ts';
import { ElevationPage } from '../pages/elevation-page.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Palette } from '../pages/palette.ts';
import { PlacePage } from '../pages/place-page.ts';
import { RackPage } from '../pages/rack-page.ts';
import { RacksPage } from '../pages/racks-page.ts';
import { ReportPage } from '../pages/report-page.ts';
import { Shell } from '../pages/shell.ts';

/** Runs if any screen takes it for markup: it names the window anew, or leaves an element behind. */
const SCRIPT = `"><img src=x onerror="document.title='ran'"><svg onload="document.title='ran'">{{7*7}}`;
/** As a name it comes first in every list. */
const NAME = `!<img src=x onerror=ran()>`;

const MARKS = 'img[src="x"], svg[onload], [onerror]';

function poisonedWorkspace(file: string): string {
  makePoisonedWorkspace(file);
  for (const format of ['plain', 'markdown'])
    callChannel(file, 'journal.write', { objectId: 'ams1-app-01', category: 'incident', content: SCRIPT, format });
  callChannel(file, 'compute.create', { record: { name: NAME, notes: SCRIPT, owner: SCRIPT } });
  callChannel(file, 'service.create', { record: { name: NAME, minSpec: { cores: 1 }, maxSpec: { cores: 1 } } });
  // Its instances are spread over the sites; one more site that takes none would let it fit nowhere.
  const { version } = callChannel<{ version: number }>(file, 'service.get', { ref: 'checkout' });
  const placement = { affinity: [{ matchLabels: { 'role-app': 'true' } }] };
  callChannel(file, 'service.update', { ref: 'checkout', version, patch: { placement } });
  return file;
}

// The file's own name is shown, too.
const shared = shareProgram((home) => poisonedWorkspace(home.file('!<img src=x onerror=ran()>.rackwright')));

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

/** Lists that have no screen of their own are shown by this one. */
test.each(NOUN_LIST.map(({ noun, plural }) => ({ noun, plural })))(
  'the list of $plural shows it as text',
  async ({ noun }) => {
    const { page } = shared.program;
    await page.keyboard.press('Escape');
    await new Shell(page).dismissNotices();
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, `#/list/${noun}`);
    await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await expectSoon(() => page.getByRole('main').getByRole('row').count()).toBeGreaterThan(1);
    expect(await traces(page)).toEqual(NO_TRACES);
  },
);

/** Saves what lies on paper by the dialog's button, and answers what the sheets say. */
async function pdfOf(paper: Locator, name: string): Promise<string> {
  const { app, home, page } = shared.program;
  const file = home.file(name);
  await answerSaveDialog(app, file);
  await paper.getByRole('button', { name: 'Save as PDF…' }).click();
  await new Shell(page).notice(`Saved as ${file}.`).waitFor();
  const pdf = readFileSync(file);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pdf.toString('latin1')).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|SubmitForm)\b/);
  expect(await traces(page)).toEqual(NO_TRACES);
  return pdfText(pdf);
}

test('a compute on paper holds it letter by letter', async () => {
  const { page } = shared.program;
  const stop = TOUR.find(({ name }) => name === 'report');
  if (!stop) throw new Error('The tour has no report.');
  await showStop(page, stop);
  const report = new ReportPage(page);
  await report.wholeJournal.check();
  await report.section('Journal').getByText('onerror').first().waitFor();
  expect(await pdfOf(report.frame, 'report.pdf')).toContain(`onerror="document.title='ran'"`);
  await report.close();
});

test.each(['Report on capacity', 'Report on costs and renewals'])(
  '%s on paper holds it letter by letter',
  async (action) => {
    const { page } = shared.program;
    await new Palette(page).run(action);
    const report = new ReportPage(page);
    await report.frame.getByRole('table').first().waitFor();
    expect(await pdfOf(report.frame, `${action}.pdf`)).toMatch(action.includes('capacity') ? 'onerror=ran()' : /\w/);
    await report.close();
  },
);

test('the answer of the wizard on paper holds it letter by letter', async () => {
  const { page } = shared.program;
  const place = new PlacePage(page);
  await new Shell(page).goTo('Place');
  await place.choose('checkout');
  await place.candidateList.press('p');
  await place.paper.getByRole('article').waitFor();
  expect(await pdfOf(place.paper, 'plan.pdf')).toContain('onerror=ran()');
  await page.keyboard.press('Escape');
  await place.paper.waitFor({ state: 'detached' });
});

test('racks on paper, labels and drawings hold it as text', async () => {
  const { app, home, page } = shared.program;
  await new Shell(page).goTo('Racks');
  await new RacksPage(page).openRack('D01');
  await new RackPage(page).front.waitFor();
  const elevation = new ElevationPage(page);
  await elevation.labelBy('Notes');
  await elevation.openPrint();
  await pdfOf(elevation.printAudit, 'racks.pdf');
  await elevation.press('Escape');
  const svg = home.file('rack.svg');
  await saveNextDownload(app, svg);
  await elevation.saveAs('SVG');
  await expectSoon(() => existsSync(svg) && readFileSync(svg, 'utf8').trimEnd().endsWith('</svg>')).toBe(true);
  const drawn = readFileSync(svg, 'utf8');
  expect(drawn).toContain('&lt;img');
  // Without what it says and what attributes hold.
  const markup = drawn.replaceAll(/="[^"]*"/g, '=""').replaceAll(/>[^<]*</g, '><');
  expect(markup.match(/<(img|script|foreignObject)\b|\son\w+=/g)).toBeNull();
  const links = [...drawn.matchAll(/href="([^"]{0,20})/g)].map(([, link = '']) => link);
  expect(links.filter((link) => !/^(data:image\/|#)/.test(link))).toEqual([]);
  await page.getByRole('button', { name: 'Print and export' }).click();
  await page.getByRole('menuitem', { name: 'Print labels…' }).click();
  await pdfOf(page.getByRole('dialog', { name: 'Print labels' }), 'labels.pdf');
  await page.keyboard.press('Escape');
});

test('a report on the command line holds it as the text it is', async () => {
  const { file } = await shared.program.page.evaluate(async () => {
    const answer = await window.rackwright.shell('state');
    return answer.value as { file: string };
  });
  const report = rw('report', 'compute', 'ams1-app-01', '--workspace', file);
  expect(report).not.toMatch(/(^|[^\\])<(img|svg)/m);
  expect(report).toContain('onerror');
});
