import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { server } from '../../testing/racks.ts';
import { BEFORE, places, withServers } from './testing/servers.ts';

test('two devices swap in one gesture, across racks, and one undo brings both back', async () => {
  const workspace = await withServers();
  const { client } = workspace;
  const { fits, moves } = await client.rack.previewSwap({ first: 'a', second: 'c' });
  expect([fits, moves.map(({ name, to }) => [name, to?.positionHalfU])]).toEqual([
    true,
    [
      ['a', 0],
      ['c', 0],
    ],
  ]);
  await client.rack.swap({ first: 'a', second: 'c' });
  expect(await places(workspace)).toEqual(['a rack102 0', 'b rack101 4', 'c rack101 0']);
  await client.history.undo();
  expect(await places(workspace)).toEqual(BEFORE);
});

test('several devices rotate as one change, each into the place another leaves', async () => {
  const workspace = await withServers();
  const { client } = workspace;
  await client.rack.move({
    moves: [
      { device: 'a', rack: 'rack101', positionHalfU: 4 },
      { device: 'b', rack: 'rack102', positionHalfU: 0 },
      { device: 'c', rack: 'rack101', positionHalfU: 0 },
    ],
  });
  expect(await places(workspace)).toEqual(['a rack101 4', 'b rack102 0', 'c rack101 0']);
  await client.history.undo();
  expect(await places(workspace)).toEqual(BEFORE);
});

test('one misfit refuses the whole move and nothing is moved', async () => {
  const workspace = await withServers();
  const moves = [
    { device: 'a', rack: 'rack102', positionHalfU: 40 },
    { device: 'b', rack: 'rack102', positionHalfU: 2 },
  ];
  const preview = await workspace.client.rack.checkFit({ moves });
  expect(preview.problems.map(({ code }) => code)).toEqual(['E_RU_TAKEN']);
  const failure = await refusalOf(workspace.client.rack.move({ moves }));
  expect(failure.message).toContain('taken by c');
  expect(await places(workspace)).toEqual(BEFORE);
});

test('inserting pushes what stands there up, no further than it must', async () => {
  const workspace = await withServers();
  const { client } = workspace;
  const target = { device: 'c', rack: 'rack101', positionHalfU: 4, direction: 'up' as const };
  const down = await client.rack.previewShift({ ...target, direction: 'down' });
  expect(down.problems.map(({ code }) => code)).toEqual(['E_RU_RANGE']);
  await client.rack.shift(target);
  // c takes U3–U4; b goes up by 2 units.
  expect(await places(workspace)).toEqual(['a rack101 0', 'b rack101 8', 'c rack101 4']);
  await client.history.undo();
  expect(await places(workspace)).toEqual(BEFORE);
});

test('a device outside every rack is placed by a move, and one in a bay comes out of it', async () => {
  const workspace = await withServers();
  const { client } = workspace;
  await client.equipment.create({ record: { name: 'chassis1', type: 'chassis', deviceTypeId: 'Acme Blade chassis' } });
  await client.rack.move({ moves: [{ device: 'chassis1', rack: 'rack102', positionHalfU: 20 }] });
  await server(workspace, 'blade');
  await client.placement.create({ record: { objectId: 'blade', parentId: 'chassis1', bay: 'Bay 1' } });
  await client.rack.move({ moves: [{ device: 'blade', rack: 'rack102', positionHalfU: 60 }] });
  const { mounted } = await client.rack.elevation({ ref: 'rack102' });
  expect(
    mounted.map(({ name, positionHalfU, heightHalfU, children }) => [
      name,
      positionHalfU,
      heightHalfU,
      children.length,
    ]),
  ).toEqual([
    ['c', 0, 4, 0],
    ['chassis1', 20, 20, 0],
    ['blade', 60, 4, 0],
  ]);
});

test('a device named twice, or swapped with itself, is refused', async () => {
  const { client } = await withServers();
  const moves = [0, 40].map((positionHalfU) => ({ device: 'a', rack: 'rack102', positionHalfU }));
  expect((await refusalOf(client.rack.move({ moves }))).code).toBe('E_INCOHERENT');
  expect((await refusalOf(client.rack.swap({ first: 'a', second: 'a' }))).code).toBe('E_INCOHERENT');
});
