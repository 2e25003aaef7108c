import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { hardwareWorkspace, type TestClient } from '../../testing/hardware.ts';

let client: TestClient;
let componentId: string;
let spareShelfId: string;

beforeEach(async () => {
  client = await hardwareWorkspace();
  componentId = (await client.component.get({ ref: 'Samsung PM9A3' })).record.id;
  spareShelfId = (await client.spareShelf.create({ record: { name: 'FRA shelf' } })).id;
  await client.spareShelf.create({ record: { name: 'AMS shelf' } });
});

test('spares are counted per entry and shelf, with and without serial number', async () => {
  await client.spares.receive({ shelf: 'FRA shelf', component: componentId, serials: ['S1', 'S2'], looseUnits: 3 });
  await client.spares.receive({ shelf: 'AMS shelf', component: componentId, looseUnits: 1 });
  const [row] = await client.spares.overview({});
  // 2 parts + 3 loose units in Frankfurt, 1 loose unit in Amsterdam
  expect(row).toMatchObject({ spares: 2 + 3 + 1, looseUnits: 3 + 1, minimum: 0, short: 0 });
  expect(row?.shelves.map(({ shelf, spares }) => [shelf, spares])).toEqual([
    ['AMS shelf', 1],
    ['FRA shelf', 5],
  ]);
  expect(await client.spares.overview({ shelf: 'AMS shelf' })).toMatchObject([{ spares: 1 }]);
});

test('what is short: of all shelves together, or of one that has a minimum of its own', async () => {
  await client.spares.receive({ shelf: 'AMS shelf', component: componentId, looseUnits: 6 });
  await client.stockLevel.create({ record: { componentId, minimum: 8 } });
  expect(await client.spares.short()).toMatchObject([{ spares: 6, minimum: 8, short: 2 }]);
  await client.stockLevel.create({ record: { componentId, spareShelfId, minimum: 4 } });
  // Frankfurt has none of its 4, though the two shelves together miss only 2.
  expect(await client.spares.short()).toMatchObject([{ short: 4 }]);
});

test('loose units lie on a shelf, and no more can be taken than lie there', async () => {
  const record = { componentId, looseUnits: 2 };
  expect((await refusalOf(client.stockLevel.create({ record }))).message).toBe(
    'Units without serial number lie on a shelf; choose the spare shelf.',
  );
  const compute = await client.compute.create({ record: { name: 'a' } });
  await client.component.assign({ computes: [compute.id], component: componentId, slot: 'Bay 1' });
  const swap = {
    compute: 'a',
    slot: 'Bay 1',
    newSerial: 'N',
    takenFrom: 'FRA shelf',
    oldGoesTo: { kind: 'scrap' as const },
  };
  expect((await refusalOf(client.part.swap(swap))).message).toBe(
    'The shelf counts 0 units without serial number; 1 cannot be taken.',
  );
});

test('an empty delivery is refused; a repeated serial number is told', async () => {
  const shelf = { shelf: 'FRA shelf', component: componentId };
  expect((await refusalOf(client.spares.receive(shelf))).code).toBe('E_REQUIRED');
  const { warnings } = await client.spares.receive({ ...shelf, serials: ['S1', 'S1'] });
  expect(warnings.map(({ serial }) => serial)).toEqual(['S1']);
});
