import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { blade, server, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

/** A server with costs, a switch, and a blade in a chassis, all in rack101; another server in rack102. */
async function withDevices() {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  await server(workspace, 'db-01', { monthlyCost: '120.00', currency: 'EUR', provider: 'own' });
  await server(workspace, 'db-02', { provider: 'elsewhere' });
  await client.equipment.create({ record: { name: 'sw-01', type: 'switch', owner: 'Network' } });
  await client.equipment.create({ record: { name: 'ch-01', type: 'chassis', deviceTypeId: 'Acme Blade chassis' } });
  await blade(workspace, 'bl-01', { provider: 'rented' });
  for (const [device, rack, positionHalfU] of [
    ['db-01', 'rack101', 0],
    ['sw-01', 'rack101', 10],
    ['ch-01', 'rack101', 20],
    ['db-02', 'rack102', 0],
  ] as const)
    await client.rack.mount({ device, rack, positionHalfU });
  await client.rack.move({ moves: [{ device: 'bl-01', chassis: 'ch-01', bay: 'Bay 1' }] });
  const read = async (field: string, racks: string[] = ['rack101']) => {
    const { values, references } = await client.rack.labelValues({ racks, field });
    return {
      values: values.map(({ value }) => references[String(value)] ?? String(value ?? '')).toSorted(),
      all: values,
    };
  };
  return { client, read };
}

test('a field of computes is read of what stands in units and in bays, and of no equipment', async () => {
  const { read } = await withDevices();
  expect((await read('provider')).values).toEqual(['own', 'rented']);
  expect((await read('provider', ['rack101', 'rack102'])).values).toEqual(['elsewhere', 'own', 'rented']);
  expect((await read('monthlyCost')).all.map(({ value, currency }) => [value, currency])).toEqual(
    expect.arrayContaining([
      ['120.00', 'EUR'],
      [null, null],
    ]),
  );
});

test('a field of both, a computed column, a reference by its name, and a custom field', async () => {
  const { client, read } = await withDevices();
  expect((await read('owner')).values).toEqual(['', '', '', 'Network']);
  expect((await read('rack')).values).toEqual(['rack101', 'rack101', 'rack101', 'rack101']);
  expect((await read('deviceTypeId')).values).toEqual(['', 'Acme Blade', 'Acme Blade chassis', 'Acme Server 2U']);
  await client.customField.create({ record: { noun: 'equipment', key: 'cage', label: 'Cage', kind: 'text' } });
  const { version } = await client.equipment.get({ ref: 'sw-01' });
  await client.equipment.update({ ref: 'sw-01', version, patch: {}, custom: { cage: 'B7' } });
  expect((await read('custom.cage')).all.map(({ noun, value }) => [noun, value])).toEqual(
    expect.arrayContaining([
      ['equipment', 'B7'],
      ['equipment', null],
    ]),
  );
});

test.each(['colour', 'slots', 'custom.cage'])('the field %s is refused', async (field) => {
  const { client } = await withDevices();
  const failure = await refusalOf(client.rack.labelValues({ racks: ['rack101'], field }));
  expect(failure).toMatchObject({ code: 'E_FORMAT', fields: [{ path: 'field', value: field }] });
});
