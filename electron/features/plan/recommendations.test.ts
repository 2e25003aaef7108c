import { describe, expect, it } from 'vitest';
import { aServer, hardwareWorkspace } from '../../testing/hardware.ts';
import { aService, aVps, booked, gb } from './testing/stated-fleet.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

describe('recommendations', () => {
  it('come in order: relax, move, add parts, buy', async () => {
    const client = await hardwareWorkspace();
    const { slots } = (await client.compute.get({ ref: await aServer(client, 'probe') })).record;
    await client.compute.remove({ refs: ['probe'] });
    await client.deviceType.create({
      record: { manufacturer: 'Acme', model: 'Server', slots: slots ?? [], powerWatts: 1000, listPrice: '1000.00' },
    });
    await client.component.bulkUpdate({ refs: ['Intel Xeon 6430'], patch: { listPrice: '2000.00' } });
    await client.component.bulkUpdate({ refs: ['Samsung M321R4GA3BB6'], patch: { listPrice: '150.00' } });
    const server = await aServer(client, 'server');
    const fitted = { computeId: server, componentId: 'Intel Xeon 6430', quantity: 1 };
    await client.componentAssignment.create({ record: fitted });
    await client.componentAssignment.create({
      record: { computeId: server, componentId: 'Samsung M321R4GA3BB6', quantity: 2 },
    });
    const resident = await aService(client, 'resident', { cores: 4, memory: gb(16) });
    await booked(client, resident, server, { cores: 4, memory: gb(16) });
    await aVps(client, 'spare-room', { cores: 8, memory: gb(16) });
    // 2 × 32 = 64 GB less 16 booked leaves 48: 16 short of 64, in cores 28 of 8 are free.
    const wanted = await aService(client, 'wanted', { cores: 8, memory: gb(64) });

    const { recommendations, gap } = await client.plan.recommend({ subject: { service: wanted } });
    const kinds = [...new Set(recommendations.map(({ kind }) => kind))];
    expect(kinds).toEqual(['relax', 'move', 'upgrade', 'buy']);
    const move = recommendations.find(({ kind }) => kind === 'move');
    expect(move).toMatchObject({ compute: 'server', move: { service: 'resident', toCompute: 'spare-room' } });
    const upgrade = recommendations.find(({ kind }) => kind === 'upgrade');
    // One more module of 32 GB makes up the 16 that are short; six of the eight slots are free.
    expect(upgrade).toMatchObject({
      compute: 'server',
      parts: [{ part: 'Samsung M321R4GA3BB6', quantity: 1, source: 'catalogue', price: '150.00' }],
      price: '150.00',
    });
    const buy = recommendations.find(({ kind }) => kind === 'buy');
    // 8 / 0.7 = 11.4 cores: one CPU of 32. 64 / 0.7 = 91.4 GB: three modules of 32. 1000 + 2000 + 3 × 150 = 3450
    expect(buy).toMatchObject({ machines: 1, price: '3450.00', currency: 'EUR', objective: 'price' });
    expect(gap).toMatchObject({ quantity: 1, spec: { cores: 8, memory: gb(64) }, closest: { compute: 'server' } });
  });

  it('take parts from a spare shelf before any are bought', async () => {
    const client = await hardwareWorkspace();
    const server = await aServer(client, 'server');
    await client.componentAssignment.create({
      record: { computeId: server, componentId: 'Intel Xeon 6430', quantity: 1 },
    });
    await client.componentAssignment.create({
      record: { computeId: server, componentId: 'Samsung M321R4GA3BB6', quantity: 1 },
    });
    await client.spareShelf.create({ record: { name: 'Shelf' } });
    await client.stockLevel.create({
      record: { componentId: 'Samsung M321R4GA3BB6', spareShelfId: 'Shelf', minimum: 0, looseUnits: 2 },
    });
    const wanted = await aService(client, 'wanted', { memory: gb(96) });
    const { recommendations } = await client.plan.recommend({ subject: { service: wanted } });
    const upgrade = recommendations.find(({ kind }) => kind === 'upgrade');
    // 96 - 32 = 64 GB short: two modules of 32, both on the shelf.
    expect(upgrade).toMatchObject({ parts: [{ quantity: 2, source: 'spare' }], price: '0.00' });
  });

  it('are empty when something fits, and offer no machine for rules that contradict each other', async () => {
    const { client } = temporaryWorkspace();
    await aVps(client, 'host', { cores: 8 }, { tags: { env: 'prod' } });
    const fits = await aService(client, 'fits', { cores: 2 });
    expect(await client.plan.recommend({ subject: { service: fits } })).toEqual({
      recommendations: [],
      gap: null,
      outdated: false,
    });
    const placement = { affinity: [{ matchLabels: { env: 'prod' } }, { matchLabels: { env: 'dev' } }] };
    const never = await aService(client, 'never', { cores: 2 }, { placement });
    const { recommendations } = await client.plan.recommend({ subject: { service: never } });
    expect(recommendations.map(({ kind }) => kind)).toEqual(['relax']);
  });
});
