import { describe, expect, it } from 'vitest';
import { countParts, partsOnFace } from './type-parts.ts';

function named(prefix: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({ name: `${prefix} ${index}` }));
}

describe('partsOnFace', () => {
  it('shows the drives of a server in front and its ports and cords at the rear', () => {
    const parts = countParts({
      'module-bays': [...named('Bay', 10), ...named('DIMM A', 16), { name: 'CPU1' }],
      interfaces: named('eth', 4),
      'power-ports': named('PSU', 2),
    });
    expect(partsOnFace(parts, 'baremetal', 'front')).toEqual({ bays: 10, ports: 0, power: 0 });
    expect(partsOnFace(parts, 'baremetal', 'rear')).toEqual({ bays: 0, ports: 4, power: 2 });
  });

  it('shows the ports of network gear in front', () => {
    const templates = { interfaces: named('xe', 48), 'power-ports': named('PSU', 2), 'rear-ports': named('r', 24) };
    const parts = countParts(templates);
    expect(partsOnFace(parts, 'switch', 'front')).toEqual({ bays: 0, ports: 48, power: 0 });
    expect(partsOnFace(parts, 'patch-panel', 'rear')).toEqual({ bays: 0, ports: 24, power: 2 });
  });
});
