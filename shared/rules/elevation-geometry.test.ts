import { describe, expect, test } from 'vitest';
import { elevation } from './elevation-geometry.ts';
import type { ElevationCell, ElevationInput } from './elevation-model.ts';
import { aDevice, aRack } from './testing/rack-builders.ts';

/** One unit is 44.45 high, so that one pixel is one millimetre. */
const sizes = { unitHeight: 44.45, labelWidth: 30, sideWidth: 60, frame: 20 };

function draw(rest: Partial<ElevationInput> = {}) {
  return elevation({ rack: aRack({ heightU: 4 }), mounted: [], face: 'front', sizes, ...rest });
}

function summary(cells: readonly ElevationCell[]) {
  return cells.map(({ state, positionHalfU, heightHalfU, deviceId }) =>
    [state, positionHalfU, heightHalfU, ...(deviceId ? [deviceId] : [])].join(' '),
  );
}

describe('true proportions', () => {
  test.each([
    [10, 254],
    [19, 482.6],
    [21, 533.4],
    [23, 584.2],
  ])('%d inches are %d mm wide beside units of 44.45 mm', (widthInches, millimetres) => {
    const { opening, width, height } = draw({ rack: aRack({ heightU: 42, widthInches }) });
    expect(opening.width).toBeCloseTo(millimetres, 9);
    expect(opening.height).toBeCloseTo(42 * 44.45, 9);
    expect(width).toBeCloseTo(30 + 60 + 20 + millimetres + 20 + 60, 9);
    expect(height).toBeCloseTo(42 * 44.45 + 2 * 20, 9);
  });

  test('a unit of 20 px makes a 19 inch opening 482.6 × 20 ÷ 44.45 px wide', () => {
    expect(draw({ sizes: { ...sizes, unitHeight: 20 } }).opening.width).toBeCloseTo((482.6 * 20) / 44.45, 9);
  });
});

describe('unit labels run from the top down', () => {
  test.each([
    ['bottom' as const, ['4', '3', '2', '1']],
    ['top' as const, ['1', '2', '3', '4']],
  ])('numbered from the %s: %j', (numbering, texts) => {
    const { labels } = draw({ rack: aRack({ heightU: 4, numbering }) });
    expect(labels.map(({ text }) => text)).toEqual(texts);
    expect(labels.map(({ positionHalfU }) => positionHalfU)).toEqual([6, 4, 2, 0]);
    expect(labels[1]).toMatchObject({ x: 0, width: 30, height: 44.45 });
    expect(labels[1]?.y).toBeCloseTo(20 + 44.45, 9);
  });
});

describe('cells', () => {
  test('an empty rack is free units from the top down', () => {
    expect(summary(draw().cells)).toEqual(['free 6 2', 'free 4 2', 'free 2 2', 'free 0 2']);
  });

  test('a 2U device at U2 lies from 4 − 3 = 1 unit below the top to 3', () => {
    const { cells } = draw({ mounted: [aDevice('a', 2, 2)] });
    expect(summary(cells)).toEqual(['free 6 2', 'occupied 2 4 a', 'free 0 2']);
    expect(cells[1]?.x).toBe(30 + 60 + 20);
    expect(cells[1]?.width).toBeCloseTo(482.6, 9);
    expect(cells[1]?.y).toBeCloseTo(20 + 44.45, 9);
    expect(cells[1]?.height).toBeCloseTo(2 * 44.45, 9);
  });

  test('a device half a unit up leaves half units free', () => {
    expect(summary(draw({ mounted: [aDevice('a', 2.5, 1)] }).cells)).toEqual([
      'free 6 2',
      'free 5 1',
      'occupied 3 2 a',
      'free 2 1',
      'free 0 2',
    ]);
  });

  test('beside a left third two thirds are free, and the rear shows them mirrored', () => {
    const third = aDevice('a', 1, 1, { widthParts: 3, widthOffset: 0 });
    const rack = aRack({ heightU: 1 });
    const shares = (face: 'front' | 'rear') => {
      const { cells, opening } = draw({ rack, mounted: [third], face });
      return cells.map(({ state, x, width }) => [
        state,
        ((x - opening.x) / opening.width) * 3,
        (width / opening.width) * 3,
      ]);
    };
    expect(shares('front')).toEqual([
      ['occupied', expect.closeTo(0, 9), expect.closeTo(1, 9)],
      ['free', expect.closeTo(1, 9), expect.closeTo(2, 9)],
    ]);
    expect(shares('rear')).toEqual([
      ['free', expect.closeTo(0, 9), expect.closeTo(2, 9)],
      ['occupied', expect.closeTo(2, 9), expect.closeTo(1, 9)],
    ]);
  });

  test('a half-depth device leaves the other face free, unless it is as deep as the rack', () => {
    const rack = aRack({ heightU: 1, depthMm: 800 });
    const rear = (depthMm: number) =>
      summary(draw({ rack, mounted: [aDevice('a', 1, 1, { face: 'rear', depthMm })] }).cells);
    expect(rear(799)).toEqual(['free 0 2']);
    expect(rear(800)).toEqual(['blocked 0 2 a']);
  });

  test('a reservation is drawn on its face until its last day', () => {
    const reservation = {
      positionHalfU: 0,
      heightHalfU: 4,
      face: 'front' as const,
      reservedFor: 'team blue',
      until: '2026-12-31',
    };
    const rack = aRack({ heightU: 3, reservations: [reservation] });
    expect(summary(draw({ rack, today: '2026-12-31' }).cells)).toEqual(['free 4 2', 'reserved 0 4']);
    expect(summary(draw({ rack, today: '2027-01-01' }).cells)).toEqual(['free 4 2', 'free 2 2', 'free 0 2']);
    expect(summary(draw({ rack, face: 'rear' }).cells)).toEqual(['free 4 2', 'free 2 2', 'free 0 2']);
  });

  test('a candidate comes last and carries the verdict', () => {
    const { cells } = draw({ mounted: [aDevice('a', 1, 4)], candidate: { device: aDevice('new', 2, 1), fits: false } });
    expect(summary(cells)).toEqual(['occupied 0 8 a', 'candidate 2 2 new']);
    expect(cells[1]?.fits).toBe(false);
  });
});

test('0U devices share the strip of their side, which the rear shows on the other hand', () => {
  const strip = (id: string, side: 'left' | 'right') => aDevice(id, 1, 0, { positionHalfU: null, side });
  const mounted = [strip('a', 'left'), strip('b', 'left'), strip('c', 'right')];
  const places = (face: 'front' | 'rear') =>
    draw({ mounted, face }).sides.map(({ deviceId, x, width }) => [deviceId, x, width]);
  const rightStrip = 30 + 60 + 20 + 482.6 + 20;
  expect(places('front')).toEqual([
    ['a', 30, 30],
    ['b', 60, 30],
    ['c', expect.closeTo(rightStrip, 9), 60],
  ]);
  expect(places('rear')).toEqual([
    ['c', 30, 60],
    ['a', expect.closeTo(rightStrip, 9), 30],
    ['b', expect.closeTo(rightStrip + 30, 9), 30],
  ]);
});
