import { describe, expect, test } from 'vitest';
import { elevation } from './elevation-geometry.ts';
import { hitTest, snapPosition } from './elevation-hit.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

/** 10 px per half unit; the opening starts at x 110, y 20 and is 8 half units = 80 px high. */
const sizes = { unitHeight: 20, labelWidth: 30, sideWidth: 60, frame: 20 };
const strip = aDevice('pdu', 1, 0, { positionHalfU: null, side: 'left' });
const left = aDevice('left', 2, 1, { widthParts: 2, widthOffset: 0 });

function drawn(face: 'front' | 'rear') {
  return elevation({ rack: aRack({ heightU: 4 }), mounted: [left, strip], face, sizes });
}

describe('hitTest', () => {
  test('y 20 is the top half unit 7, y 99 the lowest, 0', () => {
    expect(hitTest(drawn('front'), 120, 20)).toMatchObject({ region: 'units', positionHalfU: 7 });
    expect(hitTest(drawn('front'), 120, 99)).toMatchObject({
      region: 'units',
      positionHalfU: 0,
      cell: { state: 'free' },
    });
  });

  test('finds the device on its half, seen from either face', () => {
    const middle = 20 + 80 - 30;
    expect(hitTest(drawn('front'), 115, middle)).toMatchObject({ positionHalfU: 2, cell: { deviceId: 'left' } });
    expect(hitTest(drawn('rear'), 115, middle)).toMatchObject({ positionHalfU: 2, cell: { state: 'free' } });
  });

  test('the share of the width counts from the left of the front', () => {
    const { opening } = drawn('front');
    const shareAt = (face: 'front' | 'rear') => {
      const hit = hitTest(drawn(face), opening.x + opening.width / 4, 50);
      return hit.region === 'units' ? hit.widthShare : Number.NaN;
    };
    expect(shareAt('front')).toBeCloseTo(0.25, 9);
    expect(shareAt('rear')).toBeCloseTo(0.75, 9);
  });

  test('the sides, the labels and the outside', () => {
    expect(hitTest(drawn('front'), 40, 50)).toMatchObject({
      region: 'side',
      side: 'left',
      device: { deviceId: 'pdu' },
    });
    expect(hitTest(drawn('rear'), 40, 50)).toMatchObject({ region: 'side', side: 'right', device: null });
    expect(hitTest(drawn('front'), 10, 50)).toEqual({ region: 'outside' });
    expect(hitTest(drawn('front'), 120, 101)).toEqual({ region: 'outside' });
  });
});

describe('snapPosition', () => {
  test.each<[number, number, 1 | 2, number, string]>([
    [20, 4, 2, 4, 'top edge at the top: 8 − 4'],
    [60, 4, 2, 0, '4 half units lower: 8 − 4 − 4'],
    [34, 2, 2, 4, '8 − 1.4 − 2 = 4.6, nearest whole unit 4'],
    [34, 2, 1, 5, 'nearest half unit 5'],
    [-500, 2, 2, 6, 'above the rack: the highest that fits'],
    [900, 2, 2, 0, 'below the rack: the floor'],
    [20, 3, 2, 4, '1.5U on whole units: 8 − 3 = 5, at most 4'],
    [20, 10, 2, 0, 'higher than the rack'],
  ])('y %d, %d half units high, step %d → %d: %s', (y, heightHalfU, step, expected) => {
    expect(snapPosition(drawn('front'), y, heightHalfU, step)).toBe(expected);
  });
});
