import { beforeEach, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import type { TestClient } from '../../testing/hardware.ts';
import { imported } from '../csv/testing/files.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: TestClient;

beforeEach(() => {
  ({ client } = temporaryWorkspace());
});

type ComponentType = 'cpu' | 'ram' | 'gpu' | 'storage' | 'nic' | 'psu' | 'other';

async function stored(type: ComponentType, specs: Record<string, string | number | boolean>) {
  const { id } = await client.component.create({ record: { type, manufacturer: 'A', model: 'B', specs } });
  return (await client.component.get({ ref: id })).record.specs;
}

describe('specs come under our keys whatever the source wrote', () => {
  test.each<[ComponentType, Record<string, string | number>, Record<string, unknown>]>([
    ['cpu', { core_count: 8, thread_count: 16 }, { cores: 8, threads: 16 }],
    ['cpu', { cores: 8, tdp: '165 W' }, { cores: 8, tdp_watts: 165 }],
    ['ram', { size_gb: 64 }, { capacity_gb: 64 }],
    ['ram', { memory_gb: 64 }, { capacity_gb: 64 }],
    // MB ÷ 1024
    ['ram', { memory: 65_536 }, { capacity_gb: 64 }],
    ['ram', { size: 32_768 }, { capacity_gb: 32 }],
    ['gpu', { video_memory_gb: 80 }, { vram_gb: 80 }],
    ['gpu', { vram: 81_920 }, { vram_gb: 80 }],
    ['storage', { size: 960 }, { capacity_gb: 960 }],
    ['storage', { storage_gb: 960 }, { capacity_gb: 960 }],
    ['storage', { capacity: '3.84 TB' }, { capacity_gb: 3840 }],
    ['other', { anything: 'goes' }, { anything: 'goes' }],
  ])('%s %j', async (type, specs, expected) => {
    expect(await stored(type, specs)).toEqual(expected);
  });

  test('on update too', async () => {
    const { id } = await client.component.create({ record: { type: 'storage', manufacturer: 'A', model: 'B' } });
    const { version } = await client.component.get({ ref: id });
    await client.component.update({ ref: id, version, patch: { specs: { size: 1920 }, currency: 'usd' } });
    expect((await client.component.get({ ref: id })).record).toMatchObject({
      specs: { capacity_gb: 1920 },
      currency: 'USD',
    });
  });
});

describe('specs outside their ranges are refused by key', () => {
  test.each<[ComponentType, Record<string, string | number>, string, string]>([
    ['cpu', { cores: -4 }, 'specs.cores', 'allowed is a whole number from 1 to 4096 cores'],
    ['cpu', { cores: 8.5 }, 'specs.cores', 'Cores (specs.cores) is 8.5'],
    ['psu', { watts: '800' }, 'specs.watts', 'Power (specs.watts) is "800"'],
    ['nic', { ports: 0 }, 'specs.ports', 'Ports (specs.ports) is 0'],
  ])('%s %j', async (type, specs, path, message) => {
    const refused = await refusalOf(
      client.component.create({ record: { type, manufacturer: 'A', model: 'B', specs } }),
    );
    expect(refused.code).toBe('E_FORMAT');
    expect(refused.fields?.[0]?.path).toBe(path);
    expect(refused.message).toContain(message);
  });

  test('a currency is three letters', async () => {
    const record = { type: 'other', manufacturer: 'A', model: 'B', listPrice: '10', currency: '€' } as const;
    expect((await refusalOf(client.component.create({ record }))).message).toBe(
      'Currency must be three letters such as EUR; "€" was given.',
    );
  });
});

describe('the words of the reference program for a type', () => {
  const ssd = { type: 'ssd', manufacturer: 'A', model: 'B', specs: { capacity_gb: 960 } } as const;
  const stored = { type: 'storage', specs: { capacity_gb: 960, type: 'ssd' } };

  test.each([
    ['memory', 'ram', {}],
    ['nvme', 'storage', { type: 'nvme' }],
    ['ssd', 'storage', { type: 'ssd' }],
    ['hdd', 'storage', { type: 'hdd' }],
  ] as const)('%s is stored as %s', async (word, type, specs) => {
    const { id } = await client.component.create({ record: { type: word, manufacturer: 'A', model: 'B' } });
    expect((await client.component.get({ ref: id })).record).toMatchObject({ type, specs });
  });

  test('are the same entry on upsert, and the medium stays', async () => {
    const { id } = await client.component.upsert({ record: ssd });
    expect(await client.component.upsert({ record: ssd })).toMatchObject({ id, outcome: 'unchanged' });
    const { specs: _specs, ...bare } = ssd;
    expect(await client.component.upsert({ record: bare })).toMatchObject({ id, outcome: 'unchanged' });
    expect((await client.component.get({ ref: id })).record).toMatchObject(stored);
  });

  test('are read in a sheet and in a CSV file, where they are the same entry too', async () => {
    const columns = ['type', 'manufacturer', 'model', 'specs'];
    const cells = ['SSD', 'A', 'B', '{"capacity_gb":960}'];
    expect(await client.grid.apply({ noun: 'component', columns, rows: [{ cells }] })).toMatchObject({ created: 1 });
    const again = await client.grid.apply({ noun: 'component', columns, rows: [{ cells }], existing: 'update' });
    expect(again).toMatchObject({ created: 0, unchanged: 1, problems: [] });
    const text = 'type,manufacturer,model,specs\nssd,A,B,"{""capacity_gb"":960}"\n';
    expect((await imported(client, { noun: 'component', text })).counts).toMatchObject({ created: 0, unchanged: 1 });
    expect((await client.component.list({})).items.map(({ record }) => record)).toMatchObject([stored]);
  });

  test('any other word is refused with the types there are', async () => {
    const refusal = await refusalOf(client.component.upsert({ record: { ...ssd, type: 'floppy' } }));
    expect(refusal.message).toBe(
      'Type must be one of cpu, ram, gpu, storage, nic, psu, os, other; "floppy" was given.',
    );
  });
});

test('type, maker, model and part number together are one entry', async () => {
  const record = { type: 'ram', manufacturer: 'A', model: 'B', specs: { capacity_gb: 16 } } as const;
  await client.component.create({ record });
  await client.component.create({ record: { ...record, type: 'storage' } });
  await client.component.create({ record: { ...record, partNumber: 'P1' } });
  expect((await refusalOf(client.component.create({ record: { ...record, manufacturer: 'a' } }))).code).toBe(
    'E_DUPLICATE',
  );
  const upserted = await client.component.upsert({ record: { ...record, specs: { size_gb: 32 } } });
  expect(upserted.outcome).toBe('updated');
  expect((await client.component.list({})).total).toBe(3);
});
