// Goal: a hall of 200 devices is audited, reconciled and signed by scanner and keyboard alone, with no connection to anybody.
import { expect, test } from 'vitest';

import { accessibilityViolations } from '../fixtures/axe.ts';
import { DEVICES_PER_RACK, RACKS, deviceNumber, makeAuditHall, rackName, serialOf } from '../fixtures/audit-hall.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { hasFocus, tabTo } from '../fixtures/keyboard.ts';
import { processTree } from '../fixtures/processes.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { foreignRemotes } from '../fixtures/sockets.ts';
import { AuditPage } from '../pages/audit-page.ts';
import { Shell } from '../pages/shell.ts';

let file = '';
const shared = shareProgram((home) => {
  file = makeAuditHall(home.file('hall.rackwright'));
  return file;
});

const key = (rack: number, unit: number) => `${rack}/${unit}`;

/** What stands elsewhere: `[recorded rack, recorded unit, rack, unit]`. */
const MOVED = [
  [1, 1, 2, 25],
  [3, 5, 4, 26],
  [5, 10, 6, 27],
] as const;
const WRONG_SLOT = [
  [2, 7, 2, 30],
  [7, 3, 7, 31],
] as const;
const MISSING = new Set([key(4, 4), key(6, 12), key(9, 20)]);
const UNKNOWN = new Map([
  [3, 'GHOST-1'],
  [8, 'GHOST-2'],
]);
/** The device in rack 8, unit 8, bears another number. */
const CHANGED = key(8, 8);
const ELSEWHERE = new Set([...MOVED, ...WRONG_SLOT].map(([rack, unit]) => key(rack, unit)));

/** All that an auditor reads in a rack, from the top down. The two of one number are read apart. */
function readings(rack: number): readonly string[] {
  const units = Array.from({ length: DEVICES_PER_RACK }, (_, index) => DEVICES_PER_RACK - index);
  const inPlace = units.flatMap((unit) => {
    const at = key(rack, unit);
    if (ELSEWHERE.has(at) || MISSING.has(at) || (rack === RACKS && unit <= 2)) return [];
    return at === CHANGED ? ['U8', 'SN-NEW-8'] : [serialOf(rack, unit)];
  });
  const arrived = [...MOVED, ...WRONG_SLOT].flatMap(([fromRack, fromUnit, to, unit]) =>
    to === rack ? [`U${unit}`, serialOf(fromRack, fromUnit)] : [],
  );
  const unknown = UNKNOWN.get(rack);
  return [rackName(rack), ...inPlace, ...arrived, ...(unknown ? [unknown] : [])];
}

const server = (rack: number, unit: number) => `srv-${deviceNumber(rack, unit)}`;

test('the audit of a room is started', async () => {
  const { page } = shared.program;
  const audit = new AuditPage(page);
  await audit.press('ControlOrMeta+Shift+KeyA');
  await audit.newAudit.waitFor();
  await audit.press('n');
  await audit.name.waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Hall 1, November');
  await tabTo(page, audit.room);
  await page.keyboard.type('Hall 1');
  await page.getByRole('option', { name: /^Hall 1/ }).waitFor();
  await audit.press('ArrowDown');
  await audit.press('Enter');
  await expectSoon(() => audit.preview.innerText()).toBe('200 devices in 10 racks');
  await audit.press('ControlOrMeta+Enter');
  await audit.scan.waitFor();
  await expectSoon(() => hasFocus(audit.scan)).toBe(true);
});

test('every scan is classed at once, and the field keeps the focus', async () => {
  const { page } = shared.program;
  const audit = new AuditPage(page);
  for (let rack = 1; rack <= RACKS; rack += 1) {
    await audit.read(...readings(rack));
    if (rack === RACKS) await readTwins(audit);
    await audit.press('ControlOrMeta+Enter');
    await audit.step(`${rackName(rack)} is finished`).waitFor();
  }
  await expectSoon(() => hasFocus(audit.scan)).toBe(true);
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(foreignRemotes(processTree(shared.program.mainProcessId))).toEqual([]);
});

/** Two records bear the number of two devices: each time it is said which one it was. */
async function readTwins(audit: AuditPage): Promise<void> {
  await audit.read(serialOf(RACKS, 1));
  await expectSoon(() => audit.candidates.allInnerTexts()).toHaveLength(2);
  await audit.press('ControlOrMeta+d');
  await expectSoon(() => audit.lastClass()).toBe('here');
  await audit.read(serialOf(RACKS, 1));
  await expectSoon(() => audit.candidates.allInnerTexts()).toHaveLength(2);
  await audit.press('ArrowDown');
  await audit.press('ControlOrMeta+d');
  await expectSoon(() => audit.lastClass()).toBe('here');
}

