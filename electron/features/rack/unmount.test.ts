import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { server, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('devices are taken out together: one change, and one undo puts them back', async () => {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  for (const [name, units] of [
    ['web-01', [1, 2]],
    ['web-02', [3, 4]],
    ['web-03', [5, 6]],
  ] as const) {
    await server(workspace, name);
    await client.rack.mount({ device: name, rack: 'rack101', units: [...units] });
  }
  const standing = async () => (await client.rack.elevation({ ref: 'rack101' })).mounted.map(({ name }) => name);

  await client.rack.unmount({ devices: ['web-01', 'web-03', 'web-01'] });
  expect(await standing()).toEqual(['web-02']);
  expect((await client.history.next()).undo?.label).toBe('Take 2 devices out of their places');
  await client.history.undo({});
  expect(await standing()).toEqual(['web-01', 'web-02', 'web-03']);

  await client.rack.unmount({ devices: ['web-02'] });
  expect((await client.history.next()).undo?.label).toBe('Take web-02 out of its rack');
  const failure = await refusalOf(client.rack.unmount({ devices: ['web-01', 'web-02'] }));
  expect(failure.message).toBe('The device has no place.');
  expect(await standing()).toEqual(['web-01', 'web-03']);
});
