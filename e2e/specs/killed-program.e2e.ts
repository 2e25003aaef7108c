// Goal: however the whole program is killed, what the window said was saved is there when it is started again.
import { expect, test } from 'vitest';

import { callChannel } from '../fixtures/command-line.ts';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { launchRackwright, type Rackwright } from '../fixtures/launch.ts';
import { killTree } from '../fixtures/processes.ts';
import { testHome } from '../fixtures/programs.ts';
import { makeWorkspace, namesIn } from '../fixtures/workspaces.ts';
import { FleetPage } from '../pages/fleet-page.ts';
import { Shell } from '../pages/shell.ts';

/** npm run test:long asks for more. */
const KILLS = Number(process.env['RACKWRIGHT_WINDOW_KILLS'] ?? 3);

/** Ends every process of the program at once, as a power cut does. */
async function killAll({ app, mainProcessId }: Rackwright): Promise<void> {
  const closed = app.waitForEvent('close');
  killTree(mainProcessId);
  await closed;
}

test(
  `after each of ${KILLS} kills of the whole program everything that was saved is there`,
  async () => {
    const home = testHome();
    const file = makeWorkspace(home.file('hall.rackwright'));
    const saved: string[] = [];
    let thereBefore = 0;
    for (let round = 0; round < KILLS; round += 1) {
      const program = await launchRackwright({ home, file });
      const shell = new Shell(program.page);
      const { computes } = new FleetPage(program.page);
      await shell.shown();
      // The list shows only as many names as fit; all of them are compared at the end. One may have arrived that was on its way.
      if (round > 0) await expectSoon(() => computes.total()).toBeOneOf([thereBefore, thereBefore + 1]);
      const there = round > 0 ? await computes.total() : 0;
      // Written by turns one, two and no computes that are saved; then one that is on its way.
      const writes = (round + 1) % 3;
      for (let count = 0; count < writes; count += 1) {
        const name = `saved-${round}-${count}`;
        await computes.createRow({ Name: name });
        await shell.notice(`Saved: Create compute ${name}`).waitFor();
        saved.push(name);
      }
      thereBefore = there + writes;
      await computes.createRow({ Name: `on-its-way-${round}` });
      await killAll(program);
    }
    const names = namesIn(file, 'compute');
    expect(names).toEqual(expect.arrayContaining(saved));
    expect(names.filter((name) => !saved.includes(name) && !name.startsWith('on-its-way-'))).toEqual([]);
    expect(callChannel<{ ok: boolean }>(file, 'history.verify', {}).ok).toBe(true);
  },
  30_000 + KILLS * 20_000,
);
