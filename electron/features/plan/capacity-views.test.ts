import { describe, expect, it } from 'vitest';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { aService, aVps, booked, gb } from './testing/stated-fleet.ts';

/** Free on the three: 8 cores and 16 GB, 4 cores and 64 GB, 16 cores and 8 GB (planner.md scenario 14). */
async function threeHoles() {
  const { client } = temporaryWorkspace();
  const wide = await aVps(client, 'wide', { cores: 8, memory: gb(16) }, { owner: 'Search', tags: { env: 'prod' } });
  await aVps(client, 'deep', { cores: 4, memory: gb(64) }, { owner: 'Search' });
  await aVps(client, 'fast', { cores: 16, memory: gb(8) }, { tags: { env: 'prod' } });
  const profile = await aService(client, 'profile', { cores: 4, memory: gb(8) });
  return { client, wide, profile };
}

describe('stranded capacity', () => {
  it('takes 2 + 1 + 1 = 4 more of 4 cores and 8 GB, and names what runs out first', async () => {
    const { client } = await threeHoles();
    const answer = await client.capacity.stranded({ service: 'profile' });
    expect(answer.fits).toBe(4);
    const rows = Object.fromEntries(
      answer.rows.map(({ compute, blocker, fits, stranded }) => [
        compute,
        [blocker, fits, stranded.cores, stranded.memory],
      ]),
    );
    expect(rows).toEqual({
      // min(8/4, 16/8) = 2: both run out; nothing is left.
      wide: ['cores', 2, 0, 0],
      // min(4/4, 64/8) = 1: cores; 64 - 8 = 56 GB are left.
      deep: ['cores', 1, 0, gb(56)],
      // min(16/4, 8/8) = 1: memory; 16 - 4 = 12 cores are left.
      fast: ['memory', 1, 12, 0],
    });
    expect(answer.blockers.map(({ blocker, computes }) => [blocker, computes])).toEqual([
      ['cores', 2],
      ['memory', 1],
    ]);
  });

  it('strands all room of a resting compute', async () => {
    const { client } = await threeHoles();
    await client.compute.bulkUpdate({ refs: ['deep'], patch: { state: 'maintenance' } });
    const answer = await client.capacity.stranded({ service: 'profile' });
    expect(answer.fits).toBe(3);
    expect(answer.rows.find(({ compute }) => compute === 'deep')).toMatchObject({
      blocker: 'state',
      fits: 0,
      stranded: { cores: 4, memory: gb(64) },
    });
  });

  it('without a service asks for the mean of what runs: (4 + 2) / 2 = 3 cores and (8 + 4) / 2 = 6 GB', async () => {
    const { client, wide, profile } = await threeHoles();
    await booked(client, profile, wide, { cores: 4, memory: gb(8) });
    const small = await aService(client, 'small', { cores: 2, memory: gb(4) });
    await booked(client, small, wide, { cores: 2, memory: gb(4) });
    const { profile: mean } = await client.capacity.stranded({});
    expect(mean.spec).toMatchObject({ cores: 3, memory: gb(6), gpu: 0 });
  });
});

describe('use by group', () => {
  it('sums total and allocated per owner: (8 / 12 + 16 / 80) / 2 = 0.4333 of Search', async () => {
    const { client, wide, profile } = await threeHoles();
    await booked(client, profile, wide, { cores: 4, memory: gb(8) }, 2);
    const { groups, fleet } = await client.capacity.usage({ by: 'owner' });
    expect(groups.map(({ value, computes }) => [value, computes])).toEqual([
      ['Search', 2],
      [null, 1],
    ]);
    expect(groups[0]).toMatchObject({ total: { cores: 12, memory: gb(80) }, allocated: { cores: 8, memory: gb(16) } });
    expect(groups[0]?.utilisation).toBeCloseTo((8 / 12 + 16 / 80) / 2, 12);
    expect(fleet).toMatchObject({ computes: 3, resting: 0, total: { cores: 28 } });
  });

  it('groups by the user’s own tag and within a query', async () => {
    const { client } = await threeHoles();
    const byTag = await client.capacity.usage({ by: 'tag:env' });
    expect(byTag.groups.map(({ value, computes }) => [value, computes])).toEqual([
      ['prod', 2],
      [null, 1],
    ]);
    const within = await client.capacity.usage({ by: 'tag:env', query: 'name:fast' });
    expect(within.fleet.computes).toBe(1);
  });

  it('tells racks of one name in two rooms apart', async () => {
    const { client } = await threeHoles();
    await client.site.create({ record: { name: 'fra1' } });
    for (const room of ['Hall 1', 'Hall 2']) await client.room.create({ record: { name: room, siteId: 'fra1' } });
    const racks = await Promise.all(
      ['Hall 1', 'Hall 2'].map((roomId) => client.rack.create({ record: { name: 'A01', roomId, heightU: 42 } })),
    );
    for (const [index, name] of ['wide', 'deep'].entries())
      await client.placement.create({ record: { objectId: name, rackId: racks[index]?.id ?? '', positionHalfU: 0 } });
    const { groups } = await client.capacity.usage({ by: 'rack' });
    expect(groups.map(({ value }) => value)).toEqual(['fra1 · Hall 1 · A01', 'fra1 · Hall 2 · A01', null]);
  });
});

describe('most used and overbooked', () => {
  it('ranks by the mean or by one resource; 8 of 8 cores and 16 of 16 GB before 4 of 16', async () => {
    const { client, wide, profile } = await threeHoles();
    await booked(client, profile, wide, { cores: 4, memory: gb(8) }, 2);
    await booked(client, profile, 'fast', { cores: 4, memory: gb(8) });
    const most = await client.capacity.loaded({ order: 'most', by: 'cores' });
    expect(most.rows.map(({ compute }) => compute)).toEqual(['wide', 'fast', 'deep']);
    const least = await client.capacity.loaded({ order: 'least', limit: 1 });
    expect(least).toMatchObject({ total: 3, rows: [{ compute: 'deep', utilisation: 0 }] });
  });

  it('lists an overbooked compute only once its capacity is below what is booked', async () => {
    const { client, wide, profile } = await threeHoles();
    await booked(client, profile, wide, { cores: 4, memory: gb(8) }, 2);
    expect(await client.capacity.overbooked()).toEqual([]);
    await client.compute.bulkUpdate({ refs: [wide], patch: { statedCores: 6 } });
    const [row] = await client.capacity.overbooked();
    expect(row).toMatchObject({ compute: 'wide', total: { cores: 6 }, allocated: { cores: 8 } });
  });
});
