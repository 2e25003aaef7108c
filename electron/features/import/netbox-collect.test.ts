import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { walkFiles } from './file-walk.ts';
import { collectNetBox, componentKey, deviceTypeKey, type CollectOptions } from './netbox-collect.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rackwright-collect-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function collect(contents: Record<string, string | Buffer>, options: CollectOptions = {}) {
  for (const [path, content] of Object.entries(contents)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return collectNetBox((await walkFiles([folder])).files, options);
}

function labelOf(path: string): string {
  return `${folder.split(/[\\/]/).at(-1)}/${path}`;
}

it('sorts files into device types, components, ignored and refused', async () => {
  const done: number[] = [];
  const collection = await collect(
    {
      'a/r1.yaml': 'manufacturer: Acme\nmodel: R1\nu_height: 2\n',
      'b/psu.yaml': 'manufacturer: Acme\nmodel: P1\npower-ports:\n  - name: a\n',
      'c/other.yaml': 'on: push\n',
      'd/broken.yaml': 'manufacturer: Acme\nmodel: "R2\n',
      'e/latin.yaml': Buffer.from('manufacturer: Acm\xe9\n', 'latin1'),
    },
    { onProgress: (count) => done.push(count) },
  );
  expect([...collection.deviceTypes.values()]).toEqual([
    { file: labelOf('a/r1.yaml'), draft: expect.objectContaining({ model: 'R1', heightHalfU: 4 }) as unknown },
  ]);
  expect([...collection.components.values()]).toEqual([
    { file: labelOf('b/psu.yaml'), draft: expect.objectContaining({ model: 'P1', type: 'psu' }) as unknown },
  ]);
  expect(collection.ignored).toBe(1);
  expect(collection.refused).toEqual([
    {
      file: labelOf('d/broken.yaml'),
      line: 3,
      reason: 'The YAML is not well formed: Missing closing "quote.',
    },
    { file: labelOf('e/latin.yaml'), line: 1, reason: 'The file is not UTF-8 text.' },
  ]);
  expect(collection.repeated).toEqual([]);
  expect(done).toEqual([1, 2, 3, 4, 5]);
});

it('takes the last path in byte order of those that give one natural key, and lists them', async () => {
  const type = (model: string, height: number): string =>
    `manufacturer: Acme\nmodel: ${model}\nslug: r\nu_height: ${height}\n`;
  const collection = await collect({
    'Z.yaml': type('R1', 1),
    'b.yaml': type('r1', 3),
    'a.yaml': type('R1', 2),
    'other.yaml': type('R2', 1),
  });
  expect(collection.deviceTypes.size).toBe(2);
  expect(collection.repeated).toEqual([
    { key: 'Acme r1', files: ['Z.yaml', 'a.yaml', 'b.yaml'].map(labelOf), taken: labelOf('b.yaml') },
  ]);
  expect(collection.deviceTypes.get(deviceTypeKey({ manufacturer: 'ACME', model: 'R1' }))?.draft.heightHalfU).toBe(6);
});

it('tells components apart by part number', async () => {
  const collection = await collect({
    'a.yaml': 'manufacturer: Acme\nmodel: P1\n',
    'b.yaml': 'manufacturer: Acme\nmodel: P1\npart_number: X\n',
    'c.yaml': 'manufacturer: Acme\nmodel: P1\npart_number: x\n',
  });
  const key = componentKey({ type: 'other', manufacturer: 'acme', model: 'p1', partNumber: 'X' });
  expect(collection.components.size).toBe(2);
  expect(collection.components.get(key)?.file).toBe(labelOf('c.yaml'));
});

it('stops when cancelled, between two files', async () => {
  const controller = new AbortController();
  const contents = { 'a.yaml': 'manufacturer: A\nmodel: a\n', 'b.yaml': 'manufacturer: A\nmodel: b\n' };
  const options = { signal: controller.signal, onProgress: () => controller.abort() };
  await expect(collect(contents, options)).rejects.toMatchObject({ failure: { code: 'E_CANCELLED' } });
});
