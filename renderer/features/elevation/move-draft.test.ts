import { describe, expect, it } from 'vitest';
import { bayChoices, freeUnits, readMove } from './move-draft.ts';
import { aBlade, aChassis, aDevice, aRack } from './testing/fixtures.ts';

const draft = { unit: 'U2', face: 'front', side: 'left', bay: '' } as const;

describe('readMove', () => {
  it('reads a unit as it is written on the rack, in either numbering', () => {
    const bottom = readMove({ rack: aRack(), devices: [] }, aDevice('a'), draft);
    expect(bottom.ok ? bottom.target.positionHalfU : null).toBe(2);
    // Counted from the top of 4 units, U2 is the third from the floor: 4 half units below it.
    const top = readMove({ rack: aRack({ numbering: 'top' }), devices: [] }, aDevice('a'), draft);
    expect(top.ok ? top.target.positionHalfU : null).toBe(4);
  });

  it('says what is not understood', () => {
    expect(readMove({ rack: aRack(), devices: [] }, aDevice('a'), { ...draft, unit: 'top' })).toEqual({
      ok: false,
      message: "Position 'top' is not in the rack; allowed is U1 to U4 in steps of half a unit.",
    });
    expect(readMove({ rack: aRack(), devices: [] }, aDevice('a'), { ...draft, unit: ' ' }).ok).toBe(false);
  });

  it('takes the side of a device without units', () => {
    const pdu = aDevice('pdu', { heightHalfU: 0, positionHalfU: null, side: 'left' });
    const read = readMove({ rack: aRack(), devices: [] }, pdu, { ...draft, side: 'right' });
    expect(read.ok ? [read.target.side, read.target.positionHalfU] : null).toEqual(['right', null]);
  });
});

describe('bayChoices', () => {
  it('lists the free bays that take the device, and a chosen one is read as the place', () => {
    const mounted = { rack: aRack(), devices: [aChassis('c', 3, [aBlade('x', 'Bay 2')])] };
    const blade = aBlade('b', null);
    const choices = bayChoices(mounted, blade);
    expect(choices.map(({ label }) => label)).toEqual(['bay 1 of c', 'bay 3 of c']);
    const read = readMove(mounted, blade, { ...draft, unit: '', bay: choices[1]?.value ?? '' });
    expect(read.ok ? [read.target.chassisId, read.target.bay] : null).toEqual(['c', 'Bay 3']);
    expect(bayChoices(mounted, aDevice('a'))).toEqual([]);
    expect(readMove(mounted, blade, draft)).toEqual({ ok: false, message: 'Choose the bay it shall go into.' });
  });
});

describe('freeUnits', () => {
  it('lists where it would stand free, from the top', () => {
    const mounted = { rack: aRack(), devices: [aDevice('b', { positionHalfU: 2 })] };
    expect(freeUnits(mounted, aDevice('a', { heightHalfU: 2 }), 'front', {})).toEqual(['U4', 'U3', 'U1']);
  });
});
