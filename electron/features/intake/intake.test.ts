import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { hardwareWorkspace, SERVER_SLOTS, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;

beforeEach(async () => {
  client = await hardwareWorkspace();
  await client.deviceType.create({
    record: {
      manufacturer: 'Acme',
      model: 'R1',
      heightHalfU: 2,
      slots: SERVER_SLOTS,
      build: [
        { componentId: 'Intel Xeon 6430', quantity: 2, slot: 'CPU1-2' },
        { componentId: 'Samsung M321R4GA3BB6', quantity: 8, slot: 'DIMM0-7' },
        { componentId: 'Samsung PM9A3', quantity: 2, slot: 'Bay 0-1' },
      ],
    },
  });
  const site = await client.site.create({ record: { name: 'FRA' } });
  const room = await client.room.create({ record: { name: 'R1', siteId: site.id } });
  await client.rack.create({ record: { name: 'A1', roomId: room.id, heightU: 42 } });
});

const SERIALS = Array.from({ length: 40 }, (_, index) => `SN${1000 + index}`);
const DELIVERY = { deviceType: 'Acme R1', namesPattern: 'srv[001-040]', serials: SERIALS };

describe('forty of a type arrived', () => {
  test('names, serial numbers, parts in their slots and places, as one undo', async () => {
    const input = {
      ...DELIVERY,
      positions: [{ rack: 'A1', positionHalfU: 0, count: 40 }],
      tags: { batch: '2026-11' },
      owner: 'Infrastructure',
    };
    const preview = await client.intake.preview(input);
    // 2 + 8 + 2 parts each
    expect(preview.rows.map(({ parts }) => parts)).toEqual(SERIALS.map(() => 12));
    expect(preview.refused).toBe(0);
    expect((await client.compute.list({})).total).toBe(0);
    const answer = await client.intake.apply(input);
    expect(answer.label).toBe('Register 40 × Acme R1');
    const { record, derived, tags } = await client.compute.get({ ref: 'srv040' });
    expect(record).toMatchObject({ serial: 'SN1039', owner: 'Infrastructure' });
    expect(tags).toEqual({ batch: '2026-11' });
    // The 40th machine of 2 half units: 39 × 2.
    expect(derived).toMatchObject({ rack: 'A1', unit: 'U40', cores: 64, memory: 8 * 32 * 1024, nvme: 2 * 960 });
    await client.history.undo();
    expect((await client.compute.list({})).total).toBe(0);
    expect((await client.placement.list({})).total).toBe(0);
  });

  test('one machine that is refused refuses the delivery and is named', async () => {
    await client.compute.create({ record: { name: 'SRV017' } });
    const preview = await client.intake.preview(DELIVERY);
    expect(preview.rows.filter(({ problems }) => problems.length > 0).map(({ name }) => name)).toEqual(['srv017']);
    const refused = await refusalOf(client.intake.apply(DELIVERY));
    expect(refused.message).toContain('srv017: The name "srv017" is taken by the compute "SRV017"');
    expect((await client.compute.list({})).total).toBe(1);
  });

  test('a taken place is told with its occupant', async () => {
    const positions = [{ rack: 'A1', positionHalfU: 0, count: 2 }];
    await client.intake.apply({ deviceType: 'Acme R1', namesPattern: 'old{n}', serials: ['X1', 'X2'], positions });
    const next = { ...DELIVERY, serials: ['Y1'], positions: [{ rack: 'A1', positionHalfU: 2, count: 1 }] };
    const [row] = (await client.intake.preview(next)).rows;
    expect(row?.problems[0]).toContain('old2');
  });

  test('serial numbers that repeat are warned about and taken', async () => {
    await client.intake.apply({ ...DELIVERY, serials: ['SN1'] });
    const { rows } = await client.intake.preview({
      ...DELIVERY,
      namesPattern: 'new{n}',
      serials: ['sn1', 'SN2', 'SN2'],
    });
    expect(rows.map(({ warnings }) => warnings)).toEqual([
      ['Serial number sn1 is that of srv001.'],
      [],
      ['Serial number SN2 was scanned twice.'],
    ]);
  });

  test('part serial numbers go to the units of the build in order', async () => {
    const partSerials = [['C1', 'C2', ...Array.from({ length: 8 }, () => ''), 'D1', 'D2']];
    await client.intake.apply({ ...DELIVERY, serials: ['SN1'], partSerials });
    expect((await client.part.find({ text: 'D2' }))[0]?.place.text).toBe('srv001, slot Bay 1');
    expect((await client.part.list({})).total).toBe(4);
  });
});

test.each([
  [{ namesPattern: 'srv[1-3]' }, "'srv[1-3]' gives 3 names and 40 are needed"],
  [{ count: 10 }, '40 serial numbers were given for 10 machines.'],
  [{ build: [{ componentId: 'Delta DPS-800', quantity: 1, slot: 'PSU9' }] }, 'there is no slot PSU9'],
])('%o is refused', async (change, message) => {
  expect((await refusalOf(client.intake.apply({ ...DELIVERY, ...change }))).message).toContain(message);
});

test('a default build that its slots do not take is refused, and a component in it stays', async () => {
  const { record } = await client.deviceType.get({ ref: 'Acme R1' });
  const { version } = await client.deviceType.get({ ref: 'Acme R1' });
  const build = [{ componentId: 'Delta DPS-800', quantity: 1, slot: 'CPU1' }];
  const refused = await refusalOf(client.deviceType.update({ ref: record.id, version, patch: { build } }));
  expect(refused).toMatchObject({ code: 'E_SLOT', fields: [{ path: 'build.0' }] });
  expect((await refusalOf(client.component.remove({ refs: ['Samsung PM9A3'] }))).message).toBe(
    'This component is in the default build of Acme R1; change those first.',
  );
});
