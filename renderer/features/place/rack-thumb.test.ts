import { describe, expect, it } from 'vitest';
import { thumbShapes } from './rack-thumb.ts';

const SIZES = { width: 120, unit: 6 };

const device = (id: string, positionHalfU: number | null, heightHalfU = 2) => ({
  id,
  name: id,
  positionHalfU,
  heightHalfU,
  face: 'both' as const,
  widthParts: 1,
  widthOffset: 0,
  widthSpan: 1,
  children: [],
});

describe('thumbShapes', () => {
  it('draws unit 1 at the bottom: of 42 U × 6, a 1 U device at 0 half units lies at 252 - 6 = 246', () => {
    const [shape] = thumbShapes([device('a', 0)], 'a', 42, SIZES);
    expect(shape).toMatchObject({ y: 246, height: 6, x: 0, width: 120, marked: true });
  });

  it('puts devices of half a width side by side: 120 / 2 = 60', () => {
    const right = { ...device('right', 4), widthParts: 2, widthOffset: 1 };
    expect(thumbShapes([right], '', 10, SIZES)[0]).toMatchObject({ x: 60, width: 60, marked: false });
  });

  it('marks the chassis of a compute in a bay, under the name of the compute', () => {
    const child = {
      id: 'blade',
      noun: 'compute' as const,
      name: 'blade-1',
      type: 'baremetal',
      state: 'active',
      bay: '1',
    };
    const chassis = { ...device('chassis', 0, 20), children: [child] };
    expect(thumbShapes([chassis], 'blade', 42, SIZES)[0]).toMatchObject({ name: 'blade-1', marked: true });
  });

  it('leaves out what stands on a side or only at the rear', () => {
    const rear = { ...device('rear', 2), face: 'rear' as const };
    expect(thumbShapes([rear, device('side', null)], 'x', 42, SIZES)).toEqual([]);
  });
});
