import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps, booked } from './testing/stated-fleet.ts';

async function runningWeb() {
  const { client } = temporaryWorkspace();
  const one = await aVps(client, 'one', { cores: 8 }, { tags: { env: 'prod', zone: 'a' } });
  const two = await aVps(client, 'two', { cores: 8 }, { tags: { env: 'prod', zone: 'b' } });
  const placement = {
    affinity: [{ matchLabels: { env: 'prod' } }],
    spreadMax: 2,
    topologySpread: [{ key: 'zone', maxSkew: 1 }],
  };
  const web = await aService(client, 'web', { cores: 2 }, { placement });
  await booked(client, web, one, { cores: 2 });
  await booked(client, web, two, { cores: 2 });
  return { client, one, two, web };
}

describe('where a service runs', () => {
  it('holds while nothing has changed', async () => {
    const { client } = await runningWeb();
    const where = await client.service.where({ ref: 'web' });
    expect(where).toMatchObject({ instances: 2, holds: true, together: [] });
    expect(where.rows.map(({ compute, broken }) => [compute, broken.length])).toEqual([
      ['one', 0],
      ['two', 0],
    ]);
    expect(await client.service.drift()).toEqual([]);
  });

  it('tells of a tag that went, a state, a smaller machine and a larger minimum', async () => {
    const { client, one, two } = await runningWeb();
    const { version } = await client.compute.get({ ref: two });
    await client.compute.update({ ref: two, version, patch: { state: 'maintenance' }, tags: { zone: 'b' } });
    const where = await client.service.where({ ref: 'web' });
    expect(where.holds).toBe(false);
    expect(where.rows[0]).toMatchObject({ compute: 'two' });
    expect(where.rows[0]?.broken.map(({ code }) => code)).toEqual(['STATE', 'AFFINITY']);
    await client.compute.bulkUpdate({ refs: [one], patch: { statedCores: 1 } });
    const service = await client.service.get({ ref: 'web' });
    await client.service.update({ ref: 'web', version: service.version, patch: { minSpec: { cores: 3 } } });
    const [drifted] = await client.service.drift();
    expect(drifted).toMatchObject({ service: 'web', computes: 2 });
    expect(drifted?.messages).toContain('one: Cores: 2 cores are booked on this compute, which has 1 core.');
    expect(drifted?.messages).toContain('one: Cores: each instance has 2 cores; the service now asks for 3 cores.');
  });

  it('tells of zones that have come apart: 2 in a against 0 in b', async () => {
    const { client, one, two } = await runningWeb();
    const { items } = await client.assignment.list({ query: '' });
    const onTwo = items.find(({ record }) => record.computeId === two)?.record.id ?? '';
    await client.assignment.remove({ refs: [onTwo] });
    const onOne = items.find(({ record }) => record.computeId === one)?.record.id ?? '';
    const { version } = await client.assignment.get({ ref: onOne });
    const patch = { quantity: 2, overrideReason: 'Zone b is being rebuilt' };
    await client.assignment.update({ ref: onOne, version, patch });
    const where = await client.service.where({ ref: 'web' });
    expect(where.together.map(({ message }) => message)).toEqual([
      'zone a holds 2 while b holds 0; the difference may be 1.',
    ]);
  });

  it('does not call drift what was set aside on purpose', async () => {
    const { client } = temporaryWorkspace();
    const host = await aVps(client, 'host', { cores: 8 }, { tags: { env: 'dev' } });
    const web = await aService(
      client,
      'web',
      { cores: 2 },
      { placement: { affinity: [{ matchLabels: { env: 'prod' } }] } },
    );
    const record = { serviceId: web, computeId: host, allocated: { cores: 2 }, overrideReason: 'A test machine' };
    await client.assignment.create({ record });
    const where = await client.service.where({ ref: web });
    expect(where.holds).toBe(true);
    expect(where.rows[0]).toMatchObject({ overrideReason: 'A test machine', broken: [{ code: 'AFFINITY' }] });
    expect(await client.service.drift()).toEqual([]);
  });
});

describe('one service on several machines', () => {
  it('previews and books each on top of those before it, as one group', async () => {
    const { client } = temporaryWorkspace();
    for (const [name, cores] of [
      ['a', 4],
      ['b', 2],
      ['c', 4],
    ] as const)
      await aVps(client, name, { cores });
    await aService(client, 'agent', { cores: 1 }, { maxSpec: { cores: 3 } });
    const computes = ['a', 'b', 'c', 'a'];
    const preview = await client.assignment.previewMany({ service: 'agent', computes });
    // Each once: 3 of 4 cores, then 1 + floor(2 · 99 / 100) = 2 of 2, then 3 of 4.
    expect(preview.rows.map((row) => row.verdict === 'candidate' && row.allocated.cores)).toEqual([3, 2, 3]);
    const made = await client.assignment.toMany({ service: 'agent', computes });
    expect(made).toMatchObject({ label: 'Place agent on 3 computes', booked: 3, skipped: [] });
    await client.history.undo();
    expect((await client.assignment.list({})).total).toBe(0);
  });

  it('books on none when one cannot take it, unless told to leave it out or to set rules aside', async () => {
    const { client } = temporaryWorkspace();
    await aVps(client, 'a', { cores: 4 });
    await aVps(client, 'tiny', { cores: 1 });
    await aService(client, 'agent', { cores: 2 });
    const input = { service: 'agent', computes: ['a', 'tiny'] };
    const refusal = await refusalOf(client.assignment.toMany(input));
    expect(refusal.code).toBe('E_CAPACITY');
    expect(refusal.message).toContain(
      '1 of 2 computes cannot take agent; nothing was booked. tiny: Cores: 2 cores needed',
    );
    expect((await client.assignment.list({})).total).toBe(0);
    const fitting = await client.assignment.toMany({ ...input, onlyFitting: true });
    expect(fitting).toMatchObject({ booked: 1, skipped: [{ compute: 'tiny' }] });
    await client.history.undo();
    const forced = await client.assignment.toMany({ ...input, overrideReason: 'Both must run it' });
    expect(forced).toMatchObject({ booked: 2, skipped: [] });
    const { items } = await client.assignment.list({});
    const reasons = new Set(items.map(({ record }) => record.overrideReason));
    expect(reasons).toEqual(new Set([null, 'Both must run it']));
  });
});
