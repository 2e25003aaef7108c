import { describe, expect, it } from 'vitest';
import { cellsPath, partsOnFace } from './face-parts.ts';

function named(prefix: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({ name: `${prefix} ${index}` }));
}

describe('partsOnFace', () => {
  it('shows the drives of a server in front and its ports and cords at the rear', () => {
    const templates = {
      'module-bays': [...named('Bay', 10), ...named('DIMM A', 16), { name: 'CPU1' }],
      interfaces: named('eth', 4),
      'power-ports': named('PSU', 2),
    };
    expect(partsOnFace(templates, 'baremetal', 'front')).toEqual({ bays: 10, ports: 0, power: 0 });
    expect(partsOnFace(templates, 'baremetal', 'rear')).toEqual({ bays: 0, ports: 4, power: 2 });
  });

  it('shows the ports of network gear in front', () => {
    const templates = { interfaces: named('xe', 48), 'power-ports': named('PSU', 2), 'rear-ports': named('r', 24) };
    expect(partsOnFace(templates, 'switch', 'front')).toEqual({ bays: 0, ports: 48, power: 0 });
    expect(partsOnFace(templates, 'patch-panel', 'rear')).toEqual({ bays: 0, ports: 24, power: 2 });
  });
});

describe('cellsPath', () => {
  const form = { aspect: 1, largest: 20 };
  const room = { x: 100, y: 10, width: 96, height: 16 };

  it('draws as many cells as there are, inside the room', () => {
    const path = cellsPath(48, room, form);
    const corners = [...path.matchAll(/M(?<x>[\d.]+) (?<y>[\d.]+)h(?<w>[\d.]+)v(?<h>[\d.]+)/g)];
    expect(corners).toHaveLength(48);
    for (const { groups = {} } of corners) {
      expect(Number(groups['x'])).toBeGreaterThanOrEqual(room.x);
      expect(Number(groups['x']) + Number(groups['w'])).toBeLessThanOrEqual(room.x + room.width + 0.1);
      expect(Number(groups['y'])).toBeGreaterThanOrEqual(room.y);
      expect(Number(groups['y']) + Number(groups['h'])).toBeLessThanOrEqual(room.y + room.height + 0.1);
    }
  });

  it('draws nothing where there is nothing, or where it could not be seen', () => {
    expect(cellsPath(0, room, form)).toBe('');
    expect(cellsPath(400, { ...room, width: 40 }, form)).toBe('');
  });

  it('keeps a single port small', () => {
    expect(cellsPath(1, room, { aspect: 1, largest: 5 })).toBe('M191 15.5h4.1v4.1h-4.1z');
  });
});
