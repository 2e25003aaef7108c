import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import type { TestClient } from '../../testing/hardware.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: TestClient;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  await client.group.create({ record: { name: 'shop' } });
  await client.group.create({ record: { name: 'checkout', parentId: 'shop' } });
  await client.group.create({ record: { name: 'payment', parentId: 'checkout' } });
});

async function put(ref: string, parentId: string | null) {
  const { version } = await client.group.get({ ref });
  return client.group.update({ ref, version, patch: { parentId } });
}

test.each([
  ['shop', 'payment'],
  ['shop', 'checkout'],
  ['payment', 'payment'],
])('%s cannot be part of %s', async (name, parent) => {
  const refusal = await refusalOf(put(name, parent));
  expect(refusal).toMatchObject({ code: 'E_CYCLE', message: `A group cannot be part of itself; ${name} would be.` });
});

test('a branch moves within the tree', async () => {
  await put('payment', 'shop');
  await put('checkout', 'payment');
  const { references, record } = await client.group.get({ ref: 'checkout' });
  expect(references[record.parentId ?? '']).toBe('payment');
});

test('a group with computes or groups in it is not deleted, and counts its computes', async () => {
  await client.compute.create({ record: { name: 'web-1', groupId: 'payment' } });
  expect((await client.group.get({ ref: 'payment' })).derived).toEqual({ computes: 1 });
  expect((await refusalOf(client.group.remove({ refs: ['payment'] }))).message).toContain('in use by web-1');
  expect((await refusalOf(client.group.remove({ refs: ['shop'] }))).message).toContain('in use by checkout');
});

test('costs by group count what each one pays itself, or all that is part of it', async () => {
  const cost = (name: string, groupId: string | null, monthlyCost: string) =>
    client.compute.create({ record: { name, groupId, monthlyCost } });
  await cost('a', 'shop', '1');
  await cost('b', 'checkout', '10');
  await cost('c', 'payment', '100');
  await cost('d', null, '1000');
  const perYear = async (by: 'group' | 'group tree') =>
    (await client.billing.totals({ by })).map((row) => [row.value, row.computes, row.perYear]);
  expect(await perYear('group')).toEqual([
    ['checkout', 1, '120.00'],
    ['payment', 1, '1200.00'],
    ['shop', 1, '12.00'],
    [null, 1, '12000.00'],
  ]);
  // checkout: 12 × (10 + 100); shop: 12 × (1 + 10 + 100)
  expect(await perYear('group tree')).toEqual([
    ['checkout', 2, '1320.00'],
    ['payment', 1, '1200.00'],
    ['shop', 3, '1332.00'],
    [null, 1, '12000.00'],
  ]);
});
