import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dumpOfFile, fillEveryTable, flipOutcome, usedBytes, type FlipOutcome } from '../../testing/bit-flips.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('none of 10,000 flipped bits changes what is read without being told', async () => {
  const workspace = temporaryWorkspace();
  await fillEveryTable(workspace);
  await workspace.session.close();
  const { file } = workspace;
  const good = dumpOfFile(file);
  const used = usedBytes(file);
  const folder = temporaryFolder();
  const outcomes = new Map<FlipOutcome, number>();
  fc.assert(
    fc.property(fc.nat(), fc.nat(7), (pick, bit) => {
      const outcome = flipOutcome(file, folder, { byte: used[pick % used.length] ?? 0, bit }, good);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
      expect(outcome).not.toBe('MISSED');
    }),
    { numRuns: 10_000 },
  );
  // Flips that all fall on empty room would prove nothing.
  expect(outcomes.get('told by the scrub')).toBeGreaterThan(10);
});
