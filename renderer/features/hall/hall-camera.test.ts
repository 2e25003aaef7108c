import { describe, expect, it } from 'vitest';
import { fitted, held, panned, toWorld, wheelMeaning, zoomedAt } from './hall-camera.ts';

const VIEWPORT = { width: 848, height: 448 };

describe('the camera of the hall', () => {
  it('fits an area into the middle of the window', () => {
    // (848 − 2 × 24) / 400 = 2; (448 − 48) / 100 = 4: the smaller scale; 448 / 2 − 100 = 124 units are left over in height.
    expect(fitted({ x: 0, y: 0, width: 400, height: 100 }, VIEWPORT)).toEqual({ x: -12, y: -62, scale: 2 });
  });

  it('keeps what is under the pointer there while it zooms', () => {
    const camera = { x: 10, y: 20, scale: 0.5 };
    const before = toWorld(camera, 300, 200);
    const after = toWorld(zoomedAt(camera, 300, 200, 3, 0.1), 300, 200);
    expect(after.x).toBeCloseTo(before.x, 9);
    expect(after.y).toBeCloseTo(before.y, 9);
  });

  it('zooms neither too far in nor too far out', () => {
    expect(zoomedAt({ x: 0, y: 0, scale: 1 }, 0, 0, 100, 0.1).scale).toBe(4);
    expect(zoomedAt({ x: 0, y: 0, scale: 1 }, 0, 0, 0.001, 0.1).scale).toBe(0.1);
  });

  it('pans by pixels', () => {
    expect(panned({ x: 10, y: 10, scale: 2 }, 20, -10)).toEqual({ x: 0, y: 15, scale: 2 });
  });

  it('does not lose the hall out of sight', () => {
    // 848 px at scale 1: a quarter of 848 is 212, so the right edge of a world of 1000 stays beyond it: 1000 − 212 = 788.
    expect(held({ x: 5000, y: 0, scale: 1 }, { width: 1000, height: 1000 }, VIEWPORT).x).toBe(788);
    expect(held({ x: -5000, y: 0, scale: 1 }, { width: 1000, height: 1000 }, VIEWPORT).x).toBe(-636);
  });
});

describe('wheelMeaning', () => {
  const still = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, shiftKey: false };

  it.each([
    ['a notch of a wheel', { deltaY: -120 }, 'zoom'],
    ['a wheel that counts lines', { deltaY: 3, deltaMode: 1 }, 'zoom'],
    ['two fingers', { deltaX: 4, deltaY: 12 }, 'pan'],
    ['two fingers straight down', { deltaY: 7 }, 'pan'],
    ['a pinch', { deltaY: 2.5, ctrlKey: true }, 'zoom'],
    ['a wheel with Shift', { deltaY: 120, shiftKey: true }, 'pan'],
  ])('takes %s for its own', (_name, change, kind) => {
    expect(wheelMeaning({ ...still, ...change }).kind).toBe(kind);
  });

  it('zooms in when the wheel turns away', () => {
    const meaning = wheelMeaning({ ...still, deltaY: -120 });
    expect(meaning.kind === 'zoom' && meaning.factor > 1).toBe(true);
  });
});
