// Goal: the other ways through an audit: a pasted list, a text file, paper, parts, a pause over a restart, and a PDF.
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { makeAuditParts } from '../fixtures/audit-parts.ts';
import { accessibilityViolations } from '../fixtures/axe.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { answerSaveDialog } from '../fixtures/dialogs.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { hasFocus } from '../fixtures/keyboard.ts';
import { launch, shareProgram, testHome } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES } from '../fixtures/theme.ts';
import { AuditPage } from '../pages/audit-page.ts';
import { Shell } from '../pages/shell.ts';

let file = '';
const shared = shareProgram((home) => {
  file = makeAuditParts(home.file('hall.rackwright'));
  return file;
});

async function start(name: string, scope: readonly string[], level: 'Presence' | 'Serial numbers' = 'Presence') {
  const { page } = shared.program;
  await new Shell(page).goTo('Audit');
  const audit = new AuditPage(page);
  await audit.startOnList(name, scope, level);
  return audit;
}

test('a pasted list is the scope, and pasted lines are scans', async () => {
  const audit = await start('Pasted', ['SN-1', 'srv-2', 'nobody']);
  await audit.paste('rack01\nSN-1\nSN-9');
  await expectSoon(() => audit.lastScan.innerText()).toContain('3 lines are stored');
  await expectSoon(() => audit.lastScan.innerText()).toContain('1 unknown');
  await expectSoon(() => audit.expected('rack01').getByRole('option').allInnerTexts()).toHaveLength(2);
});

test('a scan made while a button has the focus goes into the field, and its Enter does nothing else', async () => {
  const { page } = shared.program;
  const audit = await start('Buttons', ['SN-1', 'SN-2', 'SN-3']);
  await audit.read('rack01', 'SN-1');
  await expectSoon(() => audit.lastClass()).toBe('here');
  for (const [button, serial] of [
    ['Pause', 'SN-2'],
    ['Rack finished', 'SN-3'],
  ] as const) {
    await page.getByRole('main').getByRole('button', { name: button }).focus();
    await page.keyboard.type(`${serial}\n`);
    await expectSoon(() => audit.lastScan.innerText()).toContain(`srv-${serial.at(-1)}`);
    await expectSoon(() => hasFocus(audit.scan)).toBe(true);
  }
  const seen = audit.expected('rack01').getByRole('option').filter({ hasText: 'Seen' });
  await expectSoon(() => seen.count()).toBe(3);
  const name = 'Buttons';
  const { status, progress } = callChannel<{ status: string; progress: { seen: number } }>(file, 'audit.session', {
    session: name,
  });
  expect([status, progress.seen]).toEqual(['open', 3]);
  const { racks } = callChannel<{ racks: { finished: boolean }[] }>(file, 'audit.walk', { session: name });
  expect(racks.map(({ finished }) => finished)).toEqual([false]);
});

test('a text file is read line by line', async () => {
  const audit = await start('From a file', ['SN-1', 'SN-2']);
  const scans = shared.program.home.file('scans.txt');
  writeFileSync(scans, 'rack01\r\nsn-1\r\nsn-2\r\n');
  await audit.file.setInputFiles(scans);
  await expectSoon(() => audit.lastScan.innerText()).toContain('2 here');
});

test('a round on paper is entered by line numbers, and its sheets are a PDF', async () => {
  const { app, home, page } = shared.program;
  const audit = await start('On paper', ['SN-1', 'SN-2', 'SN-3']);
  await audit.show('Paper');
  await audit.press('ControlOrMeta+p');
  const sheets = page.getByRole('dialog', { name: 'Print the tick list' });
  await expectSoon(() => sheets.getByRole('img', { name: /^QR code of/ }).count()).toBe(4);
  const pdf = home.file('ticks.pdf');
  await answerSaveDialog(app, pdf);
  await sheets.getByRole('button', { name: 'Save as PDF…' }).click();
  await new Shell(page).notice(`Saved as ${pdf}.`).waitFor();
  expect(readFileSync(pdf, 'latin1').startsWith('%PDF-')).toBe(true);
  await audit.press('Escape');
  // The sheet goes from the top of the rack down: srv-3 is its first line, srv-1 its third.
  await audit.ticks.fill('1 3');
  await audit.press('Enter');
  // At once: the rack is finished when its ticks are stored.
  await audit.press('ControlOrMeta+Enter');
  await page.getByText('rack01 is finished; 1 device is missing.').waitFor();
  await expectSoon(
    async () => (await audit.lines('rack01').filter({ hasText: 'Not seen yet' }).allInnerTexts()).length,
  ).toBe(1);
});

