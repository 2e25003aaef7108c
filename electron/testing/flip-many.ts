import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { dumpOfFile, fillEveryTable, flipOutcome, missedAt, usedBytes, type FlipOutcome } from './bit-flips.ts';
import { temporaryFolder } from './temporary-folder.ts';
import { temporaryWorkspace } from './temporary-workspace.ts';

/**
 * Flips one bit in each of `runs` copies of a workspace with something in every table, and counts what became of them.
 * Fails at the first that changes what is read without being told, and says where that is.
 */
export async function flipMany(runs: number): Promise<ReadonlyMap<FlipOutcome, number>> {
  const workspace = temporaryWorkspace();
  await fillEveryTable(workspace);
  await workspace.session.close();
  const { file } = workspace;
  // A copy of the file alone would be an older state.
  if (existsSync(`${file}-wal`)) throw new Error('The closed workspace is not one file.');
  const good = dumpOfFile(file);
  const used = usedBytes(file);
  const folder = temporaryFolder();
  const outcomes = new Map<FlipOutcome, number>();
  fc.assert(
    fc.property(fc.nat(), fc.nat(7), (pick, bit) => {
      const place = { byte: used[pick % used.length] ?? 0, bit };
      const outcome = flipOutcome(file, folder, place, good);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      if (outcome === 'MISSED') throw new Error(missedAt(folder, place, good));
    }),
    { numRuns: runs },
  );
  return outcomes;
}
