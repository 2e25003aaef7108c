// Goal: labels are read by a camera where there is one, and the page has that camera only while it reads labels.
import type { Page } from 'playwright';
import { expect, test } from 'vitest';

import { makeAuditParts } from '../fixtures/audit-parts.ts';
import { writeCodeVideo } from '../fixtures/code-video.ts';
import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { AuditPage } from '../pages/audit-page.ts';
import { Shell } from '../pages/shell.ts';

/** What asking for camera or microphone comes to: `allowed`, or the error's name. */
function asked(page: Page, wanted: { readonly video?: true; readonly audio?: true }): Promise<string> {
  return page.evaluate(
    (constraints) =>
      navigator.mediaDevices.getUserMedia(constraints).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop();
          return 'allowed';
        },
        (error: unknown) => (error as Error).name,
      ),
    wanted,
  );
}

test('a QR code before the camera is a scan; before and after it the camera is refused', async () => {
  const home = testHome();
  const file = makeAuditParts(home.file('hall.rackwright'));
  const rack = callChannel<{ record: { id: string } }>(file, 'rack.get', { ref: 'rack01' });
  const video = writeCodeVideo(home.file('label.y4m'), `rackwright://rack/${rack.record.id}`);
  const switches = ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`];
  const { page } = await launch({ home, file, switches });
  await new Shell(page).goTo('Audit');
  const audit = new AuditPage(page);
  await audit.startOnList('By camera', ['SN-1'], 'Presence');
  expect(await asked(page, { video: true })).toBe('NotAllowedError');

  await audit.press('ControlOrMeta+Shift+KeyC');
  await expectSoon(() => audit.lastScan.innerText()).toContain('Now at rack01.');
  expect(await asked(page, { audio: true })).toBe('NotAllowedError');
  expect(await asked(page, { video: true, audio: true })).toBe('NotAllowedError');

  await audit.press('ControlOrMeta+Shift+KeyC');
  await audit.camera.waitFor({ state: 'detached' });
  expect(await asked(page, { video: true })).toBe('NotAllowedError');

  await page.evaluate(() => window.rackwright.shell('allowCamera', { allowed: true }));
  expect(await asked(page, { video: true })).toBe('allowed');
  await page.reload();
  await audit.scan.waitFor();
  expect(await asked(page, { video: true })).toBe('NotAllowedError');
});

test('without a camera there is no button for one', async () => {
  const home = testHome();
  const { page } = await launch({ home, file: makeAuditParts(home.file('hall.rackwright')) });
  await new Shell(page).goTo('Audit');
  const audit = new AuditPage(page);
  await audit.startOnList('By hand', ['SN-1'], 'Presence');
  expect(await page.getByRole('button', { name: /^Camera/ }).count()).toBe(0);
});
