import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import type { TestClient } from '../../testing/hardware.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: TestClient;

beforeEach(() => {
  ({ client } = temporaryWorkspace());
});

const COLUMNS = ['name', 'type', 'state', 'monthlyCost', 'statedMemoryMb', 'contractEnd', 'deviceTypeId', 'tags'];

function rowsOf(cells: readonly (readonly string[])[]) {
  return cells.map((row) => ({ cells: [...row] }));
}

/** A right row; `at` plants a wrong cell. */
function sheetRow(index: number, at?: { column: number; cell: string }): string[] {
  const cells = [`srv-${index}`, 'VM', 'active', '12.50', '64 GB', '2027-01-31', '', 'env=prod, tier=1'];
  if (at) cells[at.column] = at.cell;
  return cells;
}

describe('1,000 pasted rows with 37 planted errors', () => {
  const PLANTED = [
    { column: 1, cell: 'mainframe' },
    { column: 2, cell: 'sleeping' },
    { column: 3, cell: 'twelve' },
    { column: 4, cell: '64 parsecs' },
    { column: 5, cell: '31/01/2027' },
    { column: 6, cell: 'No such type' },
    { column: 0, cell: 'srv-0' },
    { column: 7, cell: '@rack=A1' },
  ];
  // Every 27th row from the 10th on is wrong: rows 10, 37, … 10 + 36 × 27 = 982.
  const wrong = Array.from({ length: 37 }, (_, index) => ({
    row: 10 + index * 27,
    at: PLANTED[index % PLANTED.length],
  }));
  const sheet = Array.from({ length: 1000 }, (_, row) => sheetRow(row, wrong.find((entry) => entry.row === row)?.at));

  test('all 37 are shown in under a second, 963 land, and one undo takes them back', async () => {
    const input = { noun: 'compute', columns: COLUMNS, rows: rowsOf(sheet) };
    await client.grid.check({ ...input, rows: input.rows.slice(0, 5) });
    const start = performance.now();
    const checked = await client.grid.check(input);
    const milliseconds = performance.now() - start;
    expect(checked.problems.map(({ row, column }) => [row, column])).toEqual(
      wrong.map(({ row, at }) => [row, at?.column === 7 ? 7 : at?.column]),
    );
    expect(checked).toMatchObject({ created: 963, refused: 37 });
    expect(milliseconds).toBeLessThan(1000);
    expect((await client.compute.list({})).total).toBe(0);
    const applied = await client.grid.apply(input);
    expect(applied).toMatchObject({ created: 963, refused: 37 });
    expect((await client.compute.list({})).total).toBe(963);
    await client.history.undo();
    expect((await client.compute.list({})).total).toBe(0);
  });

  test('every problem is a sentence that names field, value and what is allowed', async () => {
    const rows = rowsOf(PLANTED.map((at, index) => sheetRow(index + 1, at)));
    const { problems } = await client.grid.check({
      noun: 'compute',
      columns: COLUMNS,
      rows: [...rowsOf([sheetRow(0)]), ...rows],
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'Type must be one of baremetal, vps, vm; "mainframe" was given.',
      'State must be one of active, inactive, maintenance; "sleeping" was given.',
      expect.stringContaining("Monthly cost 'twelve' is not an amount of money"),
      expect.stringContaining("Stated memory '64 parsecs' has the unknown unit 'parsecs'"),
      'Contract end must be a date as YYYY-MM-DD; "31/01/2027" was given.',
      'There is no device type "No such type".',
      'Row 1 of the sheet has the same name already.',
      expect.stringContaining('Tag key "@rack" is reserved'),
    ]);
  });
});

