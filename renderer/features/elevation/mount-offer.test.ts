import { describe, expect, it } from 'vitest';
import { mountOffer } from './mount-offer.ts';
import { aDevice, aRack } from './testing/fixtures.ts';

const device = { id: 'n', name: 'new', heightHalfU: 2, face: 'both' } as const;

describe('mountOffer', () => {
  it('offers the unit wished for', () => {
    const offer = mountOffer({ rack: aRack(), devices: [] }, device, { positionHalfU: 4, face: 'front' }, {});
    expect(offer).toEqual({ placed: { ...device, positionHalfU: 4 }, problem: null });
  });

  it('offers the nearest place and says what stands at the one wished for', () => {
    const offer = mountOffer(
      { rack: aRack(), devices: [aDevice('db')] },
      device,
      { positionHalfU: 0, face: 'front' },
      {},
    );
    expect(offer.placed?.positionHalfU).toBe(2);
    expect(offer.problem).toBe(
      'U1, front and rear, of R1 is taken by db (U1, front and rear); new does not fit there.',
    );
  });

  it('says that a rack has no gap', () => {
    const full = { rack: aRack({ heightU: 1 }), devices: [aDevice('db')] };
    const offer = mountOffer(full, device, { positionHalfU: null, face: 'front' }, {});
    expect(offer).toEqual({ placed: null, problem: 'R1 has no gap of 1 U for it.' });
  });

  it('turns a half-depth device to the face wished for', () => {
    const shallow = { ...device, face: 'front' } as const;
    expect(
      mountOffer({ rack: aRack(), devices: [] }, shallow, { positionHalfU: 0, face: 'rear' }, {}).placed?.face,
    ).toBe('rear');
  });

  it('hangs a device without units on the side that is free', () => {
    const pdu = { ...device, heightHalfU: 0 };
    const left = aDevice('p', { heightHalfU: 0, positionHalfU: null, side: 'left' });
    const offer = mountOffer({ rack: aRack(), devices: [left] }, pdu, { positionHalfU: 2, face: 'front' }, {});
    expect(offer.placed).toMatchObject({ positionHalfU: null, side: 'right' });
  });
});