test('parts are read in their slots; what differs is accepted by keys and written', async () => {
  const { page } = shared.program;
  const audit = await start('Parts', ['SN-1', 'SN-2', 'SN-3'], 'Serial numbers');
  await audit.read('rack01', 'SN-1', 'bay 1', 'D0', 'SN-2', 'Bay 2', 'D1');
  await expectSoon(() => audit.lastClass()).toBe('moved');
  await audit.read('slot Bay 0', 'NEW-1', 'SN-3');
  await expectSoon(() => audit.lastClass()).toBe('here');
  await audit.press('ControlOrMeta+Enter');
  await audit.step('rack01 is finished').waitFor();
  await audit.press('ControlOrMeta+Shift+KeyR');
  await expectSoon(async () => (await audit.found()).map((line) => line.replace(/ To decide$/, ''))).toEqual([
    'Moved Samsung PM9A3 D1 srv-1, slot Bay 1 srv-2, slot Bay 2',
    'Wrong unit or slot Samsung PM9A3 D0 srv-1, slot Bay 0 srv-1, slot Bay 1',
    'Unknown NEW-1 – srv-2, slot Bay 0',
  ]);
  await audit.press('a');
  await audit.toDecide(2).waitFor();
  await audit.press('a');
  await audit.toDecide(1).waitFor();
  await audit.press('c');
  await audit.target('Component').fill('Samsung');
  await page.getByRole('option', { name: /^Samsung PM9A3/ }).waitFor();
  await audit.press('ArrowDown');
  await audit.press('Enter');
  await audit.press('ControlOrMeta+Enter');
  await audit.toDecide(0).waitFor();
  await audit.press('ControlOrMeta+Shift+KeyG');
  await audit.readyToSign.waitFor();
  await audit.press('ControlOrMeta+Enter');
  await audit.verified.filter({ hasText: 'The change log is whole' }).waitFor();
  const { items } = callChannel<{
    items: { record: { serial: string; slot: string }; derived: { compute: string } }[];
  }>(file, 'part.list');
  expect(items.map(({ record, derived }) => `${record.serial} ${derived.compute} ${record.slot}`).toSorted()).toEqual([
    'D0 srv-1 Bay 1',
    'D1 srv-2 Bay 2',
    'NEW-1 srv-2 Bay 0',
  ]);
});

test('several lines are decided at once after a look at what that does; a record changed meanwhile shows both values', async () => {
  const home = testHome();
  const own = makeAuditParts(home.file('own.rackwright'));
  const scope = { kind: 'list', texts: ['SN-1', 'SN-2', 'SN-3'] };
  const session = callChannel<{ id: string }>(own, 'audit.start', { name: 'Spring', scope }).id;
  callChannel(own, 'audit.scanMany', { session, text: 'rack01\nU20\nSN-1\nU30\nSN-2' });
  callChannel(own, 'audit.finishRack', { session, rack: 'rack01' });
  callChannel(own, 'rack.move', { moves: [{ device: 'srv-2', rack: 'rack01', positionHalfU: 78 }] });
  const { page } = await launch({ home, file: own });
  await new Shell(page).goTo('Audit');
  const audit = new AuditPage(page);
  await audit.session('Spring').click();
  await audit.scan.waitFor();
  await audit.show('Reconcile');
  await expectSoon(() => audit.found()).toEqual([
    'Wrong unit or slot srv-1 rack01 U1 rack01 U20 To decide',
    'Wrong unit or slot srv-2 rack01 U5, now rack01 U40 rack01 U30 To decide',
    'Missing srv-3 rack01 U9 – To decide',
  ]);
  await audit.discrepancies.focus();
  await audit.press('ControlOrMeta+a');
  await audit.press('a');
  const preview = page.getByRole('dialog', { name: 'Accept: what it would do' });
  await preview.getByText('srv-2 is moved to rack01 U30.').waitFor();
  await preview.getByText('srv-3 is taken out of its place and marked missing.').waitFor();
  await expectSoon(() => hasFocus(preview.getByRole('button', { name: 'Decide 3 lines' }))).toBe(true);
  await audit.press('Enter');
  await audit.toDecide(0).waitFor();
  await audit.press('ControlOrMeta+Enter');
  const writing = page.getByRole('dialog').getByRole('button', { name: 'Write 3 lines' });
  await expectSoon(() => hasFocus(writing)).toBe(true);
  await audit.press('Enter');
  await expectSoon(async () => (await audit.found()).every((line) => line.endsWith('Accept, written'))).toBe(true);
  expect(callChannel<{ unit: string }>(own, 'compute.place', { ref: 'srv-2' }).unit).toBe('U30');
});

