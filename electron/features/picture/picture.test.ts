import { beforeEach, expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import type { TestClient } from '../../testing/hardware.ts';
import { PLANTED_PHOTO } from '../../testing/plant.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

let client: TestClient;

beforeEach(async () => {
  ({ client } = temporaryWorkspace());
  await client.site.create({ record: { name: 'fra1' } });
  await client.deviceType.create({ record: { manufacturer: 'Acme', model: 'R1' } });
});

const { base64 } = PLANTED_PHOTO;

test('a place has photos, which go with it and come back with the undo', async () => {
  const { id } = await client.picture.attach({ object: 'fra1', kind: 'photo', fileName: 'C:\\door.jpg', base64 });
  await client.picture.attach({ object: 'fra1', fileName: 'hall.jpg', base64, caption: 'From the door' });
  const pictures = await client.picture.ofObject({ ref: 'fra1' });
  expect(pictures.map(({ fileName, caption }) => [fileName, caption])).toEqual([
    ['door.jpg', null],
    ['hall.jpg', 'From the door'],
  ]);
  expect(await client.picture.content({ id })).toMatchObject({ mediaType: 'image/jpeg', base64 });
  await client.site.remove({ refs: ['fra1'] });
  expect((await client.picture.list({})).total).toBe(0);
  await client.history.undo();
  expect(await client.picture.content({ id })).toMatchObject({ base64 });
});

test('every place has photos: sites, rooms, rows, racks and zones', async () => {
  await client.room.create({ record: { name: 'Hall 1', siteId: 'fra1' } });
  await client.row.create({ record: { name: 'A', roomId: 'Hall 1' } });
  await client.rack.create({ record: { name: 'A01', roomId: 'Hall 1' } });
  await client.zone.create({ record: { name: 'Fire section 2' } });
  for (const object of ['fra1', 'Hall 1', 'A', 'A01', 'Fire section 2'])
    await client.picture.attach({ object, fileName: 'door.jpg', base64 });
  expect((await client.picture.list({})).total).toBe(5);
});

test('a device type has one front and one rear; a new one takes its place, in one undo', async () => {
  const front = await client.picture.attach({ object: 'Acme R1', kind: 'front', fileName: 'a.jpg', base64 });
  const rear = await client.picture.attach({ object: 'Acme R1', kind: 'rear', fileName: 'b.jpg', base64 });
  const better = await client.picture.attach({ object: 'Acme R1', kind: 'front', fileName: 'c.jpg', base64 });
  const shown = async () =>
    (await client.picture.ofTypes({ deviceTypes: ['Acme R1'] })).map(({ id, face }) => [face, id]);
  expect(await shown()).toEqual([
    ['front', better.id],
    ['rear', rear.id],
  ]);
  await client.history.undo();
  expect(await shown()).toEqual([
    ['front', front.id],
    ['rear', rear.id],
  ]);
});

test.each([
  [{ object: 'fra1', kind: 'front' as const, base64 }, 'Only a device type has a front; a place has photos.'],
  [
    { object: 'fra1', base64: Buffer.from('%PDF-1.7').toString('base64') },
    'The file is none of: JPEG photo, PNG picture, WebP picture.',
  ],
  [
    { object: 'fra1', base64: Buffer.alloc(4_000_001, 255).toString('base64') },
    'The file has 4.0 MB; pictures of at most 4 MB are taken.',
  ],
])('%# is refused', async (given, message) => {
  expect((await refusalOf(client.picture.attach({ fileName: 'x', ...given }))).message).toBe(message);
});