test('exactly the 12 planted faults are found', async () => {
  const audit = new AuditPage(shared.program.page);
  await audit.press('ControlOrMeta+Shift+KeyR');
  const found = async () => (await audit.found()).map((line) => line.replace(/ To decide$/, '')).toSorted();
  await expectSoon(found).toEqual(
    [
      ...MOVED.map(
        ([rack, unit, to, at]) => `Moved ${server(rack, unit)} ${rackName(rack)} U${unit} ${rackName(to)} U${at}`,
      ),
      ...WRONG_SLOT.map(
        ([rack, unit, to, at]) =>
          `Wrong unit or slot ${server(rack, unit)} ${rackName(rack)} U${unit} ${rackName(to)} U${at}`,
      ),
      `Missing ${server(4, 4)} rack04 U4 –`,
      `Missing ${server(6, 12)} rack06 U12 –`,
      `Missing ${server(9, 20)} rack09 U20 –`,
      'Unknown GHOST-1 – rack03',
      'Unknown GHOST-2 – rack08',
      `Duplicate serial number ${serialOf(RACKS, 1)} ${serialOf(RACKS, 1)} rack10`,
      `Changed serial number ${server(8, 8)} ${serialOf(8, 8)} SN-NEW-8`,
    ].toSorted(),
  );
});

test('each is decided by one key, written and signed', async () => {
  const { page } = shared.program;
  const audit = new AuditPage(page);
  let open = 12;
  const decide = async (...keys: readonly string[]) => {
    for (const pressed of keys) await audit.press(pressed);
    open -= 1;
    await audit.toDecide(open).waitFor();
  };
  const askReason = async (pressed: string) => {
    await audit.press(pressed);
    await audit.reason.waitFor();
    await expectSoon(() => hasFocus(audit.reason)).toBe(true);
  };
  for (const pressed of ['a', 'a', 'a', 'a', 'a', 'm', 'm', 'm']) await decide(pressed);
  await askReason('i');
  await page.keyboard.type('No asset of ours');
  await decide('Enter');
  await askReason('i');
  await decide('Enter');
  await askReason('o');
  await page.keyboard.type('The maker is asked');
  await decide('Enter');
  await decide('a');
  await audit.press('ControlOrMeta+Shift+KeyG');
  await audit.readyToSign.waitFor();
  await audit.press('ControlOrMeta+Enter');
  await audit.verified.filter({ hasText: 'The change log is whole' }).waitFor();
  expect(await accessibilityViolations(page)).toEqual([]);
  expect(foreignRemotes(processTree(shared.program.mainProcessId))).toEqual([]);
});

test('the record says what was seen', () => {
  const place = (name: string) =>
    callChannel<{ unit: string | null; path: { name: string }[] }>(file, 'compute.place', { ref: name });
  for (const [rack, unit, to, at] of [...MOVED, ...WRONG_SLOT]) {
    const { path, unit: shown } = place(server(rack, unit));
    expect([path.at(-1)?.name, shown]).toEqual([rackName(to), `U${at}`]);
  }
  const changed = callChannel<{ record: { serial: string } }>(file, 'compute.get', { ref: server(8, 8) });
  expect(changed.record.serial).toBe('SN-NEW-8');
});

test('one undo takes the whole reconciliation back, and one redo brings it back', async () => {
  const { page } = shared.program;
  const audit = new AuditPage(page);
  const [[rack, unit, , at]] = MOVED;
  const place = () => callChannel<{ unit: string | null }>(file, 'compute.place', { ref: server(rack, unit) }).unit;
  await audit.press('ControlOrMeta+z');
  await new Shell(page).notice('Undo: Sign audit Hall 1, November and the 12 changes before it').waitFor();
  expect(place()).toBe(`U${unit}`);
  await audit.press('ControlOrMeta+Shift+KeyR');
  await audit.toDecide(12).waitFor();
  await audit.press('ControlOrMeta+Shift+KeyZ');
  await new Shell(page).notice('Redo: Sign audit Hall 1, November and the 12 changes before it').waitFor();
  expect(place()).toBe(`U${at}`);
});
