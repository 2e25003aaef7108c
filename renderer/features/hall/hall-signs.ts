import { rackUnitNumber } from '../../../shared/rules/rack-units.ts';
import { textWidth } from '../elevation/fit-text.ts';
import type { Camera, Viewport } from './hall-camera.ts';
import type { HallColours } from './hall-colours.ts';
import { UNIT, type PlacedRack } from './hall-layout.ts';
import type { HallScene } from './hall-scene.ts';

interface Sight {
  readonly camera: Camera;
  readonly viewport: Viewport;
  readonly seen: readonly PlacedRack[];
}

const SMALLEST_NAME_PX = 10;
const UNIT_NUMBERS_FROM_PX = 11;

function between(low: number, value: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** The first of the texts that is no wider than the room for it; empty: none is. */
export function fittingText(texts: readonly string[], width: number, widthOf: (text: string) => number): string {
  return texts.find((text) => widthOf(text) <= width) ?? '';
}

/** Unit numbers in the gap left of each rack, where they can be read. */
function paintUnits(context: CanvasRenderingContext2D, { model }: HallScene, colours: HallColours, sight: Sight): void {
  const { camera, seen, viewport } = sight;
  const unit = camera.scale * UNIT;
  if (unit < UNIT_NUMBERS_FROM_PX) return;
  context.font = `420 ${Math.min(12, unit * 0.6)}px ${colours.font}`;
  context.textAlign = 'right';
  context.textBaseline = 'middle';
  context.fillStyle = colours.quiet;
  for (const { index, x, opening } of seen) {
    const rack = model.hall.racks[index];
    if (!rack) continue;
    for (let row = 0; row < rack.heightU; row += 1) {
      const y = (opening.y + opening.height - (row + 0.5) * UNIT - camera.y) * camera.scale;
      if (y < 0 || y > viewport.height) continue;
      context.fillText(String(rackUnitNumber(rack, row * 2, 2)), (x - camera.x) * camera.scale - 2, y);
    }
  }
}

/** Names of rooms, rows and racks: they grow slower than the racks, and those that would run into each other are left out. */
export function paintSigns(
  context: CanvasRenderingContext2D,
  scene: HallScene,
  colours: HallColours,
  { camera, viewport, seen }: Sight,
): void {
  paintUnits(context, scene, colours, { camera, viewport, seen });
  const { model, dimmed } = scene;
  const unit = camera.scale * UNIT;
  const px = (x: number) => (x - camera.x) * camera.scale;
  const py = (y: number) => (y - camera.y) * camera.scale;
  context.textBaseline = 'alphabetic';
  for (const { kind, text, short, x, y, width, height } of model.layout.signs) {
    const room = kind === 'room';
    const size = between(room ? 13 : 11, unit * (room ? 2.4 : 1.4), room ? 24 : 18);
    const top = py(y);
    if (text === '' || top > viewport.height || top + height * camera.scale < -size) continue;
    context.font = `${room ? 640 : 530} ${size}px ${colours.font}`;
    context.fillStyle = room ? colours.ink : colours.quiet;
    context.textAlign = room ? 'left' : 'right';
    if (room) {
      context.fillText(text, px(x), top + height * camera.scale * 0.7);
      continue;
    }
    const end = px(x + width) - 6 - (unit < UNIT_NUMBERS_FROM_PX ? 0 : unit * 1.6);
    const fitting = fittingText([text, short], end - px(x), (one) => context.measureText(one).width);
    context.fillText(fitting, end, top + (height * camera.scale) / 2);
  }
  const size = between(SMALLEST_NAME_PX, unit * 1.1, 16);
  context.textAlign = 'center';
  context.font = `600 ${size}px ${colours.font}`;
  for (const rack of seen) {
    const name = model.hall.racks[rack.index]?.name ?? '';
    if (textWidth(name, size) > rack.width * camera.scale + 6) continue;
    context.fillStyle = dimmed?.has(rack.index) ? colours.quiet : colours.ink;
    context.fillText(name, px(rack.x + rack.width / 2), py(rack.y) - Math.max(3, unit * 0.4));
  }
}
