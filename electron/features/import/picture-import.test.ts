import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { ImportReport } from '../../../shared/contract/import.ts';
import type { TestClient } from '../../testing/hardware.ts';
import { PLANTED_PHOTO } from '../../testing/plant.ts';
import { temporaryFolder } from '../../testing/temporary-folder.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

const JPEG = Buffer.from(PLANTED_PHOTO.base64, 'base64');
/** Another picture: the same bytes and one more after the end. */
const OTHER = Buffer.concat([JPEG, Buffer.from([0])]);

let client: TestClient;
let folder: string;

function put(path: string, content: Buffer | string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

function putType(manufacturer: string, model: string, slug: string): void {
  const text = `manufacturer: ${manufacturer}\nmodel: ${model}\nslug: ${slug}\nu_height: 1\n`;
  put(`device-types/${manufacturer}/${model}.yaml`, text);
}

async function run(dryRun = false, accept: 'all' | 'good' = 'good'): Promise<ImportReport> {
  for await (const event of await client.import.deviceTypes({ paths: [folder], dryRun, accept }))
    if (event.kind === 'report') return event.report;
  throw new Error('The import ended without a report.');
}

async function kinds(type: string): Promise<string[]> {
  return (await client.picture.ofObject({ ref: type })).map(({ kind, fileName }) => `${kind} ${fileName}`);
}

beforeEach(() => {
  ({ client } = temporaryWorkspace());
  folder = join(temporaryFolder(), 'library');
  putType('Acme', 'R1', 'acme-r1');
  put('elevation-images/Acme/acme-r1.front.jpg', JPEG);
  put('elevation-images/Acme/acme-r1.rear.jpg', OTHER);
});

test('pictures come with the device types of the same import, in one undo', async () => {
  const counts = { created: 2, updated: 0, unchanged: 0 };
  expect(await run(true)).toMatchObject({ byNoun: { picture: counts }, refused: [], ignored: 0, groupId: null });
  expect((await client.deviceType.list({})).total).toBe(0);
  expect((await run()).byNoun['picture']).toEqual(counts);
  expect(await kinds('Acme R1')).toEqual(['front acme-r1.front.jpg', 'rear acme-r1.rear.jpg']);
  await client.history.undo();
  expect([(await client.picture.list({})).total, (await client.deviceType.list({})).total]).toEqual([0, 0]);
});

test('a second import leaves what is the same and changes what is another picture', async () => {
  await run();
  expect((await run()).byNoun['picture']).toEqual({ created: 0, updated: 0, unchanged: 2 });
  put('elevation-images/Acme/acme-r1.front.jpg', OTHER);
  expect((await run()).byNoun['picture']).toEqual({ created: 0, updated: 1, unchanged: 1 });
  expect((await client.picture.list({})).total).toBe(2);
});

test('what cannot be taken is refused with its reason, and the rest is taken', async () => {
  put('elevation-images/Acme/acme-r9.front.jpg', JPEG);
  put('elevation-images/Acme/overview.png', JPEG);
  put('elevation-images/Acme/acme-r1.front.svg', '<svg/>');
  put('elevation-images/Acme/acme-r1.rear.png', Buffer.alloc(4_000_001, 255));
  const report = await run();
  const name = 'in the library a picture is called by slug and face, such as dell-poweredge-r620.front.png';
  expect(report.refused.map(({ file, reason }) => [file.split('/').at(-1), reason])).toEqual([
    ['acme-r1.front.svg', 'The file is none of: JPEG photo, PNG picture, WebP picture.'],
    ['acme-r1.rear.png', 'The file has 4.0 MB; files of at most 4 MB are read.'],
    ['acme-r9.front.jpg', 'No device type has the slug "acme-r9"; import its YAML file with it, or first.'],
    ['overview.png', `The name says neither front nor rear; ${name}.`],
  ]);
  expect(report.byNoun['picture']).toMatchObject({ created: 2 });
  await client.history.undo();
  expect((await run(false, 'all')).groupId).toBeNull();
  expect((await client.picture.list({})).total).toBe(0);
});

test('of a slug that two manufacturers have, the folder decides; elsewhere it is refused', async () => {
  putType('Apex', 'R1', 'acme-r1');
  put('elevation-images/Apex/acme-r1.front.jpg', OTHER);
  put('loose/acme-r1.rear.jpg', JPEG);
  const report = await run();
  expect(await kinds('Apex R1')).toEqual(['front acme-r1.front.jpg']);
  expect(report.refused.map(({ file, reason }) => [file, reason])).toEqual([
    [
      'library/loose/acme-r1.rear.jpg',
      'The slug "acme-r1" is that of Acme R1 and Apex R1; put the picture into a folder called after its manufacturer.',
    ],
  ]);
});

test('of two pictures of one face the last is taken, and both are named', async () => {
  put('elevation-images/Acme/acme-r1.front.png', OTHER);
  const { repeated, byNoun } = await run();
  expect(repeated).toEqual([
    {
      key: 'Acme R1, front',
      files: ['library/elevation-images/Acme/acme-r1.front.jpg', 'library/elevation-images/Acme/acme-r1.front.png'],
      taken: 'library/elevation-images/Acme/acme-r1.front.png',
    },
  ]);
  expect(byNoun['picture']?.created).toBe(2);
});
