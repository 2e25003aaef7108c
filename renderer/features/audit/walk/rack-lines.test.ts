import { describe, expect, it } from 'vitest';
import type { AuditDeviceState, AuditRackDevice } from '../../../../shared/contract/audit-schemas.ts';
import { partsText, walkOrder } from './rack-lines.ts';

function aDevice(name: string, state: AuditDeviceState, change: Partial<AuditRackDevice> = {}): AuditRackDevice {
  return {
    id: name,
    noun: 'compute',
    name,
    deviceType: null,
    serial: null,
    assetTag: null,
    macs: [],
    positionHalfU: 0,
    heightHalfU: 2,
    face: 'both',
    parentId: null,
    bay: null,
    at: 'U1',
    parts: [],
    state,
    seenAt: null,
    seenPlace: null,
    partsSeen: [],
    ...change,
  };
}

describe('walkOrder', () => {
  it('puts what is still to be found first, each from the top of the rack down', () => {
    const fromTheFloor = [
      aDevice('u1', 'seen'),
      aDevice('u2', 'unseen'),
      aDevice('u3', 'moved'),
      aDevice('u4', 'missing'),
      aDevice('u5', 'unseen'),
    ];
    expect(walkOrder(fromTheFloor).map(({ name }) => name)).toEqual(['u5', 'u4', 'u2', 'u3', 'u1']);
  });
});

describe('partsText', () => {
  it('counts the parts that were read', () => {
    const part = { component: 'DIMM', serial: 'S', assetTag: null, slot: null };
    const parts = [
      { ...part, id: 'p1' },
      { ...part, id: 'p2' },
    ];
    expect(partsText(aDevice('a', 'seen', { parts, partsSeen: ['p2'] }))).toBe('1 of 2 parts');
    expect(partsText(aDevice('a', 'seen'))).toBe('');
  });
});
