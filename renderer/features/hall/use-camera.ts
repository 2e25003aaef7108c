import { useCallback, useMemo, useState } from 'react';
import type { Rectangle } from '../../../shared/rules/elevation-model.ts';
import { useNewest } from '../../ui/use-newest.ts';
import { fitted, held, panned, zoomedAt, type Camera, type Size, type Viewport } from './hall-camera.ts';

export interface HallCamera {
  readonly camera: Camera;
  readonly viewport: Viewport;
  /** The element whose size is the window's. */
  readonly holder: (node: HTMLElement | null) => (() => void) | undefined;
  readonly pan: (dx: number, dy: number) => void;
  /** Around a point of the window; without one, around its middle. */
  readonly zoom: (factor: number, point?: { readonly x: number; readonly y: number }) => void;
  readonly fit: () => void;
  readonly show: (area: Rectangle) => void;
}

const CLOSE_UP_SCALE = 1.6;
/** How much farther than the whole hall one may go. */
const FARTHER = 0.6;

/** Where one looks at a hall. It fits the hall until somebody moves. */
export function useCamera(world: Size): HallCamera {
  const [viewport, setViewport] = useState<Viewport>({ width: 0, height: 0 });
  const [moved, setMoved] = useState<Camera | null>(null);
  const whole = useMemo(() => fitted({ x: 0, y: 0, ...world }, viewport, CLOSE_UP_SCALE), [world, viewport]);
  const camera = moved ?? whole;
  const newest = useNewest({ camera, viewport, world, whole });
  const move = useCallback(
    (change: (camera: Camera) => Camera) => {
      setMoved((before) => {
        const { viewport: seen, world: all, whole: start } = newest.current;
        return held(change(before ?? start), all, seen);
      });
    },
    [newest],
  );
  const holder = useCallback((node: HTMLElement | null) => {
    if (!node) return undefined;
    const observer = new ResizeObserver(() => setViewport({ width: node.clientWidth, height: node.clientHeight }));
    observer.observe(node);
    return () => observer.disconnect();
  }, []);
  return {
    camera,
    viewport,
    holder,
    pan: useCallback((dx, dy) => move((before) => panned(before, dx, dy)), [move]),
    zoom: useCallback(
      (factor, point) => {
        const { viewport: seen, whole: start } = newest.current;
        const { x, y } = point ?? { x: seen.width / 2, y: seen.height / 2 };
        move((before) => zoomedAt(before, x, y, factor, start.scale * FARTHER));
      },
      [move, newest],
    ),
    fit: useCallback(() => setMoved(null), []),
    show: useCallback(
      (area) => {
        const { viewport: seen, world: all } = newest.current;
        setMoved(held(fitted(area, seen, CLOSE_UP_SCALE), all, seen));
      },
      [newest],
    ),
  };
}
