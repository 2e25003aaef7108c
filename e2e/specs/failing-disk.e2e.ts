// Goal: a disk that is full or fails is named, nothing is called saved that is not, and work goes on when it can.
import { expect, test } from 'vitest';

import { expectSoon } from '../fixtures/expect-soon.ts';
import { failDisk } from '../fixtures/failing-disk.ts';
import type { Rackwright } from '../fixtures/launch.ts';
import { engineProcessId } from '../fixtures/processes.ts';
import { launch, testHome } from '../fixtures/programs.ts';
import { takeScreenshot } from '../fixtures/screenshots.ts';
import { SmallDisk } from '../fixtures/small-disk.ts';
import { makeWorkspace, namesIn } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Shell } from '../pages/shell.ts';

function pagesOf({ page }: Rackwright) {
  const shell = new Shell(page);
  const { computes } = new FleetPage(page);
  return {
    page,
    shell,
    computes,
    alert: (text: string) => page.getByRole('alert').filter({ hasText: text }),
    savedNotice: (name: string) => shell.notice(`Saved: Create compute ${name}`),
    create: async (name: string) => {
      await computes.createRow({ Name: name });
      await shell.notice(`Saved: Create compute ${name}`).waitFor();
    },
  };
}

test('on a full disk nothing is called saved, the disk is named, and the same form is saved once there is room', async () => {
  const home = testHome();
  const disk = new SmallDisk(home, makeWorkspace(home.file('hall.rackwright')), 8);
  const program = await launch({ home, file: disk.file, executable: disk.executable });
  const { page, shell, computes, alert, savedNotice, create } = pagesOf(program);
  await shell.shown();
  await create('web-01');

  disk.fill(program.mainProcessId);
  await computes.createRow({ Name: 'web-02' });
  await alert('The disk is full. Nothing was written; free some room and try again.').waitFor();
  await takeScreenshot(page, 'screenshots', 'disk-full');
  expect(await savedNotice('web-02').count()).toBe(0);
  await expectSoon(() => computes.names()).toEqual(['web-01']);

  disk.makeRoom(program.mainProcessId);
  await computes.panel.getByRole('button', { name: 'Create' }).click();
  await savedNotice('web-02').waitFor();
  await expectSoon(() => computes.names()).toEqual(['web-01', 'web-02']);
  expect(namesIn(disk.copy(program.mainProcessId), 'compute')).toEqual(['web-01', 'web-02']);
});

test('after an error of the disk the workspace is read-only until it is opened again', async () => {
  const home = testHome();
  const file = makeWorkspace(home.file('hall.rackwright'));
  const program = await launch({ home, file });
  const { page, shell, computes, alert, savedNotice, create } = pagesOf(program);
  await shell.shown();
  await create('web-01');
  const engine = await engineProcessId(program.app);
  if (engine === null) throw new Error('No engine runs.');

  const failing = await failDisk(engine);
  await computes.createRow({ Name: 'web-02' });
  await alert('The disk reported an error. Nothing was written; check the disk.').waitFor();
  const banner = shell.banner.filter({ hasText: 'The disk reported an error, so nothing more is written.' });
  await banner.waitFor();
  await takeScreenshot(page, 'screenshots', 'disk-error');
  expect(await savedNotice('web-02').count()).toBe(0);

  // A disk that works again is not believed: what it did with the last sync is not known.
  await failing.mend();
  await computes.panel.getByRole('button', { name: 'Create' }).click();
  await alert('so nothing more is written').waitFor();
  await expectSoon(() => shell.workspaceMenu('hall').innerText()).toContain('(read only)');
  expect(await savedNotice('web-02').count()).toBe(0);
  await expectSoon(() => computes.names()).toEqual(['web-01']);

  await banner.getByRole('button', { name: 'Open it again' }).click();
  await banner.waitFor({ state: 'hidden' });
  // The form kept what could not be saved.
  await computes.panel.getByRole('button', { name: 'Create' }).click();
  await savedNotice('web-02').waitFor();
  await expectSoon(() => computes.names()).toEqual(['web-01', 'web-02']);
  expect(await engineProcessId(program.app)).toBe(engine);
  await program.quit();
  expect(namesIn(file, 'compute')).toEqual(['web-01', 'web-02']);
});
