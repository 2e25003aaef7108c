import { describe, expect, it } from 'vitest';
import { planDrop } from './drop-plan.ts';
import type { DropTarget } from './drag-machine.ts';
import { aBlade, aChassis, aDevice, aRack } from './testing/fixtures.ts';

function target(change: Partial<DropTarget>): DropTarget {
  return { rackId: 'r1', face: 'front', positionHalfU: 0, widthOffset: null, side: null, overId: null, ...change };
}

const one = { leadId: 'a', deviceIds: ['a'] };

describe('planDrop', () => {
  const racks = [
    { rack: aRack(), devices: [aDevice('a'), aDevice('b', { positionHalfU: 2 })] },
    { rack: aRack({ id: 'r2', name: 'R2' }), devices: [aDevice('c')] },
  ];

  it('moves a device to a free place of another rack', () => {
    const plan = planDrop(racks, { grab: one, mode: 'move', target: target({ rackId: 'r2', positionHalfU: 4 }) }, {});
    expect(plan).toMatchObject({
      ok: true,
      moves: [{ deviceId: 'a', from: { rackId: 'r1', positionHalfU: 0 }, to: { rackId: 'r2', positionHalfU: 4 } }],
    });
  });

  it('names the occupant of a taken place', () => {
    const plan = planDrop(racks, { grab: one, mode: 'move', target: target({ positionHalfU: 2 }) }, {});
    expect(plan.ok ? null : plan.problems[0]?.message).toBe(
      'U2, front and rear, of R1 is taken by b (U2, front and rear); a does not fit there.',
    );
  });

  it('answers no moves where the device already is', () => {
    expect(planDrop(racks, { grab: one, mode: 'move', target: target({}) }, {})).toEqual({ ok: true, moves: [] });
  });

  it('keeps the distances of a selection', () => {
    const grab = { leadId: 'a', deviceIds: ['a', 'b'] };
    const plan = planDrop(racks, { grab, mode: 'move', target: target({ rackId: 'r2', positionHalfU: 4 }) }, {});
    expect(plan.ok).toBe(true);
    expect(plan.moves.map(({ deviceId, to }) => [deviceId, to?.rackId, to?.positionHalfU])).toEqual([
      ['a', 'r2', 4],
      ['b', 'r2', 6],
    ]);
  });

  it('swaps two devices between racks', () => {
    const plan = planDrop(racks, { grab: one, mode: 'swap', target: target({ rackId: 'r2', overId: 'c' }) }, {});
    expect(plan.moves.map(({ deviceId, to }) => [deviceId, to?.rackId])).toEqual([
      ['a', 'r2'],
      ['c', 'r1'],
    ]);
  });

  it('asks for the other device of a swap', () => {
    const plan = planDrop(racks, { grab: one, mode: 'swap', target: target({ rackId: 'r2' }) }, {});
    expect(plan.ok ? '' : plan.problems[0]?.message).toBe('Point at the device to change places with.');
  });

  it('inserts a device and pushes the one that stands there up', () => {
    const grab = { leadId: 'c', deviceIds: ['c'] };
    const plan = planDrop(racks, { grab, mode: 'insert', target: target({ positionHalfU: 2 }) }, {});
    expect(plan.ok).toBe(true);
    expect(plan.moves.map(({ deviceId, to }) => [deviceId, to?.rackId, to?.positionHalfU])).toEqual([
      ['b', 'r1', 4],
      ['c', 'r1', 2],
    ]);
  });

  it('pushes down where there is no room above', () => {
    const full = [
      { rack: aRack({ heightU: 3 }), devices: [aDevice('b', { positionHalfU: 4 })] },
      { rack: aRack({ id: 'r2', name: 'R2' }), devices: [aDevice('c')] },
    ];
    const grab = { leadId: 'c', deviceIds: ['c'] };
    const plan = planDrop(full, { grab, mode: 'insert', target: target({ positionHalfU: 4 }) }, {});
    expect(plan.moves.map(({ deviceId, to }) => [deviceId, to?.positionHalfU])).toEqual([
      ['b', 2],
      ['c', 4],
    ]);
  });

  it('turns a half-depth device to the face it is dropped on, and leaves a full-depth one as it is', () => {
    const shallow = [{ rack: aRack(), devices: [aDevice('a', { face: 'front' }), aDevice('b', { positionHalfU: 2 })] }];
    const rear = target({ face: 'rear', positionHalfU: 4 });
    expect(planDrop(shallow, { grab: one, mode: 'move', target: rear }, {}).moves[0]?.to?.face).toBe('rear');
    const deep = { leadId: 'b', deviceIds: ['b'] };
    expect(planDrop(shallow, { grab: deep, mode: 'move', target: rear }, {}).moves[0]?.to?.face).toBe('both');
  });
});

