import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { TestClient } from '../../testing/hardware.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { NOT_ENTERED, REAL_ARRAYS, type RealArray } from './testing/real-arrays.ts';

const DATA = process.env['RACKWRIGHT_DATA'] ?? join(import.meta.dirname, '../../../../shared/data');

let client: TestClient;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  await client.compute.create({ record: { name: 'host' } });
});

function read(file: string): string {
  return readFileSync(join(DATA, file), 'utf8');
}

function number(text: string, pattern: RegExp): number {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`${pattern.source} is not in the file.`);
  return Number(found);
}

/** Arrays of a few GB and less are entered a thousand times as large, because capacities are told in whole GB. */
function scaleFor(bytes: number): number {
  return bytes < 50e9 ? 1000 : 1;
}

function sizesOf(array: RealArray): { reportedGb: number; memberGb: number } {
  const text = read(array.file);
  const bytes = number(text, array.reported) * array.unit;
  const scale = scaleFor(bytes);
  const { member } = array;
  const memberBytes = 'printed' in member ? number(text, member.printed) * member.unit : bytes / member.dataDisks;
  const rounded = Math.round((memberBytes * scale) / 1e6) / 1000;
  return { reportedGb: (bytes * scale) / 1e9, memberGb: rounded };
}

async function enter(array: RealArray, memberGb: number) {
  const record = { type: 'storage', manufacturer: 'Any', model: 'Disk', specs: { capacity_gb: memberGb } } as const;
  await client.component.create({ record });
  const spares = array.hotSpares ?? 0;
  await client.component.assign({ computes: ['host'], component: 'Any Disk', quantity: array.members + spares });
  const { loose } = await client.storage.groups({ compute: 'host' });
  const disks = loose.map(({ assignmentId, unit }) => ({ assignment: assignmentId, unit }));
  await client.storage.saveGroup({
    compute: 'host',
    name: 'array',
    level: array.level,
    implementation: array.implementation,
    nominalMembers: array.nominal ?? null,
    members: disks.slice(0, array.members),
    hotSpares: disks.slice(array.members),
  });
  for (let index = 0; index < (array.failed ?? 0); index++) await failFirstWorking();
  return (await client.storage.groups({ compute: 'host' })).groups[0];
}

async function failFirstWorking(): Promise<void> {
  const { groups } = await client.storage.groups({ compute: 'host' });
  const disk = groups[0]?.members.find(({ failed }) => !failed);
  if (!disk) throw new Error('No member is left to fail.');
  await client.storage.markFailed({ compute: 'host', disk: { assignment: disk.assignmentId, unit: disk.unit } });
}

describe('arrays found in the wild can be entered and have the size that their tool reports', () => {
  test.each(REAL_ARRAYS.map((array) => [array.name, array] as const))('%s', async (_name, array) => {
    const { reportedGb, memberGb } = sizesOf(array);
    const group = await enter(array, memberGb);
    expect(group?.capacity?.state).toBe(array.state);
    expect(group?.hotSpares).toHaveLength(array.hotSpares ?? 0);
    // Rounded down to whole GB, from members rounded to MB.
    const difference = reportedGb - (group?.capacity?.capacityGb ?? 0);
    expect(Math.abs(difference)).toBeLessThan(1 + array.members * 0.001);
  });

  test('there are more than twenty of them', () => {
    expect(REAL_ARRAYS.length).toBeGreaterThan(20);
  });
});

test('mdadm --examine of a RAID 0 member agrees with what was worked back from the array', () => {
  const array = number(read('3-raid/mdadm/jc/mdadm-query-raid0-ok.out'), /Array Size : (\d+)/);
  const sectors = number(read('3-raid/mdadm/jc/mdadm-examine-raid0-offline.out'), /Avail Dev Size : (\d+)/);
  // 200,704 sectors of 512 bytes = 100,352 KiB, twice.
  expect(array).toBe((2 * sectors * 512) / 1024);
});

test('the members of the Marvell and Redfish arrays are as large as worked back', () => {
  const disk = number(read('3-raid/other-cli/ironlib/mvcli/info-pd'), /PD valid size: +(\d+) K/);
  const array = number(read('3-raid/other-cli/ironlib/mvcli/info-vd'), /^size: +(\d+) M/m);
  expect(Math.floor(disk / 1024)).toBe(array);
  const drive = 'redfish-trees/Redfish-Publications/dmtf-public-localstorage/Systems/437XR1138R2/Storage/1/Drives';
  const bytes = number(read(`2-hardware-dumps/${drive}/3F5A8C54207B7233/index.json`), /"CapacityBytes": (\d+)/);
  expect(bytes).toBe(899_527_000_064);
});

describe('what is not entered as an array', () => {
  test.each(NOT_ENTERED)('%s: %s (%s)', (file, words, why) => {
    expect(read(file)).toContain(words);
    expect(why).not.toBe('');
  });

  test('an array whose members are faulty or spare is failed and counts nothing', async () => {
    await client.component.create({
      record: { type: 'storage', manufacturer: 'Any', model: 'Disk', specs: { capacity_gb: 5 } },
    });
    const raid = { component: 'Any Disk', computes: ['host'], raidGroup: 'md4' };
    await client.component.assign({ ...raid, raidLevel: 1 });
    await client.component.assign({ ...raid, hotSpare: true });
    const { groups } = await client.storage.groups({ compute: 'host' });
    const [disk] = groups[0]?.members ?? [];
    const [spare] = groups[0]?.hotSpares ?? [];
    await client.storage.saveGroup({
      compute: 'host',
      name: 'md4',
      level: 1,
      nominalMembers: 2,
      members: [{ assignment: disk?.assignmentId ?? '', unit: 0 }],
      hotSpares: [{ assignment: spare?.assignmentId ?? '', unit: 0 }],
    });
    const failed = await client.storage.markFailed({
      compute: 'host',
      disk: { assignment: disk?.assignmentId ?? '', unit: 0 },
    });
    expect(failed.group?.capacity).toMatchObject({ state: 'failed', capacityGb: 0 });
  });
});
