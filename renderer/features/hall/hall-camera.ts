import type { Rectangle } from '../../../shared/rules/elevation-model.ts';

/** Which part of the world is seen: its left upper corner and pixels per world unit. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const MARGIN_PX = 24;
export const LARGEST_SCALE = 4;

/** The whole of `area` in the middle of the window, with a margin. */
export function fitted(area: Rectangle, viewport: Viewport, largest = LARGEST_SCALE): Camera {
  const across = (viewport.width - 2 * MARGIN_PX) / Math.max(1, area.width);
  const down = (viewport.height - 2 * MARGIN_PX) / Math.max(1, area.height);
  const scale = Math.max(0.001, Math.min(across, down, largest));
  return {
    x: area.x - (viewport.width / scale - area.width) / 2,
    y: area.y - (viewport.height / scale - area.height) / 2,
    scale,
  };
}

/** Keeps at least a quarter of the window filled with the world, so that it cannot be lost. */
export function held(camera: Camera, world: Size, viewport: Viewport): Camera {
  const [seenWidth, seenHeight] = [viewport.width / camera.scale, viewport.height / camera.scale];
  const between = (value: number, low: number, high: number) =>
    Math.min(Math.max(value, Math.min(low, high)), Math.max(low, high));
  return {
    scale: camera.scale,
    x: between(camera.x, -seenWidth * 0.75, world.width - seenWidth * 0.25),
    y: between(camera.y, -seenHeight * 0.75, world.height - seenHeight * 0.25),
  };
}

/** Larger or smaller by `factor` with the world under the pixel (px, py) staying where it is. */
export function zoomedAt(camera: Camera, px: number, py: number, factor: number, smallest: number): Camera {
  const scale = Math.min(LARGEST_SCALE, Math.max(smallest, camera.scale * factor));
  return { scale, x: camera.x + px / camera.scale - px / scale, y: camera.y + py / camera.scale - py / scale };
}

/** The picture moves by so many pixels. */
export function panned(camera: Camera, dx: number, dy: number): Camera {
  return { ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale };
}

export function toWorld(camera: Camera, px: number, py: number): { readonly x: number; readonly y: number } {
  return { x: camera.x + px / camera.scale, y: camera.y + py / camera.scale };
}

export interface WheelPress {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

export type WheelMeaning =
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly dx: number; readonly dy: number };

const WHEEL_NOTCH_PX = 100;
const LINE_PX = 33;

/**
 * A wheel zooms, two fingers on a touchpad pan, a pinch (which browsers report as a wheel with Ctrl) zooms. A wheel turns
 * in notches, straight up or down; fingers move by single pixels and also sideways.
 */
export function wheelMeaning({ deltaX, deltaY, deltaMode, ctrlKey, shiftKey }: WheelPress): WheelMeaning {
  const unit = deltaMode === 0 ? 1 : LINE_PX;
  const notched = deltaMode !== 0 || (deltaX === 0 && Math.abs(deltaY) >= WHEEL_NOTCH_PX && Number.isInteger(deltaY));
  if (shiftKey && notched) return { kind: 'pan', dx: -deltaY * unit, dy: 0 };
  if (ctrlKey && !notched) return { kind: 'zoom', factor: Math.exp(-deltaY * 0.01) };
  if (ctrlKey || notched) return { kind: 'zoom', factor: Math.exp(-deltaY * unit * 0.0016) };
  return { kind: 'pan', dx: -deltaX, dy: -deltaY };
}
