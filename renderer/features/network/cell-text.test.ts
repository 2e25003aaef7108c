import { describe, expect, it } from 'vitest';
import type { MapSegment } from '../../../shared/contract/network.ts';
import { cellLook, cellText } from './cell-text.ts';
import type { MapCell } from './map-cells.ts';

const segment = (more: Partial<MapSegment>): MapSegment => ({
  kind: 'address',
  first: '10.0.0.5',
  last: '10.0.0.5',
  size: '1',
  id: 'a',
  state: 'assigned',
  computes: [],
  ...more,
});

const cell = (more: Partial<MapCell>): MapCell => ({
  label: '10.0.0.5',
  kind: 'address',
  segment: null,
  share: 0,
  recorded: 1,
  ...more,
});

describe('a cell', () => {
  it('says who has its address', () => {
    const assigned = cell({ segment: segment({ computes: ['lb-1', 'lb-2'] }) });
    expect([cellText(assigned), cellLook(assigned)]).toEqual(['assigned to lb-1, lb-2', 'assigned']);
    const freed = cell({ segment: segment({ state: 'available' }) });
    expect([cellText(freed), cellLook(freed)]).toEqual(['on record, free', 'available']);
  });

  it('of a block says how much of it is used', () => {
    expect(cellText(cell({ kind: 'block', share: 0.25, recorded: 3 }))).toBe('25 % used');
    expect(cellLook(cell({ kind: 'block', share: 0, recorded: 1 }))).toBe('partly');
    expect(cellLook(cell({ kind: 'block', share: 0, recorded: 0 }))).toBe('free');
    expect(cellLook(cell({ kind: 'block', share: 1, segment: segment({ kind: 'prefix' }) }))).toBe('prefix');
  });

  it('that hosts may not have says why', () => {
    const broadcast = cell({ kind: 'broadcast', segment: segment({ kind: 'broadcast', id: null }) });
    expect([cellText(broadcast), cellLook(broadcast)]).toEqual(['broadcast address, not for hosts', 'kept']);
  });
});
