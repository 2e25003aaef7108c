import { describe, expect, it } from 'vitest';
import { walkedSlot } from './slot-walk.ts';

// A1 A2 A3
// A4
//    P1 P2
const SPOTS = [
  { name: 'A1', x: 10, y: 10 },
  { name: 'A2', x: 50, y: 10 },
  { name: 'A3', x: 90, y: 10 },
  { name: 'A4', x: 10, y: 40 },
  { name: 'P1', x: 50, y: 90 },
  { name: 'P2', x: 90, y: 90 },
];

describe('walkedSlot', () => {
  it.each([
    ['A1', 'ArrowRight', 'A2'],
    ['A4', 'ArrowLeft', 'A3'],
    ['A3', 'ArrowDown', 'A4'],
    ['A4', 'ArrowDown', 'P1'],
    ['P2', 'ArrowUp', 'A4'],
    ['A4', 'ArrowUp', 'A1'],
    ['A2', 'Home', 'A1'],
    ['A2', 'End', 'P2'],
  ])('from %s with %s to %s', (from, key, to) => {
    expect(walkedSlot(SPOTS, from, key)).toBe(to);
  });

  it('stays at the edges and for other keys', () => {
    expect(walkedSlot(SPOTS, 'A1', 'ArrowUp')).toBeNull();
    expect(walkedSlot(SPOTS, 'P2', 'ArrowRight')).toBeNull();
    expect(walkedSlot(SPOTS, 'A1', 'x')).toBeNull();
    expect(walkedSlot([], 'A1', 'ArrowUp')).toBeNull();
  });
});
