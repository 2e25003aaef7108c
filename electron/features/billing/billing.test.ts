import { beforeEach, expect, test } from 'vitest';
import type { TestClient } from '../../testing/hardware.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: TestClient;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  const create = (record: Parameters<TestClient['compute']['create']>[0]['record'], tags = {}) =>
    client.compute.create({ record, tags });
  await create({ name: 'a', provider: 'OVH', monthlyCost: '100.10', contractEnd: '2026-12-01' }, { team: 'web' });
  await create({ name: 'b', provider: 'OVH', annualCost: '1200', renewalDate: '2026-12-31' }, { team: 'db' });
  await create({ name: 'c', provider: 'Hetzner', monthlyCost: '50', currency: 'USD', contractEnd: '2026-11-01' });
  await create({ name: 'd', monthlyCost: '0.20', contractEnd: '2027-06-01' }, { team: 'web' });
  await create({ name: 'without costs', provider: 'OVH' });
});

test('what ends or renews in the next days, soonest first, both days included', async () => {
  const due = await client.billing.due({ days: 41, from: '2026-11-20' });
  // 20 November + 11 days = 1 December; + 41 days = 31 December.
  expect(due.map(({ compute, kind, daysLeft }) => [compute, kind, daysLeft])).toEqual([
    ['a', 'contract end', 11],
    ['b', 'renewal', 41],
  ]);
  expect(due[0]).toMatchObject({ monthlyCost: '100.10', currency: 'EUR', provider: 'OVH' });
  expect(await client.billing.due({ days: 40, from: '2026-11-20' })).toHaveLength(1);
  const overdue = await client.billing.due({ days: 0, from: '2026-11-20', overdue: true });
  // 1 to 20 November: 19 days late.
  expect(overdue.map(({ compute, daysLeft }) => [compute, daysLeft])).toEqual([['c', -19]]);
});

test('totals by provider never add two currencies', async () => {
  const totals = await client.billing.totals({ by: 'provider' });
  expect(totals.map(({ value, currency, computes, perYear }) => [value, currency, computes, perYear])).toEqual([
    ['Hetzner', 'USD', 1, '600.00'],
    // 12 × 100.10 + 1,200
    ['OVH', 'EUR', 2, '2401.20'],
    // 12 × 0.20
    [null, 'EUR', 1, '2.40'],
  ]);
  expect(totals[1]).toMatchObject({ monthlyCost: '100.10', annualCost: '1200.00' });
});

test('totals by tag, and of a query', async () => {
  const byTeam = await client.billing.totals({ by: 'tag:team', query: 'provider=OVH' });
  expect(byTeam.map(({ value, perYear }) => [value, perYear])).toEqual([
    ['db', '1200.00'],
    ['web', '1201.20'],
  ]);
  const all = await client.billing.totals({ by: 'all' });
  expect(all.map(({ currency, monthlyCost }) => [currency, monthlyCost])).toEqual([
    ['EUR', '100.30'],
    ['USD', '50.00'],
  ]);
});
