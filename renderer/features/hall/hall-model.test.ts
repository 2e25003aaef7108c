import { describe, expect, it } from 'vitest';
import { hallLayout } from './hall-layout.ts';
import { hallHit, hallModel, usedHalfU } from './hall-model.ts';
import { aHall, aHallRack } from './testing/hall-fixtures.ts';

describe('hallLayout', () => {
  it('stands the racks of a row on one floor, whatever their height', () => {
    const { racks } = hallLayout([aHallRack({ heightU: 42 }), aHallRack({ id: 'r2', heightU: 20 })]);
    expect(racks.map(({ y, height }) => y + height)).toEqual(
      [racks[0]?.opening.y, racks[0]?.opening.y].map((y) => (y ?? 0) + 422.5),
    );
    expect((racks[1]?.x ?? 0) > (racks[0]?.x ?? 0) + (racks[0]?.width ?? 0)).toBe(true);
  });

  it('puts rows and rooms under each other and names them', () => {
    const { signs, racks } = hallLayout([
      aHallRack(),
      aHallRack({ id: 'r2', row: 'B' }),
      aHallRack({ id: 'r3', roomId: 'h2', room: 'Hall 2', row: null }),
    ]);
    expect(signs.map(({ text }) => text)).toEqual(['fra1 · Hall 1', 'Row A', 'Row B', 'fra1 · Hall 2', '']);
    expect(signs.map(({ short }) => short)).toEqual(['', 'A', 'B', '', '']);
    expect(racks[1]?.x).toBe(racks[0]?.x);
    expect((racks[1]?.y ?? 0) > (racks[0]?.y ?? 0)).toBe(true);
  });

  it('goes on in a further line after 60 racks', () => {
    const { racks } = hallLayout(Array.from({ length: 61 }, (_, index) => aHallRack({ id: `r${index}` })));
    expect(racks[60]?.x).toBe(racks[0]?.x);
    expect((racks[60]?.y ?? 0) > (racks[0]?.y ?? 0)).toBe(true);
  });

  it('is as wide as the inches say: 19 inches are 482.6 mm, a unit of 10 is 44.45 mm', () => {
    expect(hallLayout([aHallRack()]).racks[0]?.opening.width).toBeCloseTo(108.57, 2);
  });
});

describe('hallModel', () => {
  it('knows the pictures of device types from the face that is shown', () => {
    const picture = (deviceType: number, face: 'front' | 'rear', id: string) => ({ deviceType, face, id });
    const pictures = [picture(3, 'front', 'p1'), picture(3, 'rear', 'p2'), picture(5, 'rear', 'p3')];
    const shown = (face: 'front' | 'rear') => [...hallModel({ ...aHall([aHallRack()], []), pictures }, face).pictures];
    expect(shown('front')).toEqual([[3, 'p1']]);
    expect(shown('rear')).toEqual([
      [3, 'p2'],
      [5, 'p3'],
    ]);
  });

  const racks = [aHallRack(), aHallRack({ id: 'r2', name: 'R2' })];
  const hall = aHall(racks, [
    { id: 'low' },
    { id: 'second', rack: 1, positionHalfU: 2 },
    { id: 'behind', positionHalfU: 4, face: 1 },
    { id: 'right', positionHalfU: 6, widthParts: 2, widthOffset: 1 },
    { id: 'pdu', positionHalfU: -1, heightHalfU: 0, side: 1 },
  ]);

  function found(face: 'front' | 'rear', share: number, unit: number): string | null {
    const model = hallModel(hall, face);
    const opening = model.layout.racks[0]?.opening ?? { x: 0, y: 0, width: 0, height: 0 };
    // The middle of unit `unit`, counted from the floor, 10 world units each.
    const y = opening.y + opening.height - unit * 10 + 5;
    const hit = hallHit(model, opening.x + share * opening.width, y);
    const device = hit?.device ?? null;
    return device === null ? null : (model.facts[device]?.id ?? null);
  }

  it('finds the device under a point', () => {
    expect(found('front', 0.5, 1)).toBe('low');
    expect(found('front', 0.5, 2)).toBeNull();
  });

  it('shows on a face only what is seen there', () => {
    expect(found('front', 0.5, 3)).toBeNull();
    expect(found('rear', 0.5, 3)).toBe('behind');
  });

  it('mirrors the rear', () => {
    expect(found('front', 0.75, 4)).toBe('right');
    expect(found('rear', 0.75, 4)).toBeNull();
    expect(found('rear', 0.25, 4)).toBe('right');
  });

  it('hangs devices without units on the side of the rack, the other one from behind', () => {
    const left = (face: 'front' | 'rear') => {
      const model = hallModel(hall, face);
      const rack = model.layout.racks[0];
      return rack ? (hallHit(model, rack.x + 2, rack.y + 10)?.device ?? null) : null;
    };
    expect(left('front')).toBe(4);
    expect(left('rear')).toBeNull();
  });

  it('counts each half unit once', () => {
    // U1, U3 and U4 of the first rack: 3 × 2 half units.
    expect(usedHalfU(hallModel(hall, 'front'), 0)).toBe(6);
    expect(usedHalfU(hallModel(hall, 'front'), 1)).toBe(2);
  });
});
