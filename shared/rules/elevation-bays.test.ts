import { expect, test } from 'vitest';
import { bayCells, bayColumns, bayFace, bayRoom } from './elevation-bays.ts';

// 10 U of 20 pixels: the bays lie under the name (20) and end 0.2 U above the floor (4): 200 − 24 = 176 high.
const CHASSIS = { x: 100, y: 50, width: 216, height: 200 };

function names(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `Bay ${index + 1}`);
}

test('up to eight bays lie in one row, more in two', () => {
  expect([1, 4, 8, 9, 16].map(bayColumns)).toEqual([1, 4, 8, 5, 8]);
});

test('sixteen bays fill the room under the name in two rows', () => {
  const room = bayRoom(CHASSIS, 20);
  // 16 pixels of band and 6 beside it; 5 at the right: 216 − 22 − 5 = 189.
  expect(room).toEqual({ x: 122, y: 70, width: 189, height: 176 });
  const cells = bayCells(names(16), CHASSIS, 20);
  expect(cells[0]).toMatchObject({ bay: 'Bay 1', x: 122, y: 70, height: 86 });
  expect(cells[8]).toMatchObject({ bay: 'Bay 9', x: 122, y: 158 });
  expect((cells[15]?.x ?? 0) + (cells[15]?.width ?? 0)).toBeCloseTo(122 + 189 - 2);
});

test('a chassis of one unit has its bays beside the name', () => {
  const box = { ...CHASSIS, height: 20 };
  const [first, second] = bayCells(names(2), box, 20);
  expect(first?.x).toBeCloseTo(100 + 216 * 0.45);
  expect(first?.y).toBe(second?.y);
  expect((first?.y ?? 0) + (first?.height ?? 0)).toBeLessThan(70);
});

test('bays are seen from the face that the chassis is mounted on', () => {
  expect((['front', 'both', 'rear'] as const).map((face) => bayFace({ face }))).toEqual(['front', 'front', 'rear']);
});
