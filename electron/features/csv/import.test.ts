import { beforeEach, describe, expect, test } from 'vitest';
import type { CliClient } from '../../engine/cli/session.ts';
import { refusalOf } from '../../testing/failures.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';
import { imported, previewed } from './testing/files.ts';

let client: CliClient;

beforeEach(() => {
  ({ client } = temporaryWorkspace());
});

const FLEET = `Name,Type,State,Monthly cost,Stated memory,Tags
web-1,VM,active,12.50,64 GB,"env=prod, tier=1"
web-2,baremetal,,,,
`;

async function recordOf(ref: string) {
  return (await client.compute.get({ ref })).record;
}

describe('rows', () => {
  test('are created, updated and unchanged; one undo takes the file back', async () => {
    expect((await imported(client, { noun: 'compute', text: FLEET })).counts).toMatchObject({ created: 2 });
    expect(await recordOf('web-1')).toMatchObject({ type: 'vm', monthlyCost: '12.50', statedMemoryMb: 65_536 });
    expect((await client.compute.get({ ref: 'web-1' })).tags).toEqual({ env: 'prod', tier: '1' });
    const again = await imported(client, { noun: 'compute', text: FLEET.replace('12.50', '13.50') });
    expect(again.counts).toMatchObject({ created: 0, updated: 1, unchanged: 1 });
    expect(again.shown[0]?.changes).toEqual([
      { key: 'monthlyCost', label: 'Monthly cost', before: '12.50', after: '13.50' },
    ]);
    await client.history.undo();
    expect(await recordOf('web-1')).toMatchObject({ monthlyCost: '12.50' });
    await client.history.undo();
    expect((await client.compute.list({})).total).toBe(0);
  });

  test('a missing column stays as it is, an empty cell clears, a required one refuses', async () => {
    await client.compute.create({ record: { name: 'web-1', role: 'db', owner: 'Ada', state: 'maintenance' } });
    await imported(client, { noun: 'compute', text: 'name,role,state\nweb-1,,\n' });
    expect(await recordOf('web-1')).toMatchObject({ role: null, owner: 'Ada', state: 'active' });
    const { problems } = await imported(client, { noun: 'compute', text: 'name,role\n ,db\n' });
    expect(problems).toMatchObject([
      { row: 2, column: 0, path: 'name', message: 'Name is required and cannot be emptied.' },
    ]);
  });

  test('every error of every row is told at once, good rows are taken, or none with accept all', async () => {
    const text = 'name,type,statedCores,deviceTypeId\na,mainframe,many,Nothing\nb,vm,4,\nb,vm,8,\n';
    const report = await imported(client, { noun: 'compute', text });
    expect(report.problems.map(({ row, column, message }) => [row, column, message])).toEqual([
      [2, 2, expect.stringContaining("Stated cores 'many' is not understood")],
      [2, 3, 'There is no device type "Nothing".'],
      [2, 1, 'Type must be one of baremetal, vps, vm; "mainframe" was given.'],
      [4, null, 'Row 3 of the file is about the same one.'],
    ]);
    expect(report.counts).toMatchObject({ created: 1, refused: 2 });
    await client.history.undo();
    const refusal = await refusalOf(imported(client, { noun: 'compute', text, accept: 'all' }));
    expect(refusal.message).toContain('2 rows are refused and nothing was written. Row 2:');
    expect((await client.compute.list({})).total).toBe(0);
  });

  test('a preview says the same and writes nothing', async () => {
    const report = await previewed(client, { noun: 'compute', text: FLEET });
    expect(report).toMatchObject({ rows: 2, groupId: null, counts: { created: 2, refused: 0 } });
    expect(report.sample).toEqual([
      ['web-1', 'VM', 'active', '12.50', '64 GB', 'env=prod, tier=1'],
      ['web-2', 'baremetal', '', '', '', ''],
    ]);
    expect((await client.compute.list({})).total).toBe(0);
    expect(await client.history.groups({})).toEqual([]);
  });

  test('text that looks like a number stays text', async () => {
    const text = 'name,serial,assetTag,notes\n007,00123,1E5,"\'=1+1"\n';
    await imported(client, { noun: 'compute', text });
    expect(await recordOf('007')).toMatchObject({ serial: '00123', assetTag: '1E5', notes: '=1+1' });
    const { problems } = await previewed(client, { noun: 'compute', text: 'name,statedCores\na,1E5\nb,"1,5"\n' });
    expect(problems.map(({ row }) => row)).toEqual([2, 3]);
  });

  test('existing rows are skipped or refused when asked', async () => {
    await client.compute.create({ record: { name: 'web-1' } });
    const text = 'name,role\nWEB-1,db\n';
    expect((await previewed(client, { noun: 'compute', text, existing: 'skip' })).counts).toMatchObject({ skipped: 1 });
    expect((await previewed(client, { noun: 'compute', text, existing: 'refuse' })).problems[0]?.message).toBe(
      'web-1 is there already; choose to update or to skip such rows.',
    );
  });

  test('an id names the row also when its name changes', async () => {
    const { id } = await client.compute.create({ record: { name: 'old' } });
    const report = await imported(client, { noun: 'compute', text: `id,name\n${id},new\n` });
    expect(report.shown).toMatchObject([{ outcome: 'updated', id, changes: [{ before: 'old', after: 'new' }] }]);
  });
});

