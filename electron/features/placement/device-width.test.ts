import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { server, withRacks } from '../../testing/racks.ts';
import { temporaryWorkspace } from '../../testing/temporary-workspace.ts';

test('a device goes into racks of the width it is built for and wider ones, by mount, by move and in the preview', async () => {
  const workspace = temporaryWorkspace();
  await withRacks(workspace);
  const { client } = workspace;
  const type = await client.deviceType.get({ ref: 'Acme Server 2U' });
  await client.deviceType.update({ ref: 'Acme Server 2U', version: type.version, patch: { widthInches: '19' } });
  for (const [name, widthInches] of [
    ['desk', '10'],
    ['wide', '21'],
  ] as const)
    await client.rack.create({ record: { name, roomId: 'Hall 1', widthInches } });
  await server(workspace, 'web-01');

  const message = 'web-01 is built for 19 inches; desk is 10 inches wide.';
  const mounted = await refusalOf(client.rack.mount({ device: 'web-01', rack: 'desk', positionHalfU: 0 }));
  expect([mounted.code, mounted.message]).toEqual(['E_LIMIT_MAX', message]);
  const moves = [{ device: 'web-01', rack: 'desk', positionHalfU: 0 }];
  expect((await client.rack.checkFit({ moves })).problems.map((problem) => problem.message)).toEqual([message]);
  expect((await client.rack.unplaced()).devices.map(({ widthInches }) => widthInches)).toEqual([19]);

  await client.rack.mount({ device: 'web-01', rack: 'wide', positionHalfU: 0 });
  const { mounted: inWide } = await client.rack.elevation({ ref: 'wide' });
  expect(inWide.map(({ name, widthInches }) => [name, widthInches])).toEqual([['web-01', 19]]);
});
