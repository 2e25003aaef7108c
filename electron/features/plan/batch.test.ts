import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps, booked, gb } from './testing/stated-fleet.ts';

const HOST = { cores: 8, memory: gb(32) };
const SMALL = { cores: 4, memory: gb(8) };

/** Three hosts of 8 cores and 32 GB, and a service of 4 cores and 8 GB (planner.md scenario 11). */
async function threeHosts(spreadMax: number) {
  const { client } = temporaryWorkspace();
  const hosts = [
    await aVps(client, 'h1', HOST),
    await aVps(client, 'h2', HOST),
    await aVps(client, 'h3', HOST),
  ] as const;
  const web = await aService(client, 'web', SMALL, { placement: { spreadMax } });
  return { client, hosts, web };
}

describe('a batch', () => {
  it('places 6 instances two by two on three hosts; by cores alone ceil(24 / 8) = 3 are needed', async () => {
    const { client, web } = await threeHosts(2);
    const plan = await client.plan.batch({ items: [{ subject: { service: web }, quantity: 6 }] });
    expect(plan).toMatchObject({ feasible: true, placed: 6, computesUsed: 3, lowerBound: { computes: 3 } });
    const perHost = Map.groupBy(plan.steps, (step) => step.candidate.compute);
    expect([...perHost.values()].map((steps) => steps.length)).toEqual([2, 2, 2]);
  });

  it('is booked as one group and undone as one', async () => {
    const { client, hosts, web } = await threeHosts(2);
    const plan = await client.plan.batch({ items: [{ subject: { service: web }, quantity: 6 }] });
    const steps = plan.steps.map(({ candidate }) => {
      return { service: web, compute: candidate.computeId, allocated: candidate.allocated };
    });
    const booking = await client.plan.acceptBatch({ steps });
    expect(booking).toMatchObject({ label: 'Place 6 × web', instances: 6, computes: 3 });
    for (const host of hosts) {
      expect((await client.compute.capacity({ ref: host })).allocated).toMatchObject({ cores: 8, memory: gb(16) });
    }
    expect((await client.assignment.list({})).items.map(({ record }) => record.quantity)).toEqual([2, 2, 2]);
    await client.history.undo();
    expect((await client.assignment.list({})).total).toBe(0);
  });

  it('with spread 1 leaves 3 of 6 out, and says that the spread proves it', async () => {
    const { client, web } = await threeHosts(1);
    const plan = await client.plan.batch({ items: [{ subject: { service: web }, quantity: 6 }] });
    expect(plan).toMatchObject({ feasible: false, placed: 3 });
    expect(plan.unplaced).toMatchObject([{ quantity: 3, certificate: { kind: 'room', room: 3, limitedBy: 'spread' } }]);
  });

  it('says what to buy for what stays out: one machine each under the limit of 1 per compute, nothing where all fit', async () => {
    const { client, web } = await threeHosts(1);
    const slots = [
      { name: 'CPU', kind: 'cpu' as const },
      { name: 'A1', kind: 'dimm' as const },
    ];
    await client.deviceType.create({ record: { manufacturer: 'Acme', model: '1U', slots, listPrice: '1000.00' } });
    const part = (model: string, more: { type: 'cpu' | 'ram'; specs: Record<string, number>; listPrice: string }) =>
      client.component.create({ record: { manufacturer: 'Acme', model, ...more } });
    await part('CPU 16', { type: 'cpu', specs: { cores: 16 }, listPrice: '500.00' });
    await part('DIMM 16', { type: 'ram', specs: { capacity_gb: 16 }, listPrice: '90.00' });
    const six = await client.plan.batch({ items: [{ subject: { service: web }, quantity: 6 }] });
    // 4 / 0.7 = 5.7 cores: one CPU; 8 / 0.7 = 11.4 GB: one module. 3 × (1000 + 500 + 90) = 4770
    expect(six.purchases).toMatchObject([
      { service: 'web', quantity: 3, purchase: { machines: 3, price: '4770.00', currency: 'EUR' } },
    ]);
    expect((await client.plan.batch({ items: [{ subject: { service: web }, quantity: 3 }] })).purchases).toEqual([]);
  });

  it('books nothing when one host was filled after the preview', async () => {
    const { client, hosts, web } = await threeHosts(2);
    const plan = await client.plan.batch({ items: [{ subject: { service: web }, quantity: 6 }] });
    const other = await aService(client, 'other', { cores: 6 });
    await booked(client, other, hosts[1], { cores: 6 });
    const steps = plan.steps.map(({ candidate }) => {
      return { service: web, compute: candidate.computeId, allocated: candidate.allocated };
    });
    const refusal = await refusalOf(client.plan.acceptBatch({ steps }));
    expect(refusal.code).toBe('E_CAPACITY');
    expect(refusal.message).toContain('h2 can no longer take web');
    expect((await client.assignment.list({})).total).toBe(1);
  });

  it('keeps a zone spread through steps that a half-written batch would break: 4 over two zones with a skew of 1', async () => {
    const { client } = temporaryWorkspace();
    await aVps(client, 'a1', HOST, { tags: { zone: 'a' } });
    await aVps(client, 'b1', HOST, { tags: { zone: 'b' } });
    const placement = { topologySpread: [{ key: 'zone', maxSkew: 1 }] };
    const web = await aService(client, 'web', { cores: 2 }, { placement });
    const plan = await client.plan.batch({ items: [{ subject: { service: web }, quantity: 4 }] });
    const steps = plan.steps.map(({ candidate }) => {
      return { service: web, compute: candidate.computeId, allocated: candidate.allocated };
    });
    await client.plan.acceptBatch({ steps });
    expect((await client.assignment.list({})).items.map(({ record }) => record.quantity)).toEqual([2, 2]);
  });

  it('places a set in one run: one of 8 cores and two of 4 fill two hosts of 8', async () => {
    const { client } = temporaryWorkspace();
    await aVps(client, 'h1', { cores: 8 });
    await aVps(client, 'h2', { cores: 8 });
    const items = [
      { subject: { service: await aService(client, 'small', { cores: 4 }) }, quantity: 2 },
      { subject: { service: await aService(client, 'large', { cores: 8 }) }, quantity: 1 },
    ];
    const plan = await client.plan.batch({ items });
    expect(plan).toMatchObject({ feasible: true, placed: 3, computesUsed: 2 });
    // Largest first, else a small one on each host would keep the large one out.
    expect(plan.steps[0]?.service).toBe('large');
  });
});
