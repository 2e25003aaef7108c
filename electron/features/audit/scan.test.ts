import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { server } from '../../testing/racks.ts';
import type { TemporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { auditedHall, hallAudit } from './testing/audited-hall.ts';

let workspace: TemporaryWorkspace;
let session: string;

beforeEach(async () => {
  workspace = await auditedHall();
  session = await hallAudit(workspace);
});

async function scan(text: string) {
  return workspace.client.audit.scan({ session, text });
}

async function classes(...texts: string[]) {
  const found: (string | null)[] = [];
  for (const text of texts) found.push((await scan(text)).class);
  return found;
}

describe('a scan', () => {
  test('is classed by place: here, moved, already seen, unknown', async () => {
    expect((await scan('rack101')).place).toMatchObject({ name: 'rack101', at: '' });
    expect(await classes('SN-1', 'SN-1', 'SN-4', 'X-99')).toEqual(['here', 'already-seen', 'moved', 'unknown']);
    const answer = await scan('db-1');
    expect(answer).toMatchObject({ class: 'already-seen', device: { name: 'db-1', noun: 'compute' } });
    expect(answer.progress).toMatchObject({ expected: 4, seen: 2, odd: 1, unseen: 2, extra: 2 });
  });

  test.each([
    ['the serial number', ' sn-2\r\n'],
    ['the asset tag', 'at-2'],
    ['the name', 'WEB-2'],
  ])('matches %s, trimmed and in any case', async (_, text) => {
    await scan('RACK101');
    expect(await scan(text)).toMatchObject({ class: 'here', device: { name: 'web-2' } });
  });

  test('matches a MAC address in any spelling, and our own QR code', async () => {
    const { items } = await workspace.client.port.list({});
    const port = items.find(({ record }) => record.name === 'eth1');
    const { version } = await workspace.client.port.get({ ref: port?.record.id ?? '' });
    await workspace.client.port.update({ ref: port?.record.id ?? '', version, patch: { mac: '3c:fd:fe:a1:b2:c3' } });
    const second = (await workspace.client.audit.start({ name: 'Second', scope: { kind: 'query', query: '' } })).id;
    const found = await workspace.client.audit.scan({ session: second, text: '3CFD.FEA1.B2C3' });
    expect(found).toMatchObject({ class: 'here', device: { id: port?.record.objectId } });
    const link = `rackwright://compute/${found.device?.id}`;
    expect(await scan(link)).toMatchObject({ class: 'here', device: { id: port?.record.objectId } });
  });

  test('says the wrong unit when one was given, and the unit holds for one scan', async () => {
    await scan('rack101');
    expect((await scan('U5')).place).toMatchObject({ at: 'U5', positionHalfU: 8 });
    expect(await classes('SN-1')).toEqual(['wrong-slot']);
    // web-2 takes U5 and U6.
    expect(await classes('u6', 'SN-2', 'SN-3')).toEqual([null, 'here', 'here']);
  });

  test('of a device recorded outside is moved in our racks, else out of scope', async () => {
    await server(workspace, 'late-1', { serial: 'SN-9' });
    expect(await classes('SN-9', 'rack102', 'SN-9')).toEqual(['out-of-scope', null, 'moved']);
  });

  test('that several records fit is chosen by hand, or by the rack', async () => {
    await server(workspace, 'twin-1', { serial: 'DUP-1' });
    await server(workspace, 'twin-2', { serial: 'DUP-1' });
    await workspace.client.rack.mount({ device: 'twin-1', rack: 'rack101', positionHalfU: 40 });
    await workspace.client.rack.mount({ device: 'twin-2', rack: 'rack102', positionHalfU: 40 });
    const again = (await workspace.client.audit.start({ name: 'Second', scope: { kind: 'room', room: 'Hall 1' } })).id;
    const first = await workspace.client.audit.scan({ session: again, text: 'DUP-1' });
    expect(first).toMatchObject({ class: 'several', device: null, place: { rackId: null } });
    expect(first.candidates.map(({ name }) => name).toSorted()).toEqual(['twin-1', 'twin-2']);
    const chosen = await workspace.client.audit.choose({
      session: again,
      observation: first.observation.id,
      device: 'twin-2',
    });
    expect(chosen).toMatchObject({ class: 'here', device: { name: 'twin-2' } });
    await workspace.client.audit.scan({ session: again, text: 'rack101' });
    const second = await workspace.client.audit.scan({ session: again, text: 'DUP-1' });
    expect(second).toMatchObject({ class: 'here', device: { name: 'twin-1' } });
  });

  test('of several numbers in one reading is taken apart where that is without doubt', async () => {
    await scan('rack101');
    const glued = await scan('SN-1SN-2');
    expect([glued, ...glued.more].map(({ device }) => device?.name)).toEqual(['web-1', 'web-2']);
    const spaced = await scan('sn-3 sn-1');
    expect([spaced, ...spaced.more].map(({ class: shown }) => shown)).toEqual(['here', 'already-seen']);
    expect(await scan('SN-1XYZ')).toMatchObject({ class: 'unknown', more: [] });
  });

  test('of a placeholder never matches, even where a record holds it', async () => {
    await server(workspace, 'oem-1', { serial: 'To Be Filled By O.E.M.' });
    const found = await scan('to be filled by o.e.m.');
    expect(found).toMatchObject({ class: 'unknown', device: null });
    expect(found.message).toContain('says nothing');
    expect(await classes('--')).toEqual(['unknown']);
  });

  test('of nothing is refused', async () => {
    expect((await refusalOf(scan('  \r\n'))).message).toBe(
      'Nothing was read; scan or type a number, a name or a label.',
    );
  });
});

test('a list is scanned line by line, all of it in one change', async () => {
  const { client } = workspace;
  const { counts, groupId } = await client.audit.scanMany({ session, text: 'rack101\nSN-1\r\nSN-2\n\nnobody\n' });
  expect(counts).toEqual([
    { class: 'here', count: 2 },
    { class: 'unknown', count: 1 },
  ]);
  expect((await client.history.group({ id: groupId ?? 0 })).map(({ noun }) => noun)).toEqual(
    Array.from({ length: 4 }, () => 'observation'),
  );
  await client.history.undo();
  expect((await client.audit.session({ session })).progress.seen).toBe(0);
});

test('the walk goes on after a restart where it was left, and each session keeps its own', async () => {
  await scan('rack101');
  await scan('SN-1');
  const other = await hallAudit(workspace, { name: 'Autumn' });
  await workspace.client.audit.pause({ session });
  await workspace.reopen();
  const { client } = workspace;
  expect(await client.audit.session({ session: 'Spring' })).toMatchObject({
    status: 'paused',
    place: { name: 'rack101' },
    progress: { seen: 1 },
  });
  expect((await client.audit.session({ session: other })).progress.seen).toBe(0);
  expect((await refusalOf(scan('SN-2'))).message).toBe('Spring is paused; resume it to go on.');
  await client.audit.resume({ session });
  expect(await classes('SN-2')).toEqual(['here']);
});

test('the list is frozen when the audit begins', async () => {
  const { client } = workspace;
  await client.rack.move({ moves: [{ device: 'web-1', rack: 'rack102', positionHalfU: 60 }] });
  await scan('rack101');
  expect(await classes('SN-1')).toEqual(['here']);
});

test('a finished rack has what was not seen as missing, until it is opened again', async () => {
  const { client } = workspace;
  await scan('rack101');
  await scan('SN-1');
  const { missing, progress, next } = await client.audit.finishRack({ session, rack: 'rack101' });
  expect(missing.map(({ name, at }) => [name, at])).toEqual([
    ['web-2', 'U5'],
    ['web-3', 'U9'],
  ]);
  expect(progress).toMatchObject({ expected: 3, seen: 1, unseen: 0, missing: 2 });
  expect(next).toMatchObject({ name: 'rack102', finished: false });
  const { devices } = await client.audit.rack({ session, rack: 'rack101' });
  expect(devices.map(({ state }) => state)).toEqual(['seen', 'missing', 'missing']);
  expect((await client.audit.reopenRack({ session, rack: 'rack101' })).progress).toMatchObject({
    unseen: 2,
    missing: 0,
  });
});

test('a tick by hand is seen in its place; taking it back makes it unseen', async () => {
  const { client } = workspace;
  const { observation, class: shown } = await client.audit.tick({ session, device: 'web-3' });
  expect(shown).toBe('here');
  const { progress } = await client.audit.takeBack({ session, observation: observation.id });
  expect(progress.seen).toBe(0);
  expect(await client.audit.tick({ session, device: 'web-3', rack: 'rack102' })).toMatchObject({ class: 'moved' });
});

test('the rows of an audit are not written past it', async () => {
  const { client } = workspace;
  const record = { sessionId: session, raw: 'SN-1' };
  expect((await refusalOf(client.observation.create({ record }))).code).toBe('E_READONLY');
  const { observation } = await scan('SN-1');
  expect((await refusalOf(client.observation.remove({ refs: [observation.id] }))).code).toBe('E_READONLY');
  await client.auditSession.remove({ refs: [session] });
  expect((await client.observation.list({})).total).toBe(0);
});
