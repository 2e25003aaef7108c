import { expect, test } from 'vitest';
import { refusalOf } from '../../testing/failures.ts';
import { blade } from '../../testing/racks.ts';
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
  // A node whose type nobody knows may be in a bay and in units.
  await client.compute.create({ record: { name: 'node', type: 'baremetal' } });
  await client.rack.move({ moves: [{ device: 'node', chassis: 'chassis1', bay: 'Bay 1' }] });
  expect((await client.compute.place({ ref: 'node' })).path.at(-1)?.name).toBe('chassis1');
  await client.rack.move({ moves: [{ device: 'node', rack: 'rack102', positionHalfU: 60 }] });
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
    ['node', 60, 2, 0],
  ]);
});

test('a device named twice, or swapped with itself, is refused', async () => {
  const { client } = await withServers();
  const moves = [0, 40].map((positionHalfU) => ({ device: 'a', rack: 'rack102', positionHalfU }));
  expect((await refusalOf(client.rack.move({ moves }))).code).toBe('E_INCOHERENT');
  expect((await refusalOf(client.rack.swap({ first: 'a', second: 'a' }))).code).toBe('E_INCOHERENT');
});

/** A chassis in each rack, and blades b1 and b2 in the first bays of the first. */
async function withBlades() {
  const workspace = await withServers();
  const { client } = workspace;
  for (const [name, rack] of [
    ['chassis1', 'rack101'],
    ['chassis2', 'rack102'],
  ] as const) {
    await client.equipment.create({ record: { name, type: 'chassis', deviceTypeId: 'Acme Blade chassis' } });
    await client.rack.mount({ device: name, rack, positionHalfU: 20 });
  }
  for (const [index, name] of ['b1', 'b2'].entries()) {
    await blade(workspace, name);
    await client.rack.move({ moves: [{ device: name, chassis: 'chassis1', bay: `Bay ${index + 1}` }] });
  }
  const bays = async () => {
    const found: string[] = [];
    for (const rack of ['rack101', 'rack102'])
      for (const { children } of (await client.rack.elevation({ ref: rack })).mounted)
        found.push(...children.map(({ name, bay }) => `${name} ${rack} ${bay}`));
    return found;
  };
  return { client, bays };
}

test('blades move from bay to bay across racks, and one undo brings them back', async () => {
  const { client, bays } = await withBlades();
  const before = ['b1 rack101 Bay 1', 'b2 rack101 Bay 2'];
  expect(await bays()).toEqual(before);
  const moves = ['b1', 'b2'].map((device, index) => ({ device, chassis: 'chassis2', bay: `Bay ${index + 3}` }));
  expect((await client.rack.checkFit({ moves })).fits).toBe(true);
  await client.rack.move({ moves });
  expect(await bays()).toEqual(['b1 rack102 Bay 3', 'b2 rack102 Bay 4']);
  await client.history.undo();
  expect(await bays()).toEqual(before);
});

test('two blades change bays as one change', async () => {
  const { client, bays } = await withBlades();
  await client.rack.swap({ first: 'b1', second: 'b2' });
  expect(await bays()).toEqual(['b2 rack101 Bay 1', 'b1 rack101 Bay 2']);
  await client.history.undo();
  expect(await bays()).toEqual(['b1 rack101 Bay 1', 'b2 rack101 Bay 2']);
});

test.each([
  [
    'a taken bay',
    { device: 'b1', chassis: 'chassis1', bay: 'Bay 2' },
    'E_RU_TAKEN',
    'Bay 2 of chassis1 is taken by b2',
  ],
  ['a bay that is none', { device: 'b1', chassis: 'chassis1', bay: 'Bay 7' }, 'E_INCOHERENT', 'allowed are Bay 1'],
  [
    'a server in a bay',
    { device: 'a', chassis: 'chassis1', bay: 'Bay 3' },
    'E_INCOHERENT',
    'a fits no bay of chassis1',
  ],
  ['a blade in units', { device: 'b1', rack: 'rack101', positionHalfU: 60 }, 'E_INCOHERENT', 'built for the bay'],
  ['a chassis in itself', { device: 'chassis1', chassis: 'chassis1', bay: 'Bay 3' }, 'E_CYCLE', 'bay of itself'],
  ['nowhere', { device: 'b1' }, 'E_REQUIRED', 'a rack, or a chassis and its bay'],
  ['both', { device: 'b1', rack: 'rack101', chassis: 'chassis1' }, 'E_INCOHERENT', 'not both'],
])('%s is refused and nothing moves', async (_, move, code, message) => {
  const { client, bays } = await withBlades();
  const failure = await refusalOf(client.rack.move({ moves: [move] }));
  expect([failure.code, failure.message]).toEqual([code, expect.stringContaining(message)]);
  expect(await bays()).toEqual(['b1 rack101 Bay 1', 'b2 rack101 Bay 2']);
});
