import { describe, expect, it } from 'vitest';
import { aimStep, startAim } from './aim.ts';
import type { RackDevice } from '../../../shared/rules/rack-model.ts';
import { aBlade, aChassis, aDevice, aRack } from './testing/fixtures.ts';

function scene(change: Partial<RackDevice> = {}) {
  const lead = aDevice('a', change);
  const racks = [
    { rack: aRack(), devices: [lead, aDevice('b', { positionHalfU: 4 })] },
    { rack: aRack({ id: 'r2', heightU: 2 }), devices: [] },
  ];
  const grab = { leadId: 'a', deviceIds: ['a'] };
  const [first] = racks;
  if (!first) throw new Error('The scene has two racks.');
  return { racks, grab, start: startAim(first, lead) };
}

describe('aimStep', () => {
  it('goes up a unit, by half of one on demand, and says what stands there', () => {
    const { racks, grab, start } = scene();
    const up = aimStep(racks, grab, start, 'up');
    expect(up).toMatchObject({ positionHalfU: 2, overId: null });
    expect(aimStep(racks, grab, up, 'up', 1)).toMatchObject({ positionHalfU: 3, overId: 'b' });
  });

  it('stays inside the rack', () => {
    const { racks, grab, start } = scene();
    expect(aimStep(racks, grab, start, 'down').positionHalfU).toBe(0);
    // 4 U are 8 half units; a device of 2 ends at 6.
    expect(aimStep(racks, grab, { ...start, positionHalfU: 6 }, 'up').positionHalfU).toBe(6);
  });

  it('goes round the racks and stays inside a lower one', () => {
    const { racks, grab, start } = scene();
    const next = aimStep(racks, grab, { ...start, positionHalfU: 6 }, 'next-rack');
    expect(next).toMatchObject({ rackId: 'r2', positionHalfU: 2 });
    expect(aimStep(racks, grab, next, 'next-rack').rackId).toBe('r1');
    expect(aimStep(racks, grab, start, 'previous-rack').rackId).toBe('r2');
  });

  it('chooses the part of the width of a half-width device', () => {
    const { racks, grab, start } = scene({ widthParts: 2, face: 'front' });
    const right = aimStep(racks, grab, start, 'right');
    expect(right).toMatchObject({ widthOffset: 1, face: 'front' });
    expect(aimStep(racks, grab, right, 'right').widthOffset).toBe(1);
    expect(aimStep(racks, grab, right, 'flip').face).toBe('rear');
  });

  it('turns a half-depth device, never one of full depth', () => {
    const shallow = scene({ face: 'front' });
    expect(aimStep(shallow.racks, shallow.grab, shallow.start, 'right').face).toBe('rear');
    const deep = scene();
    expect(aimStep(deep.racks, deep.grab, deep.start, 'right').face).toBe('front');
  });

  it('chooses the side of a device without units', () => {
    const { racks, grab, start } = scene({ heightHalfU: 0, positionHalfU: null, side: 'left' });
    expect(aimStep(racks, grab, start, 'right')).toMatchObject({ side: 'right', positionHalfU: null });
    expect(aimStep(racks, grab, start, 'up').positionHalfU).toBeNull();
  });
});

describe('aimStep among bays', () => {
  // Ten bays lie in two rows of five; R1 is 4 U high, the chassis 3 U from the floor.
  const blade = aBlade('b', 'Bay 1');
  const racks = [
    { rack: aRack(), devices: [aChassis('c', 10, [blade, aBlade('x', 'Bay 6')])] },
    { rack: aRack({ id: 'r2' }), devices: [aChassis('d', 2)] },
    { rack: aRack({ id: 'r3' }), devices: [] },
  ];
  const grab = { leadId: 'b', deviceIds: ['b'] };
  const [first] = racks;
  if (!first) throw new Error('The scene has three racks.');
  const start = startAim(first, { ...blade, parentId: 'c' });

  it('starts in its own bay and goes from bay to bay', () => {
    expect(start).toMatchObject({ rackId: 'r1', face: 'front', chassisId: 'c', bay: 'Bay 1' });
    expect(aimStep(racks, grab, start, 'right')).toMatchObject({ bay: 'Bay 2', overId: null });
    expect(aimStep(racks, grab, start, 'left').bay).toBe('Bay 1');
    expect(aimStep(racks, grab, start, 'down')).toMatchObject({ bay: 'Bay 6', overId: 'x' });
    expect(aimStep(racks, grab, { ...start, bay: 'Bay 5' }, 'right').bay).toBe('Bay 5');
  });

  it('stays in bays where it takes no units', () => {
    expect(aimStep(racks, grab, start, 'up')).toMatchObject({ chassisId: 'c', bay: 'Bay 1' });
    expect(aimStep(racks, grab, start, 'next-rack')).toMatchObject({ rackId: 'r2', chassisId: 'd', bay: 'Bay 1' });
  });

  it('leaves above the chassis for the unit there where it may stand in units, and comes back in', () => {
    const node = aBlade('n', 'Bay 1', { heightHalfU: 2, standsIn: 'either' });
    const free = [{ rack: aRack(), devices: [aChassis('c', 10, [node])] }];
    const held = { leadId: 'n', deviceIds: ['n'] };
    const out = aimStep(free, held, start, 'up');
    // 3 U are 6 half units.
    expect(out).toMatchObject({ chassisId: null, bay: null, positionHalfU: 6 });
    expect(aimStep(free, held, out, 'down')).toMatchObject({ chassisId: 'c', bay: 'Bay 1', positionHalfU: null });
  });
});
