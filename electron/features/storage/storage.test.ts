import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { aServer, hardwareWorkspace, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;

beforeEach(async () => {
  client = await hardwareWorkspace();
  await aServer(client, 'a');
});

async function fourDisks() {
  await client.component.assign({ computes: ['a'], component: 'Samsung PM9A3', quantity: 4, slot: 'Bay 0-3' });
  return (await client.storage.groups({ compute: 'a' })).loose.map(({ assignmentId, unit }) => ({
    assignment: assignmentId,
    unit,
  }));
}

describe('a group is made of disks', () => {
  test('some of an assignment are split from the others; capacity, tolerance and loose disks follow', async () => {
    const disks = await fourDisks();
    const { group } = await client.storage.saveGroup({
      compute: 'a',
      name: 'data',
      level: 'RAID 5',
      members: disks.slice(0, 3),
      hotSpares: disks.slice(3),
    });
    // (3 − 1) × 960
    expect(group?.capacity).toMatchObject({ capacityGb: 1920, disksThatMayFail: 1, state: 'ok' });
    expect(group?.members.map(({ slot }) => slot)).toEqual(['Bay 0', 'Bay 1', 'Bay 2']);
    expect(group?.hotSpares.map(({ slot }) => slot)).toEqual(['Bay 3']);
    expect((await client.compute.capacity({ ref: 'a' })).total.nvme).toBe(2 * 960);
    await client.history.undo();
    expect((await client.compute.capacity({ ref: 'a' })).total.nvme).toBe(4 * 960);
  });

  test.each([5, '5', 'raid5', 'RAID 5', 'Raid-5'])('level %s is stored in one form', async (level) => {
    const members = await fourDisks();
    const { group } = await client.storage.saveGroup({ compute: 'a', name: 'data', level, members });
    expect(group).toMatchObject({ level: 'raid5', capacity: { capacityGb: 3 * 960 } });
  });

  test('an unfinished group is kept, says what is missing and counts 0 GB', async () => {
    const disks = await fourDisks();
    const { group } = await client.storage.saveGroup({
      compute: 'a',
      name: 'data',
      level: 6,
      members: disks.slice(0, 3),
    });
    expect(group?.capacity).toMatchObject({ state: 'unfinished', capacityGb: 0, missingMembers: 1 });
    expect(group?.findings[0]?.message).toContain('RAID 6 needs at least 4 disks and has 3; add 1 disk.');
    // Only the loose fourth disk counts.
    expect((await client.compute.capacity({ ref: 'a' })).total.nvme).toBe(960);
  });

  test('the level of a whole group is changed at once; disks left out become loose; it may be renamed', async () => {
    const members = await fourDisks();
    await client.storage.saveGroup({ compute: 'a', name: 'data', level: 10, members });
    const again = (await client.storage.groups({ compute: 'a' })).groups[0]?.members ?? [];
    const chosen = again.slice(0, 2).map(({ assignmentId, unit }) => ({ assignment: assignmentId, unit }));
    await client.storage.saveGroup({ compute: 'a', name: 'boot', previousName: 'data', level: 1, members: chosen });
    const { groups, loose, totalGb } = await client.storage.groups({ compute: 'a' });
    expect(groups.map(({ name, level, capacity }) => [name, level, capacity?.capacityGb])).toEqual([
      ['boot', 'raid1', 960],
    ]);
    expect(loose).toHaveLength(2);
    expect(totalGb).toBe(960 + 2 * 960);
  });

  test('a disk of another group is refused, and so is a disk chosen twice', async () => {
    const disks = await fourDisks();
    await client.storage.saveGroup({ compute: 'a', name: 'one', level: 1, members: disks.slice(0, 2) });
    const { groups } = await client.storage.groups({ compute: 'a' });
    const [taken] = (groups[0]?.members ?? []).map(({ assignmentId, unit }) => ({ assignment: assignmentId, unit }));
    const members = taken ? [taken] : [];
    const refused = await refusalOf(client.storage.saveGroup({ compute: 'a', name: 'two', level: 0, members }));
    expect(refused.message).toBe('Samsung PM9A3 in Bay 0 is in RAID group one; take it out of that group first.');
    const twice = await refusalOf(
      client.storage.saveGroup({ compute: 'a', name: 'one', level: 1, members, hotSpares: members }),
    );
    expect(twice.code).toBe('E_RAID');
  });
});

describe('the rule of single assignments', () => {
  const raid = { raidLevel: '5', raidGroup: 'data' };

  test('refuses a second level in one group', async () => {
    await client.component.assign({ computes: ['a'], component: 'Samsung PM9A3', quantity: 3, ...raid });
    const refused = await refusalOf(
      client.component.assign({ computes: ['a'], component: 'Samsung PM9A3', raidLevel: 6, raidGroup: 'DATA' }),
    );
    expect(refused.code).toBe('E_RAID');
    expect(refused.message).toContain('RAID group DATA is RAID 5, and RAID 6 was given; a group has one level.');
  });

  test('refuses RAID on parts that store nothing', async () => {
    const refused = await refusalOf(client.component.assign({ computes: ['a'], component: 'Delta DPS-800', ...raid }));
    expect(refused.message).toContain('Delta DPS-800 is a psu part; only storage is in a RAID group.');
  });

  test('refuses a level that is none', async () => {
    const refused = await refusalOf(
      client.component.assign({ computes: ['a'], component: 'Samsung PM9A3', raidLevel: 'raid50', raidGroup: 'x' }),
    );
    expect(refused.code).toBe('E_FORMAT');
  });
});

describe('failure and rebuild', () => {
  test('a failed member degrades the group and says what another failure would do; a rebuild ends it', async () => {
    const members = await fourDisks();
    await client.storage.saveGroup({ compute: 'a', name: 'data', level: 5, members });
    const [disk] = members;
    if (!disk) throw new Error('There are four disks.');
    const failed = await client.storage.markFailed({ compute: 'a', disk });
    expect(failed.group?.capacity).toMatchObject({
      state: 'degraded',
      capacityGb: 3 * 960,
      disksThatMayFail: 0,
      ifAnotherFails: 'Another failure loses all data of the group.',
    });
    const rebuilt = await client.storage.recordRebuild({
      compute: 'a',
      name: 'data',
      on: '2026-11-20',
      notes: 'new disk',
    });
    expect(rebuilt.group?.capacity?.state).toBe('ok');
    const { assignments } = await client.componentAssignment.slotMap({ compute: 'a' });
    expect(assignments.map(({ notes }) => notes).filter(Boolean)).toEqual(['Rebuilt on 2026-11-20: new disk']);
    expect((await refusalOf(client.storage.recordRebuild({ compute: 'a', name: 'data' }))).code).toBe('E_STATE');
  });
});

test('the preview of a group is the arithmetic of a stored one', async () => {
  const sizes = [1000, 1000, 1000, 4000].map((capacityGb) => ({ capacityGb }));
  const ten = await client.storage.preview({ level: '10', members: sizes });
  // 4 / 2 × 1,000; the reference program says 3,500. 3,000 GB of the large disk are lost.
  expect(ten.capacity).toMatchObject({ capacityGb: 2000, lostToMixedSizesGb: 3000, efficiency: 2000 / 7000 });
  const md = await client.storage.preview({ level: 0, implementation: 'md', members: sizes });
  expect(md.capacity?.capacityGb).toBe(1000 + 1000 + 1000 + 4000);
  const none = await client.storage.preview({ level: 5, members: [] });
  expect(none).toMatchObject({ capacity: null, findings: [{ code: 'RAID_UNFINISHED' }] });
});
