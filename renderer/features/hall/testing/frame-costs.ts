import type { Hall } from '../../../../shared/contract/hall.ts';
import { fitted, panned, zoomedAt, type Camera } from '../hall-camera.ts';
import { readColours } from '../hall-colours.ts';
import { hallModel } from '../hall-model.ts';
import { HallPainter } from '../hall-painter.ts';
import { BY_NAME } from '../../elevation/look.ts';
import type { PictureSource } from '../hall-pictures.ts';
import { hallScene } from '../hall-scene.ts';
import { aHall, aHallRack } from './hall-fixtures.ts';

const VIEWPORT = { width: 1600, height: 900 };
const DEVICES_PER_RACK = 40;
const STEPS = 40;
/** Device types, each with a picture. */
const TYPES = 12;
const PICTURE = { width: 640, height: 59 };

/** Milliseconds per frame: the hall, and as many plain rectangles on a canvas of the same size. */
export interface FrameCosts {
  readonly devices: number;
  readonly hall: readonly number[];
  readonly plain: readonly number[];
}

function fullHall(rackCount: number): Hall {
  const racks = Array.from({ length: rackCount }, (_, index) => {
    return aHallRack({ id: `r${index}`, name: `R${index}`, row: `${Math.floor(index / 40)}`, heightU: 42 });
  });
  const devices = racks.flatMap((_, rack) =>
    Array.from({ length: DEVICES_PER_RACK }, (_device, unit) => ({
      id: `server-${rack}-${unit}`,
      rack,
      positionHalfU: unit * 2,
    })),
  );
  const hall = aHall(racks, devices);
  return {
    ...hall,
    devices: { ...hall.devices, deviceType: hall.devices.id.map((_, device) => device % TYPES) },
    pictures: Array.from({ length: TYPES }, (_, deviceType) => ({ deviceType, face: 'front', id: `${deviceType}` })),
  };
}

/** A walk through the hall: along it from afar, in to the devices, along them, and out again. */
function walk(start: Camera): readonly Camera[] {
  const { width, height } = VIEWPORT;
  const cameras = [start];
  const step = (change: (camera: Camera) => Camera) => {
    for (let count = 0; count < STEPS; count += 1) cameras.push(change(cameras.at(-1) ?? start));
  };
  const nearEnough = 1.4 / start.scale;
  const factor = nearEnough ** (1 / STEPS);
  step((camera) => panned(camera, -7, -3));
  step((camera) => zoomedAt(camera, width / 2, height / 2, factor, 0.001));
  step((camera) => panned(camera, -11, -6));
  step((camera) => zoomedAt(camera, width / 2, height / 2, 1 / factor, 0.001));
  return cameras;
}

function surface(): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = VIEWPORT.width;
  canvas.height = VIEWPORT.height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('This window has no canvas.');
  return context;
}

/** Every picture is there already. */
function somePictures(): PictureSource {
  const made = Array.from({ length: TYPES }, (_, type) => {
    const picture = new OffscreenCanvas(PICTURE.width, PICTURE.height);
    const context = picture.getContext('2d');
    if (!context) throw new Error('This window has no canvas.');
    for (let x = 0; x < PICTURE.width; x += 8) {
      context.fillStyle = `hsl(${type * 30} 20% ${30 + (x % 40)}%)`;
      context.fillRect(x, 0, 6, PICTURE.height);
    }
    return picture;
  });
  return { of: (id) => made[Number(id)] ?? null };
}

/** Canvas calls are only noted down until somebody looks: reading a copy of one pixel makes the frame be drawn. */
function stopwatch(): (context: CanvasRenderingContext2D, draw: () => void) => number {
  const glance = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  return ({ canvas }, draw) => {
    const start = performance.now();
    draw();
    glance?.drawImage(canvas, 0, 0, 1, 1, 0, 0, 1, 1);
    glance?.getImageData(0, 0, 1, 1);
    return performance.now() - start;
  };
}

export function frameCosts(rackCount: number): FrameCosts {
  const model = hallModel(fullHall(rackCount), 'front');
  const choice = { colour: 'state', today: 0, matching: null, found: null } as const;
  const painter = new HallPainter(
    hallScene(model, { ...choice, labelOf: BY_NAME.labelOf }),
    readColours(),
    somePictures(),
  );
  const [ours, bare] = [surface(), surface()];
  const timed = stopwatch();
  const { boxes } = model;
  const plainFrame = (camera: Camera) => {
    bare.fillStyle = '#ffffff';
    bare.fillRect(0, 0, VIEWPORT.width, VIEWPORT.height);
    bare.fillStyle = '#1c7a45';
    for (let at = 0; at < boxes.length; at += 4) {
      const [x = 0, y = 0, width = 0, height = 0] = [boxes[at], boxes[at + 1], boxes[at + 2], boxes[at + 3]];
      bare.fillRect(
        (x - camera.x) * camera.scale,
        (y - camera.y) * camera.scale,
        width * camera.scale,
        height * camera.scale,
      );
    }
  };
  const nothing = { rack: null, device: null, hovered: null };
  const costs: { hall: number[]; plain: number[] } = { hall: [], plain: [] };
  for (const camera of walk(fitted({ x: 0, y: 0, ...model.layout }, VIEWPORT))) {
    costs.plain.push(timed(bare, () => plainFrame(camera)));
    costs.hall.push(timed(ours, () => painter.paint(ours, camera, VIEWPORT, nothing)));
  }
  return { devices: boxes.length / 4, ...costs };
}

/** The moment after the next frame was handed over to be shown. */
function framePainted(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', () => resolve(performance.now()));
      port1.start();
      port2.postMessage(null);
    });
  });
}

function appeared(selector: string): Promise<void> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      observer.disconnect();
      resolve();
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

/** Milliseconds from asking for a rack's page until it is on screen. */
export async function openingTime(href: string): Promise<number> {
  const drawn = appeared(`[data-face^="${href.split('/').at(-1) ?? ''}"]`);
  const start = performance.now();
  window.location.hash = href;
  await drawn;
  return (await framePainted()) - start;
}
