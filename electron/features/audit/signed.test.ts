import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { auditedHall, hallAudit } from './testing/audited-hall.ts';

type Client = TemporaryWorkspace['client'];

let workspace: TemporaryWorkspace;
let client: Client;
let session: string;
let observation: string;

/** Spring: all was read but web-3, which is ignored; not signed yet. */
beforeEach(async () => {
  workspace = await auditedHall();
  ({ client } = workspace);
  session = await hallAudit(workspace);
  await client.audit.scanMany({ session, text: 'rack101\nSN-1\nSN-2\nrack102\nSN-4' });
  const { observation: last } = await client.audit.scan({ session, text: 'X-99' });
  observation = last.id;
  for (const rack of ['rack101', 'rack102']) await client.audit.finishRack({ session, rack });
  const { discrepancies } = await client.audit.discrepancies({ session });
  const decisions = discrepancies.map(({ key }) => ({
    discrepancy: key,
    decision: 'ignore' as const,
    reason: 'On loan',
  }));
  await client.audit.decide({ session, decisions });
});

test('the second person is another one than the auditor, and is printed with the head of the log', async () => {
  expect((await refusalOf(client.audit.sign({ session, secondPerson: ' TESTER ' }))).message).toBe(
    'The second person must be another one than the auditor.',
  );
  const { session: signed, head } = await client.audit.sign({ session, secondPerson: 'Sam' });
  expect(signed).toMatchObject({ status: 'signed', signedBy: 'tester', secondPerson: 'Sam' });
  const { text } = await client.audit.reportText({ session, format: 'markdown' });
  expect(text).toContain(head);
  expect(text).toMatch(/by tester, with Sam/);
  await client.site.create({ record: { name: 'Rome' } });
  expect(await client.audit.verify({ session, head })).toMatchObject({ ok: true, signed: true, head, problems: [] });
});

test('a device that was read says when, by whom and how closely; one that was not is due as before', async () => {
  await client.audit.sign({ session });
  const audited = async (ref: string) => (await client.compute.get({ ref })).record;
  expect(await audited('web-1')).toMatchObject({ lastAuditedBy: 'tester', lastAuditLevel: 'presence' });
  expect((await audited('web-1')).lastAudited).toMatch(/^20\d\d-\d\d-\d\dT/);
  expect(await audited('web-3')).toMatchObject({ lastAudited: null, lastAuditedBy: null, lastAuditLevel: null });
  const due = await client.compute.list({ query: 'lastAudited="" or lastAudited<2020-01-01' });
  expect(due.items.map(({ record }) => record.name)).toEqual(['web-3']);
});

describe('a signed audit is not changed any more, whoever asks:', () => {
  const X_99 = 'unknown:x-99';
  const COMMANDS: readonly [name: string, command: () => Promise<unknown>][] = [
    ['scan', () => client.audit.scan({ session, text: 'SN-3' })],
    ['scanMany', () => client.audit.scanMany({ session, text: 'SN-3' })],
    ['tick', () => client.audit.tick({ session, device: 'web-3' })],
    ['setPlace', () => client.audit.setPlace({ session, rack: 'rack101' })],
    ['choose', () => client.audit.choose({ session, observation, device: 'web-3' })],
    ['takeBack', () => client.audit.takeBack({ session, observation })],
    ['finishRack', () => client.audit.finishRack({ session, rack: 'rack101' })],
    ['reopenRack', () => client.audit.reopenRack({ session, rack: 'rack101' })],
    ['pause', () => client.audit.pause({ session })],
    ['resume', () => client.audit.resume({ session })],
    ['decide', () => client.audit.decide({ session, decisions: [{ discrepancy: X_99, decision: 'create' }] })],
    ['undecide', () => client.audit.undecide({ session, discrepancies: [X_99] })],
    ['apply', () => client.audit.apply({ session })],
    ['sign', () => client.audit.sign({ session })],
    ['update', () => client.auditSession.update({ ref: session, version: 0, patch: { name: 'Other' } })],
    ['remove', () => client.auditSession.remove({ refs: [session] })],
    ['remove an observation', () => client.observation.remove({ refs: [observation] })],
    ['write an observation', () => client.observation.create({ record: { sessionId: session, raw: 'SN-3' } })],
  ];

  test.each(COMMANDS.map(([name]) => name))('%s', async (name) => {
    await client.audit.sign({ session });
    const { head } = await client.audit.verify({ session });
    const command = COMMANDS.find(([other]) => other === name)?.[1];
    const { version } = await client.auditSession.get({ ref: session });
    const refusal = await refusalOf(
      name === 'update'
        ? client.auditSession.update({ ref: session, version, patch: { name: 'Other' } })
        : (command?.() ?? Promise.resolve()),
    );
    expect(refusal.code).toBe('E_READONLY');
    expect(await client.audit.verify({ session })).toMatchObject({ ok: true, head, problems: [] });
  });

  test('reverting one of its changes', async () => {
    await client.audit.sign({ session });
    for (const { id, label } of await client.history.groups({ text: 'Spring' })) {
      const { code } = await refusalOf(client.history.revert({ id }));
      expect([label, code]).toEqual([label, expect.stringMatching(/^E_(READONLY|CONFLICT|IN_USE)$/)]);
    }
  });
});
