import { describe, expect, it } from 'vitest';
import type { RackDevice, RackFace } from '../../../shared/rules/rack-model.ts';
import { elevation } from '../../../shared/rules/elevation-geometry.ts';
import { pointedTarget } from './pointer-target.ts';
import type { DropMode } from './drag-machine.ts';
import { aBlade, aChassis, aDevice, aRack } from './testing/fixtures.ts';
import { walkedFace } from './walk.ts';

// 4 units of 20 px under a frame of 5: U4 begins at y = 5, U1 at y = 65. Left of the opening: 20 + 10 + 5 = 35 px.
const SIZES = { unitHeight: 20, labelWidth: 20, sideWidth: 10, frame: 5 };
const LEFT = 35;
// 19 inches at 20 px for 44.45 mm: 482.6 × 20 / 44.45 = 217.14 px.
const WIDTH = 217.14;

function target(lead: RackDevice, x: number, y: number, face: RackFace = 'front', others: readonly RackDevice[] = []) {
  const grab = { leadId: lead.id, deviceIds: [lead.id] };
  const hold = { dx: 10, dy: 10 };
  const drawing = elevation({ rack: aRack(), mounted: [lead, ...others], face, sizes: SIZES });
  return pointedTarget({ rackId: 'r1', drawing, x, y, lead, hold, grab, stepHalfU: 2, bays: [], mode: 'move' });
}

// A chassis of 3 U from the floor: its upper edge at 5 + 20 = 25, its three bays from 45 to 25 + 60 − 4 = 81.
function overBay(lead: RackDevice, mode: DropMode, x: number, y = 60) {
  const chassis = aChassis('c', 3, [aBlade('x', 'Bay 3')]);
  const mounted = [lead, chassis];
  const drawing = elevation({ rack: aRack(), mounted, face: 'front', sizes: SIZES });
  const { stops } = walkedFace('r1', drawing, new Map(mounted.map((device) => [device.id, device])));
  const bays = stops.filter(({ kind }) => kind === 'bay');
  const grab = { leadId: lead.id, deviceIds: [lead.id] };
  const held = { lead, grab, hold: { dx: 4, dy: 4 }, stepHalfU: 2 as const, bays, mode };
  return pointedTarget({ rackId: 'r1', drawing, x, y, ...held });
}

describe('pointedTarget over bays', () => {
  it('means the bay under the pointer, and names what is in it', () => {
    expect(overBay(aBlade('b', null), 'move', LEFT + 30)).toMatchObject({ chassisId: 'c', bay: 'Bay 1', overId: null });
    expect(overBay(aBlade('b', null), 'move', LEFT + WIDTH - 12)).toMatchObject({ bay: 'Bay 3', overId: 'x' });
  });

  it('means the chassis where what stands in units is swapped or inserted', () => {
    const server = aDevice('a', { positionHalfU: 6 });
    expect(overBay(server, 'swap', LEFT + 30)).toMatchObject({ overId: 'c' });
    expect(overBay(server, 'insert', LEFT + 30)?.bay).toBeUndefined();
    expect(overBay(aBlade('b', 'Bay 1', { parentId: 'c' }), 'swap', LEFT + WIDTH - 12)?.overId).toBe('x');
  });
});

describe('pointedTarget', () => {
  it('snaps the upper edge of the held device to a unit', () => {
    // The upper edge is at 52 - 10 = 42, nearest to 45, the top of U2.
    expect(target(aDevice('a'), LEFT + 50, 52)).toMatchObject({ rackId: 'r1', face: 'front', positionHalfU: 2 });
  });

  it('names the device under the pointer, but not the held one', () => {
    const other = aDevice('b', { positionHalfU: 6 });
    expect(target(aDevice('a'), LEFT + 50, 15, 'front', [other])?.overId).toBe('b');
    expect(target(aDevice('a'), LEFT + 50, 75)?.overId).toBeNull();
  });

  it('means nothing beside the rack', () => {
    expect(target(aDevice('a'), 5, 30)).toBeNull();
  });

  it('chooses the half of the width, mirrored at the rear', () => {
    const half = aDevice('a', { widthParts: 2 });
    // Its left edge is held at the middle of the opening.
    expect(target(half, LEFT + WIDTH / 2 + 10, 30)?.widthOffset).toBe(1);
    expect(target(half, LEFT + WIDTH / 2 + 10, 30, 'rear')?.widthOffset).toBe(0);
  });

  it('chooses the nearer side for a device without units', () => {
    const pdu = aDevice('p', { heightHalfU: 0, positionHalfU: null, side: 'left' });
    expect(target(pdu, LEFT + WIDTH, 30)).toMatchObject({ side: 'right', positionHalfU: null });
    expect(target(pdu, LEFT + WIDTH, 30, 'rear')?.side).toBe('left');
  });
});
