import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fillEveryTable } from '../testing/bit-flips.ts';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { openNew } from './connection.ts';
import { verifyChangeLog } from './verify.ts';

const SCRIPT = join(import.meta.dirname, '..', '..', 'docs', 'formats', 'verify-workspace.mjs');

/** The documented script, which imports nothing of ours. */
function verified(file: string, ...head: string[]): { ok: boolean; text: string } {
  const { status, stdout } = spawnSync(process.execPath, [SCRIPT, file, ...head], {
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  return { ok: status === 0, text: stdout.trim() };
}

async function written() {
  const workspace = temporaryWorkspace();
  await fillEveryTable(workspace);
  const { head, checked } = verifyChangeLog(workspace.session.read);
  await workspace.session.close();
  return { file: workspace.file, head, checked };
}

test('the documented script verifies a workspace with a row of every noun, and comes to the same head', async () => {
  const { file, head, checked } = await written();
  const { ok, text } = verified(file, head);
  expect(text).toMatch(new RegExp(`^${checked} entries and \\d+ rows are as they were written\\. Head: ${head}$`));
  expect(ok).toBe(true);
  expect(verified(file, 'ab'.repeat(32))).toEqual({
    ok: false,
    text: 'The log does not lead to that head: entries were rewritten or cut off.',
  });
});

test.each([
  [
    "UPDATE change SET after = replace(after, 'web-7', 'web-8') WHERE after LIKE '%\"web-7\"%'",
    /^Entry \d+ is not what was written\.$/,
  ],
  ["UPDATE change_group SET actor = 'eve' WHERE id = 3", /^Entry \d+ is not what was written\.$/],
  [
    "UPDATE compute SET notes = 'x' WHERE serial = 'SN1'",
    /^The compute \S+ does not hold in notes what its entries say\.$/,
  ],
  ["DELETE FROM compute WHERE serial = 'SN1'", /^The compute \S+ is missing\.$/],
])('it finds %s', async (sql, sentence) => {
  const { file } = await written();
  const copy = join(temporaryFolder(), 'Copy.rackwright');
  copyFileSync(file, copy);
  const database = openNew(copy);
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
  const { ok, text } = verified(copy);
  expect(ok).toBe(false);
  expect(text).toMatch(sentence);
});
