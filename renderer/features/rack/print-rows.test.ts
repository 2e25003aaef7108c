import { describe, expect, it } from 'vitest';
import { elevation } from '../../../shared/rules/elevation-geometry.ts';
import { aDevice, aRack } from '../elevation/testing/fixtures.ts';
import { printRows, unitPxAt } from './print-rows.ts';

const NOTHING_INSIDE = () => [];
const SIZES = { unitHeight: 20, labelWidth: 20, sideWidth: 10, frame: 5 };

describe('unitPxAt', () => {
  it('makes a unit 44.45 mm : scale on paper', () => {
    // 44.45 mm / 10 = 4.445 mm = 0.175 inch = 16.8 px of 1/96 inch.
    expect(unitPxAt(10)).toBeCloseTo(16.8, 9);
  });
});

describe('printRows', () => {
  it('writes each device at its height and pushes those that share a unit below each other', () => {
    const mounted = [
      aDevice('low'),
      aDevice('left', { positionHalfU: 6, widthParts: 2 }),
      aDevice('right', { positionHalfU: 6, widthParts: 2, widthOffset: 1 }),
    ];
    const drawing = elevation({ rack: aRack(), mounted, face: 'front', sizes: SIZES });
    // U4 begins at 5, U1 at 5 + 3 × 20 = 65.
    expect(printRows(drawing, 12, NOTHING_INSIDE)).toEqual([
      { deviceId: 'left', y: 5 },
      { deviceId: 'right', y: 17 },
      { deviceId: 'low', y: 65 },
    ]);
  });

  it('writes devices on the sides below the drawing', () => {
    const pdu = aDevice('pdu', { positionHalfU: null, heightHalfU: 0, side: 'left' });
    const drawing = elevation({ rack: aRack(), mounted: [pdu], face: 'front', sizes: SIZES });
    // The drawing is 4 × 20 + 2 × 5 = 90 high.
    expect(printRows(drawing, 12, NOTHING_INSIDE)).toEqual([{ deviceId: 'pdu', y: 96 }]);
  });

  it('writes what is in bays under its chassis, and pushes the device below it down', () => {
    const mounted = [aDevice('low'), aDevice('chassis', { positionHalfU: 2, heightHalfU: 4 })];
    const drawing = elevation({ rack: aRack(), mounted, face: 'front', sizes: SIZES });
    const inBays = (id: string) => (id === 'chassis' ? ['blade-1', 'blade-2', 'blade-3', 'blade-4'] : []);
    // U2 to U3 begin at 5 + 20 = 25; five lines of 12 end at 85, below the 65 where U1 begins.
    expect(printRows(drawing, 12, inBays)).toEqual([
      { deviceId: 'chassis', y: 25 },
      { deviceId: 'blade-1', y: 37 },
      { deviceId: 'blade-2', y: 49 },
      { deviceId: 'blade-3', y: 61 },
      { deviceId: 'blade-4', y: 73 },
      { deviceId: 'low', y: 85 },
    ]);
  });
});
