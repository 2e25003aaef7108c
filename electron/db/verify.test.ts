import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import { verifyChangeLog } from './verify.ts';

interface Row {
  readonly seq: number;
  readonly noun: string;
  readonly object_id: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly hash: Buffer;
  readonly group_id: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly label: string;
  readonly target: number | null;
}

/** The chain as docs/formats/change-log.md tells a stranger to compute it, without any code of ours. */
function headByTheBook(rows: readonly Row[]): string {
  let previous = '0'.repeat(64);
  for (const row of rows) {
    const group = JSON.stringify([row.group_id, row.at, row.actor, row.kind, row.label, row.target]);
    const lines = [previous, group, row.seq, row.noun, row.object_id, row.before ?? '', row.after ?? ''];
    previous = createHash('sha256').update(lines.join('\n')).digest('hex');
    expect(previous).toBe(row.hash.toString('hex'));
  }
  return previous;
}

test('the chain is what the documentation says, whatever people write into names and labels', async () => {
  const { session, client } = temporaryWorkspace();
  const names = ['Köln "West"\n', 'a\u2028b', '\u{1F469}\u200D\u{1F680}', 'line\\nbreak', 'half a pair \ud83d'];
  for (const name of names) await client.site.create({ record: { name } });
  const { items } = await client.site.list({});
  for (const { record } of items) await client.site.remove({ refs: [record.id] });

  const rows = session.read
    .prepare<[], Row>(
      `SELECT change.*, at, actor, kind, label, target FROM change JOIN change_group ON change_group.id = group_id
       ORDER BY seq`,
    )
    .all();
  const verification = verifyChangeLog(session.read);
  expect(verification).toMatchObject({ ok: true, checked: 10, firstBad: null });
  expect(headByTheBook(rows)).toBe(verification.head);
  expect(await client.history.verify({ head: verification.head })).toEqual(verification);
});

test('an older head is still part of the log that grew from it; another log’s head is not', async () => {
  const { session, client } = temporaryWorkspace();
  const empty = verifyChangeLog(session.read);
  expect(empty).toEqual({ ok: true, checked: 0, head: '0'.repeat(64), firstBad: null });
  await client.site.create({ record: { name: 'Berlin' } });
  const { head } = verifyChangeLog(session.read);
  await client.site.create({ record: { name: 'Paris' } });
  expect(verifyChangeLog(session.read, empty.head).ok).toBe(true);
  expect(verifyChangeLog(session.read, head).ok).toBe(true);
  expect(verifyChangeLog(session.read, 'ab'.repeat(32))).toMatchObject({
    ok: false,
    firstBad: { seq: 3, reason: 'The log no longer leads to the given head: entries were rewritten or cut off.' },
  });
});
