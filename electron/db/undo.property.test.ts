import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOUN_LIST, type NounName } from '../../shared/domain/nouns.ts';
import { WORKSPACE_CHECKS } from '../engine/workspace-checks.ts';
import { failureIn } from '../testing/failures.ts';
import { operation, perform, type Operation } from '../testing/operations.ts';
import { plant } from '../testing/plant.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace.ts';
import { NEWEST_VERSION } from './migrations/list.ts';
import { openReader } from './connection.ts';
import { scrubbed } from './scrub/scrub.ts';
import { databaseAt, dumpOf } from './testing/databases.ts';
import { verifyChangeLog } from './verify.ts';

/** Calls until it is refused with `code`; answers how often it was not. */
async function exhaust(step: () => Promise<unknown>, code: string): Promise<number> {
  for (let steps = 0; ; steps += 1) {
    try {
      await step();
    } catch (error) {
      expect(failureIn(error).code).toBe(code);
      return steps;
    }
  }
}

/** The nouns that edits wrote, neither the import before them nor the undos after. */
function nounsEdited({ session }: TemporaryWorkspace): unknown[] {
  return session.read
    .prepare(
      `SELECT DISTINCT noun FROM change JOIN change_group ON change_group.id = change.group_id
       WHERE change_group.kind = 'edit' ORDER BY noun`,
    )
    .pluck()
    .all();
}

async function undoesAll(workspace: TemporaryWorkspace, operations: readonly Operation[]): Promise<number> {
  // What the disk keeps is proven elsewhere; here thousands of commits would only wait for it.
  workspace.session.workspace.writer?.pragma('synchronous = OFF');
  const { session, client } = workspace;
  let written = 0;
  for (const entry of operations) if (await perform(workspace, entry)) written += 1;
  const after = dumpOf(session.read);
  const isWhole = () => {
    // A connection of its own, as the scrub has: one that has long read keeps parts of the search index in mind.
    const reader = openReader(workspace.file);
    expect(scrubbed(reader, WORKSPACE_CHECKS).damage).toEqual([]);
    reader.close();
  };
  await session.settled();
  isWhole();

  const undone = await exhaust(() => client.history.undo(), 'E_NOTHING_TO_UNDO');
  expect(dumpOf(session.read)).toEqual(dumpOf(databaseAt(NEWEST_VERSION)));
  expect(verifyChangeLog(session.read).firstBad).toBeNull();
  expect(await exhaust(() => client.history.redo(), 'E_NOTHING_TO_REDO')).toBe(undone);
  expect(dumpOf(session.read)).toEqual(after);
  expect(verifyChangeLog(session.read).firstBad).toBeNull();
  await session.settled();
  isWhole();
  return written;
}

test('undo of 1,000 random commands restores every table but the log, redo brings them back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 1000, maxLength: 1000 }), async (operations) => {
      const workspace = temporaryWorkspace();
      await workspace.client.workspace.addSample();
      // Chance alone leaves a rare noun unedited in some runs.
      for (const { noun } of NOUN_LIST) if (noun !== 'setting') await plant(workspace.client, noun as NounName);
      // Some are refused, as they should be; a test of mere refusals would prove nothing.
      expect(await undoesAll(workspace, operations)).toBeGreaterThan(400);
      expect(nounsEdited(workspace)).toEqual(NOUN_LIST.map(({ noun }) => noun).toSorted());
    }),
    { numRuns: 1, endOnFailure: true },
  );
}, 120_000);

test('undo of any short history restores every table but the log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { maxLength: 40 }), async (operations) => {
      await undoesAll(temporaryWorkspace(), operations);
    }),
    { numRuns: 12 },
  );
}, 120_000);
