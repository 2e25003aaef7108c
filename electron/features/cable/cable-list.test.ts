import { expect, test } from 'vitest';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('a list of cables says both ends, the kind and the racks, and is filtered by them', async () => {
  const { client } = temporaryWorkspace();
  const rackId = await plant(client, 'rack', { name: 'A1' });
  await client.equipment.create({ record: { name: 'sw-1', type: 'switch' } });
  await client.compute.create({ record: { name: 'web-1' } });
  await client.rack.mount({ device: 'sw-1', rack: rackId, positionHalfU: 0 });
  for (const objectId of ['sw-1', 'web-1'])
    for (const name of ['eth0', 'eth1']) await client.port.create({ record: { objectId, kind: 'interface', name } });
  const end = (device: string, name: string) => ({ device, name });
  const { id } = await client.cable.connect({ a: end('sw-1', 'eth0'), b: end('web-1', 'eth1'), label: 'C7' });

  const { items } = await client.cable.list({ query: 'rack:A1 b:web*' });
  expect(items.map(({ derived }) => derived)).toEqual([
    { a: 'sw-1 eth0', b: 'web-1 eth1', kind: 'interface', rack: 'A1', farRack: null },
  ]);
  expect((await client.cable.list({ query: 'a:web*' })).total).toBe(0);
  expect((await client.cable.list({ query: 'kind:interface' })).total).toBe(1);
  expect((await client.cable.list({ query: 'kind:power-port' })).total).toBe(0);
  const { references, record, name } = await client.cable.get({ ref: id });
  expect(name).toBe('cable of sw-1 eth0 and web-1 eth1');
  expect(references[record.aPortId]).toBe('sw-1 eth0');
});
