import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { hardwareWorkspace, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;

beforeEach(async () => {
  client = await hardwareWorkspace();
  await client.flavor.create({ record: { name: 'm5.large', cores: 2, memoryMb: 8192, nvmeGb: 40 } });
});

async function sizeOf(ref: string) {
  const { cores, memory, nvme } = (await client.compute.capacity({ ref })).total;
  return [cores, memory, nvme];
}

test('a size is what is stated, else what the flavor says, else what the parts add up to', async () => {
  await client.compute.create({ record: { name: 'vm', type: 'vm', flavorId: 'm5.large', statedCores: 4 } });
  expect(await sizeOf('vm')).toEqual([4, 8192, 40]);
  await client.compute.create({ record: { name: 'metal' } });
  await client.component.assign({ computes: ['metal'], component: 'Samsung PM9A3' });
  expect(await sizeOf('metal')).toEqual([0, 0, 960]);
});

test('a changed flavor changes every compute of that size, in lists too', async () => {
  await client.compute.create({ record: { name: 'vm', type: 'vm', flavorId: 'm5.large' } });
  const { record, version } = await client.flavor.get({ ref: 'm5.large' });
  await client.flavor.update({ ref: record.id, version, patch: { memoryMb: 16_384 } });
  expect(await sizeOf('vm')).toEqual([2, 16_384, 40]);
  const { items } = await client.compute.list({ query: 'memory>=16GB' });
  expect(items.map(({ name }) => name)).toEqual(['vm']);
  await client.history.undo();
  expect(await sizeOf('vm')).toEqual([2, 8192, 40]);
});

test('a flavor in use stays', async () => {
  await client.compute.create({ record: { name: 'vm', type: 'vm', flavorId: 'm5.large' } });
  expect((await refusalOf(client.flavor.remove({ refs: ['m5.large'] }))).code).toBe('E_IN_USE');
});