describe('sequences, updates and columns', () => {
  test('srv[001-040] is forty rows; cells beside it run along or stay', async () => {
    const rows = rowsOf([['srv[001-040]', 'db', 'SN[1-40]']]);
    const { created } = await client.grid.apply({ noun: 'compute', columns: ['name', 'role', 'serial'], rows });
    expect(created).toBe(40);
    const { record } = await client.compute.get({ ref: 'srv017' });
    expect(record).toMatchObject({ role: 'db', serial: 'SN17' });
  });

  test('sequences of different lengths in one row are told', async () => {
    const rows = rowsOf([['srv[1-3]', 'SN[1-4]']]);
    const { problems } = await client.grid.check({ noun: 'compute', columns: ['name', 'serial'], rows });
    expect(problems.map(({ row, column, message }) => [row, column, message])).toEqual([
      [0, 1, 'This cell stands for 4 rows and another one for 3; they must be as many.'],
    ]);
  });

  test('rows with a reference are changed; an empty cell empties the field', async () => {
    await client.compute.create({ record: { name: 'a', role: 'db', owner: 'Ada' } });
    const rows = [{ ref: 'a', cells: ['web', ''] }];
    const answer = await client.grid.apply({ noun: 'compute', columns: ['role', 'owner'], rows });
    expect(answer).toMatchObject({ updated: 1, created: 0 });
    expect((await client.compute.get({ ref: 'a' })).record).toMatchObject({ name: 'a', role: 'web', owner: null });
  });

  test('a name that is there already is refused, updated or skipped, as asked', async () => {
    await client.compute.create({ record: { name: 'a' } });
    const input = { noun: 'compute', columns: ['name', 'role'], rows: rowsOf([['A', 'web']]) };
    expect((await client.grid.check(input)).problems).toMatchObject([{ row: 0, column: 0, path: 'name' }]);
    expect(await client.grid.check({ ...input, existing: 'update' })).toMatchObject({ updated: 1 });
    expect(await client.grid.check({ ...input, existing: 'skip' })).toMatchObject({ skipped: 1 });
  });

  test('an unknown header shouts', async () => {
    const input = { noun: 'compute', columns: ['name', 'colour'], rows: [] };
    expect((await refusalOf(client.grid.check(input))).message).toContain(
      'Computes have no column "colour"; allowed are name,',
    );
  });

  test('with accept all, one bad row refuses everything', async () => {
    const rows = rowsOf([
      ['a', 'active'],
      ['b', 'sleeping'],
    ]);
    const input = { noun: 'compute', columns: ['name', 'state'], rows, accept: 'all' as const };
    expect((await refusalOf(client.grid.apply(input))).message).toContain(
      '1 rows are refused and nothing was written. Row 2:',
    );
    expect((await client.compute.list({})).total).toBe(0);
  });

  test('component assignments take RAID levels in any spelling and serial numbers', async () => {
    await client.component.create({
      record: { type: 'storage', manufacturer: 'Samsung', model: 'PM9A3', specs: { capacity_gb: 960 } },
    });
    await client.compute.create({ record: { name: 'a' } });
    const columns = ['computeId', 'componentId', 'quantity', 'raidLevel', 'raidGroup', 'serials'];
    const rows = rowsOf([
      ['a', 'Samsung PM9A3', '2', 'RAID 1', 'boot', 'S1, S2'],
      ['a', 'Samsung PM9A3', '1', '1', 'boot', ''],
      ['a', 'Samsung PM9A3', '1', '5', 'boot', 'S4'],
    ]);
    const answer = await client.grid.apply({ noun: 'componentAssignment', columns, rows });
    expect(answer).toMatchObject({ created: 2, refused: 1, problems: [{ row: 2, column: 3 }] });
    expect((await client.part.list({})).total).toBe(2);
    expect((await client.storage.groups({ compute: 'a' })).groups).toMatchObject([
      { level: 'raid1', capacity: { capacityGb: 960 } },
    ]);
  });

  test('a row that fails after writing leaves nothing, and the history stays whole', async () => {
    const rows = rowsOf([
      ['a', '@x=1'],
      ['b', 'x=1'],
      ['c', '@y=1'],
    ]);
    await client.grid.apply({ noun: 'compute', columns: ['name', 'tags'], rows });
    const { items } = await client.compute.list({});
    expect(items.map(({ name }) => name)).toEqual(['b']);
    expect(await client.history.verify({})).toMatchObject({ ok: true, firstBad: null });
    // One compute and one tag.
    const [group] = await client.history.groups({});
    expect(group?.changes).toBe(2);
  });
});