test('a decision that is refused leaves its line open with the sentence, and is made when the one in its way is decided', async () => {
  const home = testHome();
  const own = makeAuditParts(home.file('changed.rackwright'));
  const scope = { kind: 'list', texts: ['SN-1', 'SN-2', 'SN-3'] };
  const session = callChannel<{ id: string }>(own, 'audit.start', { name: 'Places', scope }).id;
  callChannel(own, 'audit.scanMany', { session, text: 'rack01\nU5\nSN-1\nU1\nSN-2\nU9\nSN-3' });
  callChannel(own, 'audit.finishRack', { session, rack: 'rack01' });
  const { page } = await launch({ home, file: own });
  await new Shell(page).goTo('Audit');
  const audit = new AuditPage(page);
  await audit.session('Places').click();
  await audit.scan.waitFor();
  await audit.show('Reconcile');
  await audit.toDecide(2).waitFor();
  await audit.discrepancies.focus();
  await audit.press('a');
  await audit.refusal.filter({ hasText: 'Accept was refused: U5' }).waitFor();
  await expectSoon(() => audit.found()).toEqual([
    'Wrong unit or slot srv-1 rack01 U1 rack01 U5 Accept was refused',
    'Wrong unit or slot srv-2 rack01 U5 rack01 U1 To decide',
  ]);
  for (const theme of THEMES) {
    await showInTheme(page, theme);
    await audit.refusal.waitFor();
    await takeScreenshot(page, 'screenshots', `audit-refused-${theme}`);
    expect(await accessibilityViolations(page)).toEqual([]);
  }
  await audit.toDecide(2).waitFor();
  await audit.discrepancies.focus();
  await audit.press('ArrowDown');
  await audit.press('a');
  await audit.toDecide(0).waitFor();
  await expectSoon(async () => (await audit.found()).every((line) => line.endsWith(' Accept'))).toBe(true);
});

test('the report is saved as a PDF', async () => {
  const { app, home, page } = shared.program;
  const audit = new AuditPage(page);
  await audit.press('p');
  const sheets = page.getByRole('dialog', { name: 'Print the report' });
  const pdf = home.file('report.pdf');
  await answerSaveDialog(app, pdf);
  await sheets.getByRole('button', { name: 'Save as PDF…' }).click();
  await new Shell(page).notice(`Saved as ${pdf}.`).waitFor();
  expect(readFileSync(pdf, 'latin1').startsWith('%PDF-')).toBe(true);
});

test('a paused audit goes on after a restart where it was left', async () => {
  const home = testHome();
  const own = makeAuditParts(home.file('own.rackwright'));
  const first = await launch({ home, file: own });
  await new Shell(first.page).goTo('Audit');
  const before = new AuditPage(first.page);
  await before.startOnList('Long walk', ['SN-1', 'SN-2', 'SN-3'], 'Presence');
  await before.read('rack01', 'SN-1');
  await expectSoon(() => before.lastClass()).toBe('here');
  await before.press('ControlOrMeta+Shift+KeyP');
  await first.page.getByText('This audit is paused. Resume it to scan on.').waitFor();
  await first.quit();

  const second = await launch({ home, file: own });
  await new Shell(second.page).goTo('Audit');
  const after = new AuditPage(second.page);
  await after.session('Long walk').click();
  await second.page.getByText('This audit is paused. Resume it to scan on.').waitFor();
  await after.press('ControlOrMeta+Shift+KeyP');
  await expectSoon(() => after.scan.isEnabled()).toBe(true);
  await after.scan.focus();
  await after.read('SN-2');
  await expectSoon(() => after.lastClass()).toBe('here');
  await expectSoon(() => after.expected('rack01').getByRole('option').filter({ hasText: 'Not seen yet' }).count()).toBe(
    1,
  );
});
