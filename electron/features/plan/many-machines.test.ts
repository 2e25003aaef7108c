import { describe, expect, it } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps, booked } from './testing/stated-fleet.ts';

describe('one service on several machines', () => {
  it('previews each compute as planning it alone does: max, part of the way, and why not', async () => {
    const { client } = temporaryWorkspace();
    for (const [name, cores] of [
      ['roomy', 8],
      ['tight', 3],
      ['small', 1],
    ] as const)
      await aVps(client, name, { cores });
    await aVps(client, 'resting', { cores: 8 }, { state: 'maintenance' });
    await aService(client, 'agent', { cores: 2 }, { maxSpec: { cores: 4 }, placement: { spreadMax: 1 } });
    await booked(client, 'agent', await aVps(client, 'taken', { cores: 8 }), { cores: 2 });
    const computes = ['roomy', 'tight', 'small', 'resting', 'taken'];
    const { rows } = await client.assignment.previewMany({ service: 'agent', computes });
    // 2 + floor(2 × 50 / 100) = 3 of 3 cores.
    expect(rows.map((row) => (row.verdict === 'candidate' ? row.allocated.cores : row.reasons[0]?.code))).toEqual([
      4,
      3,
      'INSUFFICIENT',
      'STATE',
      'SPREAD',
    ]);
    for (const [index, compute] of computes.entries()) {
      const alone = await client.plan.explain({ subject: { service: 'agent' }, compute });
      expect({ ...rows[index], rank: 0 }).toEqual({ ...alone, rank: 0 });
    }
  });

  it('counts what was placed before it where instances are spread over places: 1 of each zone and no more', async () => {
    const { client } = temporaryWorkspace();
    for (const [name, zone] of [
      ['one', 'a'],
      ['two', 'a'],
      ['three', 'b'],
    ] as const)
      await aVps(client, name, { cores: 4 }, { tags: { zone } });
    await aService(client, 'agent', { cores: 1 }, { placement: { topologySpread: [{ key: 'zone', maxSkew: 1 }] } });
    const { rows } = await client.assignment.previewMany({ service: 'agent', computes: ['one', 'two', 'three'] });
    // one: a 1, b 0. two: a would be 2 while b is 0. three: b 1.
    expect(rows.map(({ verdict }) => verdict)).toEqual(['candidate', 'rejected', 'candidate']);
  });

  it('books what was shown, or nothing', async () => {
    const { client } = temporaryWorkspace();
    const host = await aVps(client, 'host', { cores: 4 });
    await aService(client, 'agent', { cores: 1 }, { maxSpec: { cores: 4 } });
    const input = { service: 'agent', computes: ['host'], previewed: { [host]: { cores: 4 } } };
    await booked(client, await aService(client, 'other', { cores: 2 }), host, { cores: 2 });
    // Now 2 cores are free, 1 + floor(3 × 33 / 100) = 1 of the way is 2 at most: not the 4 that were shown.
    const changed = await refusalOf(client.assignment.toMany(input));
    expect(changed).toMatchObject({ code: 'E_CONFLICT' });
    await client.compute.bulkUpdate({ refs: [host], patch: { state: 'maintenance' } });
    const gone = await refusalOf(client.assignment.toMany({ ...input, onlyFitting: true }));
    expect(gone).toMatchObject({ code: 'E_CAPACITY' });
    expect(gone.message).toContain('host can no longer take agent');
    expect((await client.assignment.list({ query: 'serviceId=agent' })).total).toBe(0);
  });

  it('an override keeps what instances that are there were given, and takes the minimum elsewhere', async () => {
    const { client } = temporaryWorkspace();
    const agent = await aService(client, 'agent', { cores: 1 }, { maxSpec: { cores: 4 }, placement: { spreadMax: 1 } });
    await booked(client, agent, await aVps(client, 'taken', { cores: 4 }), { cores: 3 });
    await aVps(client, 'resting', { cores: 4 }, { state: 'inactive' });
    await client.assignment.toMany({ service: agent, computes: ['taken', 'resting'], overrideReason: 'Both must' });
    const { items, references } = await client.assignment.list({});
    const rows = items.map(({ record }) => {
      return [references[record.computeId] ?? '', { quantity: record.quantity, allocated: record.allocated }] as const;
    });
    expect(Object.fromEntries(rows)).toEqual({
      resting: { quantity: 1, allocated: { cores: 1 } },
      taken: { quantity: 2, allocated: { cores: 3 } },
    });
  });
});