describe('columns', () => {
  test('are known by key, label and reference; what is left over is told and refused', async () => {
    const text = 'NAME;device type;Colour\na;;red\n';
    const report = await previewed(client, { noun: 'compute', text });
    expect(report.columns).toEqual(['name', 'deviceTypeId', null]);
    const refusal = await refusalOf(imported(client, { noun: 'compute', text }));
    expect(refusal.message).toContain('Computes have no column "Colour"');
    const columns = ['name', 'deviceTypeId', null];
    expect((await imported(client, { noun: 'compute', text, columns })).counts).toMatchObject({ created: 1 });
  });

  test('may be chosen by hand; unknown and repeated ones are refused', async () => {
    const text = 'a,b\nweb-1,db\n';
    await imported(client, { noun: 'compute', text, columns: ['name', 'role'] });
    expect(await recordOf('web-1')).toMatchObject({ role: 'db' });
    const refusal = await refusalOf(previewed(client, { noun: 'compute', text, columns: ['name', 'name'] }));
    expect(refusal.message).toContain('Two columns of the file are taken for "name"');
  });

  test('hold tags whole or one by one, and custom fields', async () => {
    await client.customField.create({
      record: { noun: 'compute', key: 'costCentre', label: 'Cost centre', kind: 'text' },
    });
    await client.compute.create({ record: { name: 'a' }, tags: { env: 'prod', role: 'web' } });
    await imported(client, { noun: 'compute', text: 'name,tag:env,tag:tier,Cost centre\na,,1,4711\n' });
    expect(await client.compute.get({ ref: 'a' })).toMatchObject({
      tags: { role: 'web', tier: '1' },
      custom: { costCentre: '4711' },
    });
    await imported(client, { noun: 'compute', text: 'name,tags,custom.costCentre\na,env=dev,\n' });
    expect(await client.compute.get({ ref: 'a' })).toMatchObject({ tags: { env: 'dev' }, custom: {} });
    const { problems } = await previewed(client, { noun: 'compute', text: 'name,tag:@rack\na,A1\n' });
    expect(problems).toMatchObject([{ column: 1, message: expect.stringContaining('is reserved') as unknown }]);
  });
});

describe('files', () => {
  test('with a byte order mark, semicolons, tabs and Windows line ends are read', async () => {
    expect((await previewed(client, { noun: 'compute', text: '\uFEFFname;role\r\na;db\r\n' })).counts.created).toBe(1);
    expect((await previewed(client, { noun: 'compute', text: 'name\trole\na\tdb,web' })).counts.created).toBe(1);
  });

  test('that are no table are refused with a sentence', async () => {
    expect((await refusalOf(previewed(client, { noun: 'compute', text: '\n\n' }))).message).toContain(
      'The file is empty',
    );
    expect((await refusalOf(previewed(client, { noun: 'compute', text: 'name\n"a\nb\n' }))).message).toContain(
      'a quote that is never closed',
    );
    expect((await refusalOf(previewed(client, { noun: 'nothing', text: 'name\n' }))).code).toBe('E_NOT_FOUND');
  });

  test('long ones tell their progress, and a cancel leaves nothing', async () => {
    const text = `name\n${Array.from({ length: 1000 }, (_, index) => `srv-${index}\n`).join('')}`;
    const stop = new AbortController();
    const events = await client.csv.import({ noun: 'compute', text }, { signal: stop.signal });
    const refusal = refusalOf(
      (async () => {
        for await (const event of events) if (event.kind === 'progress' && event.done >= 400) stop.abort();
      })(),
    );
    expect((await refusal).code).toBe('E_CANCELLED');
    expect((await client.compute.list({})).total).toBe(0);
  });
});
