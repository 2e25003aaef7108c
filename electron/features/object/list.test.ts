import { describe, expect, test } from 'vitest';
import { NOUN_LIST, type NounName } from '../../../shared/domain/nouns.ts';
import { anyNoun } from '../../testing/any-noun.ts';
import { refusalOf } from '../../testing/failures.ts';
import { plant } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { customFieldsOf } from './extras-repository.ts';
import { listColumns } from './list-columns.ts';

describe.each(NOUN_LIST.map((definition) => [definition.noun as NounName, definition] as const))(
  'the list of %s',
  (noun, definition) => {
    test('is sorted by every column in both directions and pages without a loss', async () => {
      const { client, session } = temporaryWorkspace();
      const channels = anyNoun(client, noun);
      if (noun !== 'setting') for (let count = 0; count < 3; count += 1) await plant(client, noun);
      const { total } = await channels.list({});
      for (const key of listColumns(definition, customFieldsOf(session.read, noun)).keys())
        for (const descending of [false, true]) {
          const sort = [{ key, descending }];
          const whole = await channels.list({ sort });
          const first = await channels.list({ sort, limit: 1 });
          const rest = first.cursor === null ? [] : (await channels.list({ sort, cursor: first.cursor })).items;
          expect([...first.items, ...rest]).toEqual(whole.items);
          for (let from = 0; from <= total; from += 1)
            expect((await channels.list({ sort, limit: 2, from })).items).toEqual(whole.items.slice(from, from + 2));
          expect(whole.items).toHaveLength(total);
        }
    });
  },
);

test('a column that is not there, a foreign cursor and a broken filter are refused with what is allowed', async () => {
  const { client } = temporaryWorkspace();
  const sorted = await refusalOf(client.site.list({ sort: [{ key: 'colour' }] }));
  expect(sorted.code).toBe('E_FORMAT');
  expect(sorted.message).toMatch(/^Sites cannot be sorted by "colour"; allowed are name, region, /);
  const injected = await refusalOf(client.site.list({ sort: [{ key: 'name; DROP TABLE site' }] }));
  expect(injected.code).toBe('E_FORMAT');
  for (const cursor of ['nonsense', '[1]', '{"a":1}', '["x", 7]'])
    expect((await refusalOf(client.site.list({ cursor }))).message).toBe(
      'The cursor does not belong to this list; ask for the first page again.',
    );
  const query = await refusalOf(client.compute.list({ query: 'state=active and coers>=16' }));
  expect(query).toEqual({
    code: 'E_EXPR_SYNTAX',
    message: "No field 'coers' on Compute; did you mean cores?",
    details: { position: 17, length: 5 },
  });
});

test('in: finds what a place holds, however deep: rooms, rows, racks, devices and blades', async () => {
  const { client } = temporaryWorkspace();
  const site = await plant(client, 'site', { name: 'Berlin' });
  const room = await plant(client, 'room', { name: 'Hall 1', siteId: site });
  const row = await plant(client, 'row', { name: 'A', roomId: room });
  const rack = await plant(client, 'rack', { name: 'R1', roomId: room, rowId: row });
  const type = await plant(client, 'deviceType', {
    manufacturer: 'Acme',
    model: 'Chassis',
    subdeviceRole: 'parent',
    templates: { 'device-bays': [{ name: '1' }] },
  });
  const bladeType = await plant(client, 'deviceType', {
    manufacturer: 'Acme',
    model: 'Blade',
    subdeviceRole: 'child',
    heightHalfU: 0,
  });
  const chassis = await plant(client, 'equipment', { name: 'chassis-1', type: 'chassis', deviceTypeId: type });
  await plant(client, 'placement', { objectId: chassis, rackId: rack });
  const blade = await plant(client, 'compute', { name: 'blade-1', deviceTypeId: bladeType });
  await client.placement.create({ record: { objectId: blade, parentId: chassis, bay: '1' } });
  await plant(client, 'compute', { name: 'elsewhere' });

  for (const query of ['in:R1', 'in:a', 'in:"hall 1"', 'in:Berlin'])
    expect(await client.compute.list({ query })).toMatchObject({ total: 1, items: [{ name: 'blade-1' }] });
  expect(await client.equipment.list({ query: 'in:berlin' })).toMatchObject({ total: 1 });
  expect(await client.rack.list({ query: 'in:berlin and in:A' })).toMatchObject({ total: 1 });
  expect(await client.room.list({ query: 'in:berlin' })).toMatchObject({ total: 1 });
  const [item] = await client.compute.list({ query: 'name=blade-1' }).then(({ items }) => items);
  expect(item?.derived).toMatchObject({ site: 'Berlin', room: 'Hall 1', rack: 'R1' });
});

test('derived columns follow parts, bookings and places', async () => {
  const { client } = temporaryWorkspace();
  const cpu = await plant(client, 'component', { type: 'cpu', specs: { cores: 16, threads: 32 } });
  const id = await plant(client, 'compute', { name: 'web-1' });
  await plant(client, 'componentAssignment', { computeId: id, componentId: cpu, quantity: 2 });
  const service = await plant(client, 'service', { minSpec: { cores: 4 } });
  await plant(client, 'assignment', { computeId: id, serviceId: service, quantity: 3, allocated: { cores: 4 } });
  const { derived } = await client.compute.get({ ref: id });
  // 2 × 16 cores; 3 × 4 of them booked.
  expect(derived).toMatchObject({ cores: 32, coresFree: 20, services: 1, rack: null, site: null });
});
