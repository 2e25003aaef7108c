import { describe, expect, it } from 'vitest';
import { elevation } from '../../../shared/rules/elevation-geometry.ts';
import type { RackDevice, RackFace, RackSpace } from '../../../shared/rules/rack-model.ts';
import { spokenStop, widthText } from './spoken.ts';
import { aBlade, aChassis, aDevice, aFact, aRack } from './testing/fixtures.ts';
import { walkedFace } from './walk.ts';

const SIZES = { unitHeight: 20, labelWidth: 20, sideWidth: 12, frame: 2 };
const FACT = aFact({ name: 'db-03' });

function spoken(rack: RackSpace, devices: readonly RackDevice[], face: RackFace, shade?: string): string[] {
  const drawing = elevation({ rack, mounted: devices, face, sizes: SIZES });
  return walkedFace(rack.id, drawing).stops.map((stop) => {
    return spokenStop({ rack, stop, fact: stop.deviceId ? FACT : undefined, shade });
  });
}

describe('spokenStop', () => {
  it('says unit, face, name, height and state', () => {
    const rack = aRack({ heightU: 13 });
    const lines = spoken(rack, [aDevice('a', { positionHalfU: 22, heightHalfU: 4 })], 'front', 'Active');
    expect(lines[0]).toBe('U12, front, db-03, 2 U, active');
    expect(lines[1]).toBe('U11, front, free');
  });

  it('adds what the colour means', () => {
    expect(spoken(aRack({ heightU: 1 }), [aDevice('a')], 'front', 'Web Platform')).toEqual([
      'U1, front, db-03, 1 U, active, Web Platform',
    ]);
  });

  it('counts from the top where the rack is numbered so', () => {
    expect(spoken(aRack({ heightU: 2, numbering: 'top' }), [aDevice('a')], 'rear')).toEqual([
      'U1, rear, free',
      'U2, rear, db-03, 1 U, active',
    ]);
  });

  it('says half units, sides, reservations and what blocks from the other face', () => {
    const reservations = [{ positionHalfU: 2, heightHalfU: 4, face: 'both' as const, reservedFor: 'GPU cluster' }];
    const deep = aDevice('a', { heightHalfU: 1, face: 'front', depthMm: 1000 });
    const pdu = aDevice('p', { positionHalfU: null, heightHalfU: 0, side: 'left' });
    expect(spoken(aRack({ heightU: 3, depthMm: 1000, reservations }), [deep, pdu], 'rear')).toEqual([
      'U2–U3, rear, reserved for GPU cluster',
      'U1.5, rear, free half unit',
      'U1, rear, blocked by db-03 from the other face',
      'on the side, db-03, 0 U, active',
    ]);
  });
});

describe('spokenStop of bays', () => {
  it('says bay, chassis, and what is in it', () => {
    const chassis = aChassis('chassis-1', 3, [aBlade('b', 'Bay 2')]);
    const rack = aRack({ heightU: 3 });
    const drawing = elevation({ rack, mounted: [chassis], face: 'front', sizes: SIZES });
    const { stops } = walkedFace(rack.id, drawing, new Map([[chassis.id, chassis]]));
    const bays = stops.filter(({ kind }) => kind === 'bay');
    const said = bays.map((stop) =>
      spokenStop({ rack, stop, chassis: 'chassis-1', fact: stop.deviceId ? FACT : undefined }),
    );
    expect(said).toEqual(['bay 1 of chassis-1, free', 'bay 2 of chassis-1, db-03, active', 'bay 3 of chassis-1, free']);
  });
});

describe('widthText', () => {
  it.each([
    [{}, ''],
    [{ widthParts: 2 }, 'left half'],
    [{ widthParts: 2, widthOffset: 1 }, 'right half'],
    [{ widthParts: 3, widthOffset: 1 }, 'part 2 of 3'],
    [{ widthParts: 4, widthOffset: 1, widthSpan: 2 }, 'parts 2 to 3 of 4'],
  ])('words %j as "%s"', (width, text) => {
    expect(widthText({ positionHalfU: 0, face: 'both', ...width })).toBe(text);
  });
});
