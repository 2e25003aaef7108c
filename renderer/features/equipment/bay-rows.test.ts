import { describe, expect, it } from 'vitest';
import { bayRows } from './bay-rows.ts';

function aBlade(name: string, bay: string | null) {
  return { id: name, noun: 'compute' as const, name, type: 'physical', state: 'active', bay };
}

describe('bayRows', () => {
  it('shows free bays in their order and blades elsewhere at the end', () => {
    const rows = bayRows({ bays: ['1', '2'], children: [aBlade('b', '2'), aBlade('x', '9'), aBlade('y', null)] });
    expect(rows.map(({ bay, device }) => [bay, device?.name])).toEqual([
      ['1', undefined],
      ['2', 'b'],
      ['9', 'x'],
      [null, 'y'],
    ]);
  });
});
