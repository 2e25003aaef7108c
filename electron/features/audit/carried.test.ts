import { expect, test } from 'vitest';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { auditedHall, hallAudit } from './testing/audited-hall.ts';

/** An audit in which these are read in rack101, web-3 is not, and all that differs is carried over. */
async function carriedOver({ client }: TemporaryWorkspace, session: string, read: readonly string[]) {
  await client.audit.scanMany({ session, text: ['rack101', ...read, 'rack102', 'db-1'].join('\n') });
  for (const rack of ['rack101', 'rack102']) await client.audit.finishRack({ session, rack });
  const { discrepancies } = await client.audit.discrepancies({ session });
  const decisions = discrepancies.map(({ key }) => ({
    discrepancy: key,
    decision: 'carry-over' as const,
    reason: 'Asked the owner',
  }));
  if (decisions.length > 0) await client.audit.decide({ session, decisions });
  await client.audit.sign({ session });
}

test('what was carried over is shown and counted in the next audit over the same devices, and only there', async () => {
  const workspace = await auditedHall();
  const { client } = workspace;
  await carriedOver(workspace, await hallAudit(workspace), ['web-1', 'web-2', 'X-99']);

  const elsewhere = await client.audit.start({ name: 'Other rack', scope: { kind: 'racks', racks: ['rack102'] } });
  expect(elsewhere.session.carriedIn).toBe(0);
  const summer = await hallAudit(workspace, { name: 'Summer' });
  expect((await client.audit.session({ session: summer })).carriedIn).toBe(2);
  const states = async () =>
    (await client.audit.discrepancies({ session: summer })).carried.map(({ name, state }) => [name, state]);
  expect(await states()).toEqual([
    ['web-3', 'open'],
    ['X-99', 'open'],
  ]);
  await client.audit.scanMany({ session: summer, text: 'rack101\nweb-1\nweb-2\nweb-3\nX-99' });
  await client.audit.finishRack({ session: summer, rack: 'rack101' });
  expect(await states()).toEqual([
    ['web-3', 'gone'],
    ['X-99', 'again'],
  ]);
  const { discrepancies, carried } = await client.audit.discrepancies({ session: summer });
  expect(discrepancies).toMatchObject([
    { name: 'X-99', resolution: null, carriedFrom: { session: 'Spring', reason: 'Asked the owner' } },
  ]);
  expect(carried[0]?.message).toBe('web-3 is recorded at rack101 U9 and was not seen.');
  const report = (await client.audit.reportText({ session: summer, format: 'markdown' })).text;
  expect(report).toContain('| Carried over into this audit | 2 |');
  expect(report).toContain('| Spring | Asked the owner | Not found any more |');

  await carriedOver(workspace, summer, []);
  const autumn = await hallAudit(workspace, { name: 'Autumn' });
  const next = (await client.audit.discrepancies({ session: autumn })).carried;
  expect(next.map(({ name, session }) => [name, session])).toEqual([['X-99', 'Summer']]);
});

test('every device that an audit touched gets one journal entry, undone with the sign-off', async () => {
  const workspace = await auditedHall();
  const { client } = workspace;
  const session = await hallAudit(workspace);
  await client.audit.scanMany({ session, text: 'rack101\nweb-1\nU30\nweb-2\nrack102\ndb-1' });
  for (const rack of ['rack101', 'rack102']) await client.audit.finishRack({ session, rack });
  const { discrepancies } = await client.audit.discrepancies({ session });
  const decisions = discrepancies.map(({ key }) => ({ discrepancy: key, decision: 'keep' as const }));
  await client.audit.decide({ session, decisions });
  expect(await client.audit.previewSign({ session })).toMatchObject({ devices: 3, journalled: 4 });
  await client.audit.sign({ session });
  const entries = async () => (await client.journalEntry.list({})).items.map(({ record }) => record.content).toSorted();
  expect((await entries()).filter((content) => content.startsWith('Audit Spring'))).toEqual([
    'Audit Spring: seen where it is recorded.',
    'Audit Spring: seen where it is recorded.',
    'Audit Spring: web-2 is recorded at rack101 U5 and was seen at rack101 U30. Decided: keep record.',
    'Audit Spring: web-3 is recorded at rack101 U9 and was not seen. Decided: keep record.',
  ]);
  await client.history.undo();
  expect((await entries()).filter((content) => content.startsWith('Audit Spring'))).toEqual([]);
});
