import { describe, expect, it } from 'vitest';
import type { ElevationCell } from '../../../shared/rules/elevation-model.ts';
import type { RackSpace } from '../../../shared/rules/rack-model.ts';
import { cellName, placeText, usedHalfU, type PlacedDevice } from './rack-model.ts';

const rack: RackSpace = { id: 'r1', name: 'A1', heightU: 42, numbering: 'bottom', widthInches: 19 };

function mounted(change: Partial<PlacedDevice> = {}): PlacedDevice {
  return {
    noun: 'compute',
    name: 'db-03',
    state: 'active',
    positionHalfU: 22,
    heightHalfU: 4,
    face: 'both',
    widthParts: 1,
    widthOffset: 0,
    side: null,
    ...change,
  };
}

function cell(device: PlacedDevice | undefined, change: Partial<ElevationCell> = {}): ElevationCell {
  const positionHalfU = device?.positionHalfU ?? 22;
  return {
    x: 0,
    y: 0,
    width: 1,
    height: 1,
    state: device ? 'occupied' : 'free',
    positionHalfU,
    heightHalfU: device?.heightHalfU ?? 2,
    ...change,
  };
}

describe('cellName', () => {
  it('names unit, face, device, height and state', () => {
    const device = mounted();
    expect(cellName(rack, 'front', cell(device), device)).toBe('U12, front, db-03, 2 U, active');
  });

  it('names free units and half-width parts', () => {
    const device = mounted({ heightHalfU: 2, widthParts: 2, widthOffset: 1, state: 'maintenance' });
    expect(cellName(rack, 'rear', cell(undefined), undefined)).toBe('U12, rear, free');
    expect(cellName(rack, 'front', cell(device), device)).toBe('U12, front, db-03, 1 U, maintenance, right half');
  });
});

describe('placeText', () => {
  it('spans units and names the faces', () => {
    expect(placeText(rack, mounted())).toBe('U12–U13, front and rear');
    expect(placeText(rack, mounted({ positionHalfU: null, heightHalfU: 0, side: 'left' }))).toBe('left side');
  });
});

describe('usedHalfU', () => {
  it('counts a unit taken by two half-width devices once, and sides not at all', () => {
    const halves = [0, 1].map((widthOffset) => mounted({ heightHalfU: 2, widthParts: 2, widthOffset }));
    const pdu = mounted({ positionHalfU: null, heightHalfU: 0, side: 'left' });
    expect(usedHalfU(rack, [...halves, pdu, mounted({ positionHalfU: 30 })])).toBe(2 + 4);
  });
});
