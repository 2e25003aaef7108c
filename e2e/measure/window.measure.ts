import { expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { makeHomeFolder } from '../fixtures/home-folder.ts';
import { share, tableRow } from './figures.ts';
import { LARGE_COMPUTES, makeLargeWorkspace } from './large-workspace.ts';
import { pssOfTree } from './memory.ts';
import { plainStart, type PlainStart } from './plain-start.ts';
import { memoryAroundUpkeep, type UpkeepMemory } from './upkeep-watch.ts';

const ROUNDS = 5;

interface Measured<Memory> {
  readonly paintedAfterMs: number;
  readonly memory: Memory;
}

async function measured<Memory>(
  folder: string,
  words: readonly string[],
  memoryOf: (program: PlainStart) => Promise<Memory>,
): Promise<Measured<Memory>> {
  const home = makeHomeFolder();
  const program = await plainStart(folder, home, words);
  const memory = await memoryOf(program);
  const paintedAfterMs = await program.paintedAfterMs();
  await program.end();
  home.remove();
  return { paintedAfterMs, memory };
}

interface Round {
  readonly bare: Measured<number>;
  readonly ours: Measured<UpkeepMemory>;
}

test('start to painted rows and memory at 100,000 computes, against a bare window', async () => {
  const home = makeHomeFolder();
  const file = makeLargeWorkspace(home.file('large.rackwright'));
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({
      bare: await measured(fromRoot('bench', 'bare'), [], ({ pid }) => pssOfTree(pid)),
      ours: await measured(fromRoot(), [file], ({ pid }) => memoryAroundUpkeep(pid)),
    });
  const row = (what: string, goal: string, bare: (round: Round) => number, ours: (round: Round) => number) => {
    const ratio = share(
      rounds.map((round) => ours(round) / bare(round)),
      0.5,
    );
    console.log(tableRow([what, share(rounds.map(bare), 0.5), share(rounds.map(ours), 0.5), ratio, goal]));
  };
  console.log(`Window of ${LARGE_COMPUTES} computes against a bare Electron window, medians of ${ROUNDS} rounds`);
  console.log(tableRow(['what', 'bare', 'ours', 'ratio', 'goal']));
  console.log(tableRow(['---', '---:', '---:', '---:', '---']));
  const bareMemory = ({ bare }: Round) => bare.memory;
  row(
    'start to painted rows, ms',
    '≤ 3',
    (round) => round.bare.paintedAfterMs,
    ({ ours }) => ours.paintedAfterMs,
  );
  row('PSS after the start, MB', '≤ 1.6', bareMemory, ({ ours }) => ours.memory.before);
  row('PSS during the comparison with the history, at most', '', bareMemory, ({ ours }) => ours.memory.during);
  row('PSS after it, MB', '≤ 1.6', bareMemory, ({ ours }) => ours.memory.after);
  expect(rounds.every(({ bare, ours }) => bare.memory > 0 && ours.memory.during > 0)).toBe(true);
  home.remove();
});
