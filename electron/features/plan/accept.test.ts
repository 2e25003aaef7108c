import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps, booked, gb } from './testing/stated-fleet.ts';

describe('accepting a candidate', () => {
  it('books exactly what was previewed: 2 cores and 8 GB beside 8 of 16 cores and 32 of 64 GB, and undo takes it back', async () => {
    const { client } = temporaryWorkspace();
    const host = await aVps(client, 'host', { cores: 16, memory: gb(64) });
    const other = await aService(client, 'other', { cores: 8, memory: gb(32) });
    await booked(client, other, host, { cores: 8, memory: gb(32) });
    const web = await aService(client, 'web', { cores: 2, memory: gb(8) });

    const { candidates } = await client.plan.rank({ subject: { service: 'web' } });
    expect(candidates).toHaveLength(1);
    // (10/16 + 40/64) / 2 = 0.625, inside 60 to 70 %
    expect(candidates[0]).toMatchObject({ compute: 'host', score: 100, utilisation: 0.625 });
    const allocated = candidates[0]?.allocated ?? {};
    await client.plan.accept({ service: web, compute: host, quantity: 1, allocated });

    const { allocated: now } = await client.compute.capacity({ ref: host });
    expect(now).toMatchObject({ cores: 10, memory: gb(40) });
    await client.history.undo();
    expect((await client.compute.capacity({ ref: host })).allocated).toMatchObject({ cores: 8, memory: gb(32) });
  });

  it('raises the quantity of the one assignment when accepted again', async () => {
    const { client } = temporaryWorkspace();
    const host = await aVps(client, 'host', { cores: 16 });
    const web = await aService(client, 'web', { cores: 2 });
    const accept = () => client.plan.accept({ service: web, compute: host, quantity: 2, allocated: { cores: 2 } });
    const first = await accept();
    const second = await accept();
    expect(second.assignmentId).toBe(first.assignmentId);
    const { items } = await client.assignment.list({});
    expect(items.map(({ record }) => record.quantity)).toEqual([4]);
  });

  it('refuses a preview that no longer shows what would be booked', async () => {
    const { client } = temporaryWorkspace();
    const host = await aVps(client, 'host', { cores: 8 });
    const web = await aService(client, 'web', { cores: 2 }, { maxSpec: { cores: 8 } });
    const { candidates } = await client.plan.rank({ subject: { service: web } });
    expect(candidates[0]?.allocated).toMatchObject({ cores: 8 });
    const other = await aService(client, 'other', { cores: 4 });
    await booked(client, other, host, { cores: 4 });
    const late = { service: web, compute: host, quantity: 1, allocated: { cores: 8 } };
    expect(await refusalOf(client.plan.accept(late))).toMatchObject({ code: 'E_CONFLICT' });
    await booked(client, await aService(client, 'filler', { cores: 3 }), host, { cores: 3 });
    const refusal = await refusalOf(client.plan.accept({ ...late, allocated: { cores: 2 } }));
    expect(refusal).toMatchObject({ code: 'E_CAPACITY' });
    expect(refusal.message).toContain('short 1 core');
    expect((await client.assignment.list({ query: '' })).total).toBe(2);
  });

  it('judges a topology spread within the scope that was planned', async () => {
    const { client } = temporaryWorkspace();
    const size = { cores: 8 };
    const first = await aVps(client, 'a1', size, { tags: { zone: 'a', pool: 'x' } });
    await aVps(client, 'b1', size, { tags: { zone: 'b' } });
    const web = await aService(
      client,
      'web',
      { cores: 1 },
      { placement: { topologySpread: [{ key: 'zone', maxSkew: 1 }] } },
    );
    await booked(client, web, first, { cores: 1 });
    // Over both zones a second one in a would make 2 against 0; within pool x there is no other zone to fall behind.
    const wanted = { service: web, compute: first, quantity: 1, allocated: { cores: 1 } };
    expect(await refusalOf(client.plan.accept(wanted))).toMatchObject({ code: 'E_CAPACITY' });
    const inPool = await client.plan.accept({ ...wanted, constraints: { tags: { pool: 'x' } } });
    expect(inPool.label).toBe('Place web');
  });
});

describe('booking by form', () => {
  it('refuses what would skew a topology spread, unless an override says why', async () => {
    const { client } = temporaryWorkspace();
    const first = await aVps(client, 'a1', { cores: 8 }, { tags: { zone: 'a' } });
    await aVps(client, 'b1', { cores: 8 }, { tags: { zone: 'b' } });
    const keyless = await aVps(client, 'c1', { cores: 8 });
    const web = await aService(
      client,
      'web',
      { cores: 1 },
      { placement: { topologySpread: [{ key: 'zone', maxSkew: 1 }] } },
    );
    const record = { serviceId: web, computeId: first, allocated: { cores: 1 } };
    const refusal = await refusalOf(client.assignment.create({ record: { ...record, quantity: 2 } }));
    expect(refusal.code).toBe('E_PLACEMENT');
    expect(refusal.message).toContain('zone a would hold 2 of web while the least is 0; the difference may be 1');
    const { id, version } = await client.assignment.create({ record });
    const growing = client.assignment.update({ ref: id, version, patch: { quantity: 2 } });
    expect(await refusalOf(growing)).toMatchObject({ code: 'E_PLACEMENT' });
    const nowhere = await refusalOf(client.assignment.create({ record: { ...record, computeId: keyless } }));
    expect(nowhere.message).toContain('c1 has no zone');
    const overridden = { ...record, computeId: keyless, overrideReason: 'Agreed with the owner' };
    expect((await client.assignment.create({ record: overridden })).id).not.toBe(id);
  });

  it('spreads over racks by their names, which no tag holds', async () => {
    const { client } = temporaryWorkspace();
    await client.site.create({ record: { name: 'fra1' } });
    await client.room.create({ record: { name: 'Hall 1', siteId: 'fra1' } });
    for (const name of ['r1', 'r2']) await client.rack.create({ record: { name, roomId: 'Hall 1', heightU: 42 } });
    const [one, two] = [await aVps(client, 'one', { cores: 8 }), await aVps(client, 'two', { cores: 8 })];
    await client.placement.create({ record: { objectId: one, rackId: 'r1', positionHalfU: 0 } });
    await client.placement.create({ record: { objectId: two, rackId: 'r2', positionHalfU: 0 } });
    const placement = { topologySpread: [{ key: '@rack', maxSkew: 1 }] };
    const web = await aService(client, 'web', { cores: 1 }, { placement });
    await booked(client, web, one, { cores: 1 });
    const second = await refusalOf(
      client.assignment.create({ record: { serviceId: web, computeId: two, quantity: 3, allocated: { cores: 1 } } }),
    );
    expect(second.message).toContain('@rack r2 would hold 3');
    // 1 on r1, 2 on r2: a difference of 1
    await booked(client, web, two, { cores: 1 }, 2);
  });
});
