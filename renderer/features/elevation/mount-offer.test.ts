import { describe, expect, it } from 'vitest';
import { mountOffer } from './mount-offer.ts';
import { aBlade, aChassis, aDevice, aRack } from './testing/fixtures.ts';

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

  it('offers the bay wished for, else the next free one, with what stands in the first', () => {
    const mounted = { rack: aRack(), devices: [aChassis('c', 3, [aBlade('x', 'Bay 1')])] };
    const wish = { positionHalfU: 0, face: 'front', chassisId: 'c' } as const;
    const blade = aBlade('new', null);
    const offered = mountOffer(mounted, blade, { ...wish, bay: 'Bay 3' }, {});
    expect([offered.placed?.parentId, offered.placed?.bay, offered.problem]).toEqual(['c', 'Bay 3', null]);
    const beside = mountOffer(mounted, blade, { ...wish, bay: 'Bay 1' }, {});
    expect([beside.placed?.bay, beside.problem]).toEqual(['Bay 2', 'Bay 1 of c is taken by x.']);
  });

  it('says of a server that a bay does not take it, and of a blade that there is no bay', () => {
    const mounted = { rack: aRack(), devices: [aChassis('c', 1)] };
    const wish = { positionHalfU: null, face: 'front', chassisId: 'c', bay: 'Bay 1' } as const;
    const server = mountOffer(mounted, device, wish, {});
    expect(server.placed).toBeNull();
    expect(server.problem).toContain('new fits no bay of c');
    const nowhere = mountOffer(
      { rack: aRack(), devices: [] },
      aBlade('b', null),
      { positionHalfU: 2, face: 'front' },
      {},
    );
    expect(nowhere).toEqual({ placed: null, problem: 'R1 has no chassis with a free bay for it.' });
  });

  it('hangs a device without units on the side that is free', () => {
    const pdu = { ...device, heightHalfU: 0 };
    const left = aDevice('p', { heightHalfU: 0, positionHalfU: null, side: 'left' });
    const offer = mountOffer({ rack: aRack(), devices: [left] }, pdu, { positionHalfU: 2, face: 'front' }, {});
    expect(offer.placed).toMatchObject({ positionHalfU: null, side: 'right' });
  });
});
