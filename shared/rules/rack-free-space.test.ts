import { expect, test } from 'vitest';
import { freePositions, freeRuns } from './rack-free-space.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

const rack = aRack({
  heightU: 10,
  reservations: [{ positionHalfU: 16, heightHalfU: 4, face: 'both', reservedFor: 'team blue', until: '2026-12-31' }],
});
/** U3–U4 full depth, U6 front only, U9–U10 reserved: free are U1–U2, U5, U6 rear, U7–U8. */
const mounted = [aDevice('a', 3, 2), aDevice('b', 6, 1, { face: 'front' })];

test('freePositions lists whole units: 2U fit at U1 and U7, half units 0 and 12', () => {
  expect(freePositions(rack, mounted, aDevice('new', 1, 2))).toEqual([0, 12]);
});

test('in steps of half a unit 1.5U also fit at U1.5 and U7.5', () => {
  expect(freePositions(rack, mounted, aDevice('new', 1, 1.5), { stepHalfU: 1 })).toEqual([0, 1, 12, 13]);
});

test('behind the half-depth device U5–U6 are free at the rear, and after the reservation U9 too', () => {
  const half = aDevice('new', 1, 2, { face: 'rear' });
  expect(freePositions(rack, mounted, half)).toEqual([0, 8, 10, 12]);
  expect(freePositions(rack, mounted, half, { today: '2027-01-01' })).toEqual([0, 8, 10, 12, 14, 16]);
});

test('a mounted device does not stand in its own way: without a, U1–U5 and U7–U8 are free; a 0U device needs no position', () => {
  expect(freePositions(rack, mounted, aDevice('a', 3, 2))).toEqual([0, 2, 4, 6, 12]);
  expect(freePositions(rack, mounted, aDevice('pdu', 1, 0))).toEqual([]);
});

test('freeRuns measures free stretches per face: U1–U2, U5 or U5–U8 at the rear, U7–U8', () => {
  expect(freeRuns(rack, mounted, 'front')).toEqual([
    { positionHalfU: 0, heightHalfU: 4 },
    { positionHalfU: 8, heightHalfU: 2 },
    { positionHalfU: 12, heightHalfU: 4 },
  ]);
  expect(freeRuns(rack, mounted, 'rear')).toEqual([
    { positionHalfU: 0, heightHalfU: 4 },
    { positionHalfU: 8, heightHalfU: 8 },
  ]);
  expect(freeRuns(aRack(), [], 'both')).toEqual([{ positionHalfU: 0, heightHalfU: 84 }]);
});
