import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { ImportReport } from '../../../shared/contract/import.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

const checkout = join(dirname(fileURLToPath(import.meta.url)), '../../..');
const library = join(process.env['RACKWRIGHT_DATA'] ?? join(checkout, '../shared/data'), '1-device-types');

// Of the 8 models with pictures the set holds the YAML files of three: Dell R620, F5 BIG-IP 2000, Cisco FPR4115.
test('the pictures of the library find their device types by slug, front and rear', async () => {
  const { client } = temporaryWorkspace();
  const folders = ['device-types/Dell', 'device-types/F5', 'device-types/Cisco', 'elevation-images'];
  const paths = folders.map((folder) => join(library, folder));
  let report: ImportReport | undefined;
  for await (const event of await client.import.deviceTypes({ paths }))
    if (event.kind === 'report') ({ report } = event);
  expect(report?.byNoun['picture']).toEqual({ created: 6, updated: 0, unchanged: 0 });
  expect(report?.refused).toHaveLength(10);
  for (const { reason } of report?.refused ?? []) expect(reason).toMatch(/^No device type has the slug "[a-z0-9-]+"/);
  const drawn = await client.picture.ofTypes({ deviceTypes: ['Dell PowerEdge R620'] });
  expect(drawn.map(({ face }) => face)).toEqual(['front', 'rear']);
  const [front] = drawn;
  expect(await client.picture.content({ id: front?.id ?? '' })).toMatchObject({ mediaType: 'image/png' });
});
