import { describe, expect, it } from 'vitest';
import { cellsPath } from './face-parts.ts';

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
