import { describe, expect, it } from 'vitest';
import { planDrop } from './drop-plan.ts';
import type { DropTarget } from './drag-machine.ts';
import { aDevice, aRack } from './testing/fixtures.ts';

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
