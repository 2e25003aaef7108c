// Goal: whatever an audit shows beside its pages can be used in every theme, and nothing hides what is to be decided.
import type { Locator, Page } from 'playwright';
import { describe, expect, onTestFinished, test } from 'vitest';

import { makeAuditParts } from '../fixtures/audit-parts.ts';
import { accessibilityViolations } from '../fixtures/axe.ts';
import { writeCodeVideo } from '../fixtures/code-video.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { SIZES, takeScreenshot } from '../fixtures/screenshots.ts';
import { showInTheme, THEMES, type Theme } from '../fixtures/theme.ts';
import { AuditPage } from '../pages/audit-page.ts';
import { Shell } from '../pages/shell.ts';

const ALL = ['SN-1', 'SN-2', 'SN-3'];

/** An audit that is signed, with srv-2 carried over. */
function carrySecondOver(file: string): void {
  const session = callChannel<{ id: string }>(file, 'audit.start', {
    name: 'Spring',
    scope: { kind: 'list', texts: ALL },
  }).id;
  callChannel(file, 'audit.scanMany', { session, text: 'rack01\nSN-1\nSN-3' });
  callChannel(file, 'audit.finishRack', { session, rack: 'rack01' });
  const { discrepancies } = callChannel<{ discrepancies: { key: string }[] }>(file, 'audit.discrepancies', { session });
  const decisions = discrepancies.map(({ key }) => ({
    discrepancy: key,
    decision: 'carry-over',
    reason: 'Asked the owner',
  }));
  callChannel(file, 'audit.decide', { session, decisions });
  callChannel(file, 'audit.sign', { session });
}

/** An open audit at level serial: D0 was read in srv-1 and in srv-3, D1 and srv-2 not at all. */
function readTwice(file: string): void {
  const scope = { kind: 'list', texts: ALL };
  const session = callChannel<{ id: string }>(file, 'audit.start', { name: 'Summer', scope, level: 'serial' }).id;
  const text = ['rack01', 'SN-1', 'slot Bay 0', 'D0', 'SN-3', 'slot Bay 1', 'D0'].join('\n');
  callChannel(file, 'audit.scanMany', { session, text });
  callChannel(file, 'audit.finishRack', { session, rack: 'rack01' });
}

/** Axe finds nothing, the window scrolls nowhere sideways, and a picture of each size is left. */
async function looksRight(page: Page, name: string): Promise<void> {
  expect({ name, violations: await accessibilityViolations(page) }).toEqual({ name, violations: [] });
  for (const size of SIZES) {
    await page.setViewportSize(size);
    await takeScreenshot(page, 'screenshots', `${name}-${size.width}`);
    const sideways = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expectSoon(sideways).toBe(0);
  }
  const [small] = SIZES;
  if (small) await page.setViewportSize(small);
}

/** What of the page can be scrolled sideways to be read whole. */
function scrolledSideways(page: Page): Promise<string[]> {
  return page
    .getByRole('main')
    .locator('*')
    .evaluateAll((all) =>
      all
        .filter((one) => one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX))
        .map((one) => `${one.tagName} ${one.getAttribute('aria-label') ?? one.getAttribute('class')}`),
    );
}

async function covers(upper: Locator, lower: Locator): Promise<boolean> {
  const [above, below] = [await upper.boundingBox(), await lower.boundingBox()];
  if (!above || !below) throw new Error('One of them is not shown.');
  const apart =
    above.x >= below.x + below.width ||
    below.x >= above.x + above.width ||
    above.y >= below.y + below.height ||
    below.y >= above.y + above.height;
  return !apart;
}

async function openAudits(page: Page, theme: Theme): Promise<AuditPage> {
  onTestFinished(() => page.setViewportSize(SIZES[0] ?? { width: 1280, height: 800 }));
  await showInTheme(page, theme);
  await new Shell(page).goTo('Audit');
  return new AuditPage(page);
}

describe.each(THEMES)('in the theme %s', (theme) => {
  test('the parts of a machine and the camera are shown', async () => {
    const home = testHome();
    const file = makeAuditParts(home.file('hall.rackwright'));
    const video = writeCodeVideo(home.file('label.y4m'), 'SN-1');
    const switches = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`];
    const { page } = await launch({ home, file, switches });
    const audit = await openAudits(page, theme);
    await audit.startOnList('Summer', ALL, 'Serial numbers');
    await audit.read('rack01', 'SN-1', 'slot Bay 0', 'D0');
    await audit.parts('srv-1').getByText('Seen', { exact: true }).waitFor();
    await looksRight(page, `audit-parts-${theme}`);
    await audit.press('ControlOrMeta+Shift+KeyC');
    await audit.camera.waitFor();
    await expectSoon(() => audit.lastClass()).toBe('already-seen');
    await looksRight(page, `audit-camera-${theme}`);
    await audit.press('ControlOrMeta+Shift+KeyC');
    await audit.camera.waitFor({ state: 'detached' });
  });

  test('what was carried over, a number that is there twice and a notice are shown', async () => {
    const home = testHome();
    const file = makeAuditParts(home.file('hall.rackwright'));
    carrySecondOver(file);
    readTwice(file);
    const { page } = await launch({ home, file });
    const audit = await openAudits(page, theme);
    await audit.session('Summer').click();
    await audit.scan.waitFor();
    await audit.show('Reconcile');
    await audit.toDecide(3).waitFor();
    await audit.show('Report');
    await page.getByRole('table', { name: 'Discrepancies' }).waitFor();
    await looksRight(page, `audit-report-${theme}`);
    expect(await scrolledSideways(page)).toEqual([]);
    await audit.show('Reconcile');
    await audit.toDecide(3).waitFor();
    await audit.press('g');
    await page.getByRole('dialog', { name: 'Carried over into this audit' }).waitFor();
    await looksRight(page, `audit-carried-${theme}`);
    await audit.press('Escape');
    await audit.discrepancies.getByRole('option', { name: /Duplicate/ }).click();
    await audit.decision('Change number').click();
    await page.getByRole('textbox', { name: 'Serial number' }).waitFor();
    await looksRight(page, `audit-renumber-${theme}`);
    await audit.press('Escape');
    await audit.discrepancies.focus();
    await audit.press('k');
    await audit.toDecide(2).waitFor();
    await audit.press('ControlOrMeta+z');
    await new Shell(page).notice('Undo: Decide 1 discrepancy of audit Summer').waitFor();
    await looksRight(page, `audit-notice-${theme}`);
    for (const size of SIZES) {
      await page.setViewportSize(size);
      const covered = async () => {
        const found: string[] = [];
        for (const button of await audit.decisions.all())
          if (await covers(new Shell(page).notices, button)) found.push(await button.innerText());
        return found;
      };
      await expectSoon(covered).toEqual([]);
    }
  });
});
