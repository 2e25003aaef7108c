import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { component } from '../../../shared/domain/component.ts';
import { deviceType } from '../../../shared/domain/device-type.ts';
import { walkFiles } from './file-walk.ts';
import { collectNetBox, type NetBoxCollection } from './netbox-collect.ts';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const library = join(process.env['RACKWRIGHT_DATA'] ?? join(checkout, '../shared/data'), '1-device-types');

function countFiles(folder: string): number {
  return readdirSync(join(library, folder), { recursive: true }).filter((name) => /\.ya?ml$/.test(String(name))).length;
}

async function collect(...folders: string[]): Promise<NetBoxCollection> {
  const { files } = await walkFiles(folders.map((folder) => join(library, folder)));
  return collectNetBox(files);
}

describe('the library of device types and module types', () => {
  let collection: NetBoxCollection;
  let seconds = 0;
  let grownMegabytes = 0;

  beforeAll(async () => {
    const before = process.memoryUsage().rss;
    const started = performance.now();
    collection = await collect('device-types', 'module-types');
    seconds = (performance.now() - started) / 1000;
    grownMegabytes = (process.memoryUsage().rss - before) / 2 ** 20;
  });

  it('is read whole: nothing refused, ignored or repeated', () => {
    expect(collection.refused).toEqual([]);
    expect(collection.ignored).toBe(0);
    expect(collection.repeated).toEqual([]);
    expect(collection.deviceTypes.size).toBe(2669);
    expect(collection.components.size).toBe(880);
    expect([countFiles('device-types'), countFiles('module-types')]).toEqual([2669, 880]);
  });

  it('takes seconds and little memory', () => {
    process.stdout.write(`3,549 files read in ${seconds.toFixed(1)} s, ${grownMegabytes.toFixed(0)} MB grown\n`);
    expect(seconds).toBeLessThan(10);
    expect(grownMegabytes).toBeLessThan(300);
  });

  it('gives drafts that are valid by their nouns', () => {
    for (const { draft, file } of collection.deviceTypes.values())
      expect([file, deviceType.schema.safeParse(draft).error]).toEqual([file, undefined]);
    for (const { draft, file } of collection.components.values())
      expect([file, component.schema.safeParse(draft).error]).toEqual([file, undefined]);
  });

  it('keeps the 329 ports and bays of the largest file', () => {
    const largest = collection.deviceTypes.get('["calient","s320"]')?.draft;
    const counts = Object.values(largest?.templates ?? {}).map((entries) => entries.length);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(329);
    // 7 U, 20.5 kg
    expect(largest).toMatchObject({ heightHalfU: 14, weightGrams: 20_500, airflow: 'passive' });
  });
});

describe('files beside the library', () => {
  it('reads older revisions of the same files, one of which nothing tells from a module type', async () => {
    const collection = await collect('older-revisions');
    expect(collection.refused).toEqual([]);
    expect(collection.deviceTypes.size + collection.components.size).toBe(countFiles('older-revisions'));
    expect([...collection.components.values()].map(({ file }) => file)).toEqual([
      'older-revisions/MikroTik/RB260GSP.yaml',
    ]);
  });

  it('reads other authors’ files', async () => {
    const collection = await collect('other-authors');
    expect(collection.refused).toEqual([]);
    expect(collection.deviceTypes.size).toBe(countFiles('other-authors'));
  });

  it('ignores schemas, and lists pictures apart', async () => {
    const walk = await walkFiles([join(library, 'schema'), join(library, 'elevation-images')]);
    // 5 JSON schemas, 16 pictures
    expect(walk).toMatchObject({ files: [], refused: [], ignored: 5 });
    expect(walk.pictures).toHaveLength(16);
  });
});
