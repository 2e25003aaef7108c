import { expect, test } from 'vitest';
import type { ComputeTotals } from '../../../shared/rules/totals-model.ts';
import { hardwareWorkspace } from '../../testing/hardware.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import type { GeneratedRow } from '../sample/sample-row.ts';
import { writeSampleRows } from '../sample/service.ts';
import { CapacityReader } from './repository.ts';

test('the totals of all computes in one pass are those of each alone', async () => {
  const workspace = temporaryWorkspace();
  const { client, session } = workspace;
  await client.component.create({ record: { type: 'cpu', manufacturer: 'A', model: 'B', specs: { cores: 8 } } });
  await client.flavor.create({ record: { name: 'small', cores: 2, memoryMb: 4096 } });
  await client.compute.create({ record: { name: 'with flavor', type: 'vm', flavorId: 'small' } });
  await client.compute.create({ record: { name: 'stated', type: 'vm', statedCores: 3 } });
  await client.compute.create({ record: { name: 'empty' } });
  for (const name of ['one', 'two']) await client.compute.create({ record: { name } });
  await client.component.assign({ computes: ['one', 'two', 'one'], component: 'A B', quantity: 2 });
  await client.component.assign({ computes: ['one'], component: 'A B' });
  const reader = new CapacityReader(session.read);
  const told = new Map<string, ComputeTotals>();
  reader.everyTotals((id, totals) => told.set(id, totals));
  const names = await client.compute.list({});
  expect([...told.keys()].toSorted()).toEqual(names.items.map(({ record }) => record.id).toSorted());
  for (const [id, totals] of told) expect(totals).toEqual(reader.totals(id));
  const cores = new Map(names.items.map(({ record, name }) => [name, told.get(record.id)?.cores]));
  // 2 × 8 and one more of 8; 2 × 8; the flavor's 2; the stated 3; nothing.
  expect(Object.fromEntries(cores)).toEqual({ one: 24, two: 16, 'with flavor': 2, stated: 3, empty: 0 });
});

test('an import of most of the computes there are adds up each of them, and undoing it leaves the others', async () => {
  const workspace = temporaryWorkspace();
  const { client, session } = workspace;
  await client.component.create({ record: { type: 'cpu', manufacturer: 'A', model: 'B', specs: { cores: 8 } } });
  await client.compute.create({ record: { name: 'older' } });
  await client.component.assign({ computes: ['older'], component: 'A B', quantity: 3 });
  const computes = Array.from({ length: 600 }, (_, index): GeneratedRow => ({
    noun: 'compute',
    key: `compute:${index}`,
    record: { name: `new-${index}` },
  }));
  const cpu: GeneratedRow = {
    noun: 'component',
    key: 'cpu',
    record: { type: 'cpu', manufacturer: 'A', model: 'C', specs: { cores: 4 } },
  };
  const fitted = computes.map(({ key }, index): GeneratedRow => ({
    noun: 'componentAssignment',
    record: { computeId: key, componentId: 'cpu', quantity: 1 + (index % 2) },
  }));
  await session.write({ kind: 'import', label: 'Many' }, (write) =>
    writeSampleRows(write, [cpu, ...computes, ...fitted]),
  );
  const cores = async (name: string) =>
    (await client.compute.list({ query: `name=${name}` })).items[0]?.derived['cores'];
  // 1 × 4, 2 × 4, 3 × 8.
  expect([await cores('new-0'), await cores('new-1'), await cores('older')]).toEqual([4, 8, 24]);
  await client.history.undo();
  expect([await cores('new-0'), await cores('older')]).toEqual([undefined, 24]);
});

test('the setting that counts threads changes every list at once', async () => {
  const client = await hardwareWorkspace();
  for (const name of ['a', 'b']) await client.compute.create({ record: { name } });
  await client.component.assign({ computes: ['a'], component: 'Intel Xeon 6430', quantity: 2 });
  const { version } = await client.setting.get({ ref: 'workspace' });
  await client.setting.update({ ref: 'workspace', version, patch: { coresCount: 'threads' } });
  const { items } = await client.compute.list({});
  // 2 × 64 threads.
  expect(items.map(({ name, derived }) => [name, derived['cores']])).toEqual([
    ['a', 128],
    ['b', 0],
  ]);
});
