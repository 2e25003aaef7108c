import { describe, expect, it } from 'vitest';
import type { MapSegment } from '../../../shared/contract/network.ts';
import { mapCells } from './map-cells.ts';

function run(kind: MapSegment['kind'], first: string, last = first, more: Partial<MapSegment> = {}): MapSegment {
  return { kind, first, last, size: '1', id: null, state: null, computes: [], ...more };
}

describe('the map of a prefix', () => {
  it('has a cell for every address of a small one', () => {
    const cells = mapCells('10.0.0.0/30', [
      run('network', '10.0.0.0'),
      run('address', '10.0.0.1', '10.0.0.1', { id: 'a', state: 'assigned', computes: ['web-1'] }),
      run('free', '10.0.0.2'),
      run('broadcast', '10.0.0.3'),
    ]);
    expect(cells.map(({ label, kind, share }) => [label, kind, share])).toEqual([
      ['10.0.0.0', 'network', 1],
      ['10.0.0.1', 'address', 1],
      ['10.0.0.2', 'free', 0],
      ['10.0.0.3', 'broadcast', 1],
    ]);
    expect(cells[1]?.segment?.computes).toEqual(['web-1']);
  });

  it('has 256 blocks of a large one, each with the share that is gone', () => {
    // A /16 has 256 blocks of 256 addresses: the first is a prefix, of the second 64 addresses are one.
    const cells = mapCells('10.0.0.0/16', [
      run('prefix', '10.0.0.0', '10.0.0.255', { id: 'p' }),
      run('prefix', '10.0.1.0', '10.0.1.63', { id: 'q' }),
      run('free', '10.0.1.64', '10.0.255.255'),
    ]);
    expect(cells).toHaveLength(256);
    expect(cells.slice(0, 3).map(({ label, share, recorded }) => [label, share, recorded])).toEqual([
      ['10.0.0.0/24', 1, 1],
      ['10.0.1.0/24', 0.25, 1],
      ['10.0.2.0/24', 0, 0],
    ]);
    expect(cells[0]?.segment?.id).toBe('p');
    expect(cells[1]?.segment).toBeNull();
    expect(cells[255]?.segment?.kind).toBe('free');
  });

  it('is as quick for IPv6: one address of 2^64 is a share of nearly nothing', () => {
    const cells = mapCells('2001:db8::/64', [
      run('network', '2001:db8::'),
      run('address', '2001:db8::1', '2001:db8::1', { id: 'a', state: 'available' }),
      run('free', '2001:db8::2', '2001:db8::ffff:ffff:ffff:ffff'),
    ]);
    expect(cells).toHaveLength(256);
    expect(cells[0]).toMatchObject({ label: '2001:db8::/72', share: 0, recorded: 1 });
    expect(cells[255]?.label).toBe('2001:db8:0:0:ff00::/72');
  });

  it('says which cells it does not know when it was cut off', () => {
    const cells = mapCells('10.0.0.0/30', [run('network', '10.0.0.0')]);
    expect(cells.map(({ kind }) => kind)).toEqual(['network', 'unknown', 'unknown', 'unknown']);
  });
});
