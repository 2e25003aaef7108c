import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { makeHomeFolder } from '../fixtures/home-folder.ts';
import { share, tableRow } from './figures.ts';
import { LARGE_COMPUTES, makeLargeWorkspace } from './large-workspace.ts';
import { pssOfTree } from './memory.ts';
import { plainStart } from './plain-start.ts';

const ROUNDS = 5;

interface Figures {
  readonly paintedAfterMs: number;
  readonly pssMb: number;
}

async function figuresOf(folder: string, words: readonly string[]): Promise<Figures> {
  const home = makeHomeFolder();
  const program = await plainStart(folder, home, words);
  const pssMb = await pssOfTree(program.pid);
  await program.end();
  home.remove();
  return { paintedAfterMs: program.paintedAfterMs, pssMb };
}

test('start to painted rows and memory at 100,000 computes, against a bare window', async () => {
  const home = makeHomeFolder();
  const file = makeLargeWorkspace(home.file('large.rackwright'));
  const rounds: { bare: Figures; ours: Figures }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({
      bare: await figuresOf(fromRoot('bench', 'bare'), []),
      ours: await figuresOf(fromRoot(), [file]),
    });
  const median = (pick: (round: (typeof rounds)[number]) => number) => share(rounds.map(pick), 0.5);
  const [bareMs, oursMs] = [median(({ bare }) => bare.paintedAfterMs), median(({ ours }) => ours.paintedAfterMs)];
  const [bareMb, oursMb] = [median(({ bare }) => bare.pssMb), median(({ ours }) => ours.pssMb)];
  console.log(`Window of ${LARGE_COMPUTES} computes against a bare Electron window, median of ${ROUNDS} rounds`);
  console.log(tableRow(['what', 'bare', 'ours', 'ratio', 'goal']));
  console.log(tableRow(['---', '---:', '---:', '---:', '---']));
  console.log(tableRow(['start to painted rows, ms', bareMs, oursMs, oursMs / bareMs, '≤ 3']));
  console.log(tableRow(['memory of all processes (PSS), MB', bareMb, oursMb, oursMb / bareMb, '≤ 1.6']));
  expect(rounds.every(({ bare, ours }) => bare.pssMb > 0 && ours.pssMb > 0)).toBe(true);
  home.remove();
});