describe('planDrop into bays', () => {
  const inBay = (chassisId: string, bay: string, change: Partial<DropTarget> = {}) =>
    target({ positionHalfU: null, chassisId, bay, ...change });
  const racks = [
    {
      rack: aRack(),
      devices: [
        aChassis('c', 3, [aBlade('b', 'Bay 1'), aBlade('x', 'Bay 2')]),
        aDevice('server', { positionHalfU: 6 }),
      ],
    },
    { rack: aRack({ id: 'r2', name: 'R2' }), devices: [aChassis('d', 4)] },
  ];
  const grab = { leadId: 'b', deviceIds: ['b'] };

  it('moves a blade to a free bay of another rack as one move', () => {
    const plan = planDrop(racks, { grab, mode: 'move', target: inBay('d', 'Bay 4', { rackId: 'r2' }) }, {});
    expect(plan).toMatchObject({
      ok: true,
      moves: [{ from: { parentId: 'c', bay: 'Bay 1' }, to: { rackId: 'r2', parentId: 'd', bay: 'Bay 4' } }],
    });
  });

  it('names what is in a bay, and refuses what stands in units', () => {
    const taken = planDrop(racks, { grab, mode: 'move', target: inBay('c', 'Bay 2') }, {});
    expect(taken.ok ? '' : taken.problems[0]?.message).toBe('Bay 2 of c is taken by x.');
    const server = { leadId: 'server', deviceIds: ['server'] };
    const wrong = planDrop(racks, { grab: server, mode: 'move', target: inBay('c', 'Bay 3') }, {});
    expect(wrong.ok ? '' : wrong.problems[0]?.message).toContain('server fits no bay of c');
  });

  it('does not stand a blade in units', () => {
    const plan = planDrop(racks, { grab, mode: 'move', target: target({ side: 'left', positionHalfU: null }) }, {});
    expect(plan.ok ? '' : plan.problems[0]?.message).toContain('b is built for the bay of a chassis');
  });

  it('lets two blades change bays, and keeps the distance of a selection', () => {
    const swap = planDrop(racks, { grab, mode: 'swap', target: inBay('c', 'Bay 2', { overId: 'x' }) }, {});
    expect(swap.moves.map(({ deviceId, to }) => [deviceId, to?.bay])).toEqual([
      ['b', 'Bay 2'],
      ['x', 'Bay 1'],
    ]);
    const both = { leadId: 'b', deviceIds: ['b', 'x'] };
    const together = planDrop(racks, { grab: both, mode: 'move', target: inBay('d', 'Bay 2', { rackId: 'r2' }) }, {});
    expect(together.ok).toBe(true);
    expect(together.moves.map(({ deviceId, to }) => [deviceId, to?.bay])).toEqual([
      ['b', 'Bay 2'],
      ['x', 'Bay 3'],
    ]);
    const over = planDrop(racks, { grab: both, mode: 'move', target: inBay('d', 'Bay 4', { rackId: 'r2' }) }, {});
    expect(over.ok).toBe(false);
  });
});
