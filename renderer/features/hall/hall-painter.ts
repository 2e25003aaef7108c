import type { Rectangle } from '../../../shared/rules/elevation-model.ts';
import { fitText, textWidth } from '../elevation/fit-text.ts';
import type { Camera, Viewport } from './hall-camera.ts';
import type { HallColours } from './hall-colours.ts';
import { UNIT, type PlacedRack } from './hall-layout.ts';
import { devicesOf } from './hall-model.ts';
import type { HallScene } from './hall-scene.ts';
import { paintSigns } from './hall-signs.ts';
import type { Drawable, PictureSource } from './hall-pictures.ts';
import { MarkSprites } from './mark-sprites.ts';

type Canvas2d = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/** What is pointed at or chosen; indexes into racks and devices. */
export interface HallMarks {
  readonly rack: number | null;
  readonly device: number | null;
  readonly hovered: number | null;
}

/** From so many pixels a unit, devices carry labels; below, racks come from a picture made once. */
const LABELS_FROM_PX = 9;
const SECOND_LINE_FROM_PX = 13;
/** From so many pixels a unit, devices look like the pictures of their types. */
const PICTURES_FROM_PX = 12;
/** Up to so many devices are painted one by one in every frame. */
const PAINTED_AT_ONCE = 6000;
const PICTURE_UNIT_PX = 4;
const PICTURE_LARGEST_PX = 16_000_000;
const PICTURE_LONGEST_PX = 16_000;

interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Paints a hall: what is in sight, with labels and marks where they can be read. Where thousands of devices are in sight,
 * one picture of all racks is scaled instead, so a frame costs the same for ten thousand racks as for two hundred.
 */
export class HallPainter {
  readonly #scene: HallScene;
  readonly #colours: HallColours;
  readonly #pictures: PictureSource | null;
  readonly #marks = new MarkSprites();
  #picture: OffscreenCanvas | null = null;
  #pictureScale = 0;

  constructor(scene: HallScene, colours: HallColours, pictures: PictureSource | null = null) {
    this.#scene = scene;
    this.#pictures = pictures;
    this.#colours = colours;
  }

  /** @param context scaled to device pixels already. */
  paint(context: CanvasRenderingContext2D, camera: Camera, viewport: Viewport, shown: HallMarks): void {
    const { layout } = this.#scene.model;
    context.fillStyle = this.#colours.page;
    context.fillRect(0, 0, viewport.width, viewport.height);
    const seen = layout.racks.filter((rack) => inSight(rack, camera, viewport));
    if (this.#isFar(camera, seen)) this.#paintPicture(context, camera, viewport);
    else this.#paintRacks(context, camera, seen);
    this.#paintDimmed(context, camera, seen);
    paintSigns(context, this.#scene, this.#colours, { camera, viewport, seen });
    this.#paintMarks(context, camera, shown);
  }

  /** Many devices, each too small for its label: scaling a picture costs less than painting them. */
  #isFar(camera: Camera, seen: readonly PlacedRack[]): boolean {
    const { starts } = this.#scene.model;
    const devices = seen.reduce((sum, { index }) => sum + (starts[index + 1] ?? 0) - (starts[index] ?? 0), 0);
    return devices > PAINTED_AT_ONCE && camera.scale * UNIT <= this.#pictureUnitPx();
  }

  #pictureUnitPx(): number {
    const { width, height } = this.#scene.model.layout;
    const area = Math.sqrt(PICTURE_LARGEST_PX / Math.max(1, width * height));
    const longest = PICTURE_LONGEST_PX / Math.max(1, width, height);
    return Math.min(PICTURE_UNIT_PX, area * UNIT, longest * UNIT);
  }

  #paintPicture(context: CanvasRenderingContext2D, camera: Camera, viewport: Viewport): void {
    const { layout } = this.#scene.model;
    if (!this.#picture) {
      this.#pictureScale = this.#pictureUnitPx() / UNIT;
      const width = Math.ceil(layout.width * this.#pictureScale);
      const height = Math.ceil(layout.height * this.#pictureScale);
      this.#picture = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
      const own = this.#picture.getContext('2d', { alpha: false });
      if (!own) return;
      own.fillStyle = this.#colours.page;
      own.fillRect(0, 0, width, height);
      this.#paintRacks(own, { x: 0, y: 0, scale: this.#pictureScale }, layout.racks);
    }
    const shrink = this.#pictureScale / camera.scale;
    const left = Math.max(0, camera.x * this.#pictureScale);
    const top = Math.max(0, camera.y * this.#pictureScale);
    const right = Math.min(this.#picture.width, (camera.x + viewport.width / camera.scale) * this.#pictureScale);
    const bottom = Math.min(this.#picture.height, (camera.y + viewport.height / camera.scale) * this.#pictureScale);
    if (right <= left || bottom <= top) return;
    const x = (left / this.#pictureScale - camera.x) * camera.scale;
    const y = (top / this.#pictureScale - camera.y) * camera.scale;
    const [width, height] = [right - left, bottom - top];
    context.drawImage(this.#picture, left, top, width, height, x, y, width / shrink, height / shrink);
  }

  #paintRacks(context: Canvas2d, view: View, racks: readonly PlacedRack[]): void {
    const labelled = view.scale * UNIT >= LABELS_FROM_PX;
    for (const rack of racks) {
      const { opening } = rack;
      context.fillStyle = this.#colours.frame;
      frameAround(context, view, opening, opening.y - rack.y);
      context.fillStyle = this.#colours.opening;
      box(context, view, opening.x, opening.y, opening.width, opening.height);
      if (labelled) this.#paintUnitLines(context, view, rack);
      this.#paintReservations(context, view, rack);
      for (const device of devicesOf(this.#scene.model, rack.index)) this.#paintDevice(context, view, device, labelled);
    }
  }

  #paintDevice(context: Canvas2d, view: View, device: number, labelled: boolean): void {
    const { model, paints, faded } = this.#scene;
    const at = device * 4;
    const width = model.boxes[at + 2] ?? 0;
    const colours = this.#colours.paints[paints[device] ?? 0];
    if (width === 0 || !colours) return;
    const left = Math.round(((model.boxes[at] ?? 0) - view.x) * view.scale);
    const top = Math.round(((model.boxes[at + 1] ?? 0) - view.y) * view.scale);
    const right = Math.round(((model.boxes[at] ?? 0) + width - view.x) * view.scale);
    const bottom = Math.round(((model.boxes[at + 1] ?? 0) + (model.boxes[at + 3] ?? 0) - view.y) * view.scale);
    const gap = bottom - top > 2 ? 1 : 0;
    const hidden = faded?.[device] === 1;
    context.fillStyle = hidden ? colours.faded : labelled ? colours.near : colours.far;
    context.fillRect(left, top, Math.max(1, right - left - gap), Math.max(1, bottom - top - gap));
    if (labelled && !hidden) this.#paintLabel(context, view, device, { left, top, right, bottom });
  }

  #paintLabel(
    context: Canvas2d,
    view: View,
    device: number,
    { left, top, right, bottom }: { left: number; top: number; right: number; bottom: number },
  ): void {
    const { paints, labelOf } = this.#scene;
    const paint = paints[device] ?? 0;
    const colours = this.#colours.paints[paint];
    const unit = view.scale * UNIT;
    const band = Math.min(unit * 0.8, (right - left) * 0.5);
    if (!colours) return;
    context.fillStyle = colours.solid;
    context.fillRect(left, top, band, bottom - top - 1);
    if (right - left < unit * 1.5) return;
    const mark = Math.max(2, Math.round(Math.min(band, bottom - top) * 0.6));
    const middle = top + Math.min(bottom - top, unit) / 2;
    const sprite = this.#marks.of(paint, mark, colours.mark);
    context.drawImage(sprite, Math.round(left + (band - mark) / 2), Math.round(middle - mark / 2), mark, mark);
    const size = Math.min(15, unit * 0.68, (bottom - top) * 0.85);
    if (size < 6) return;
    context.font = `500 ${size}px ${this.#colours.font}`;
    context.textAlign = 'left';
    context.textBaseline = 'middle';
    const room = right - left - band - size * 0.8;
    const text = fitText(labelOf(device), room, size);
    const picture = unit < PICTURES_FROM_PX ? null : this.#pictureOf(device);
    if (picture) {
      context.drawImage(picture, left + band, top, right - left - band - 1, bottom - top - 1);
      // A plate under the label, as the elevation has it.
      context.fillStyle = colours.near;
      const width = Math.min(textWidth(text, size) + size * 0.8, right - left - band - 1);
      context.fillRect(left + band, middle - size * 0.68, width, size * 1.36);
    }
    context.fillStyle = this.#colours.ink;
    context.fillText(text, left + band + size * 0.4, middle);
    if (picture) return;
    const model = this.#scene.model.facts[device]?.model ?? '';
    if (bottom - top < unit * 1.6 || unit < SECOND_LINE_FROM_PX || model === '') return;
    context.font = `420 ${size * 0.86}px ${this.#colours.font}`;
    context.fillStyle = this.#colours.quiet;
    context.fillText(fitText(model, room, size * 0.86), left + band + size * 0.4, middle + unit * 0.85);
  }

  #pictureOf(device: number): Drawable | null {
    const { hall, pictures } = this.#scene.model;
    const id = pictures.get(hall.devices.deviceType[device] ?? -1);
    return id === undefined ? null : (this.#pictures?.of(id) ?? null);
  }

  #paintUnitLines(context: Canvas2d, view: View, { opening }: PlacedRack): void {
    context.fillStyle = this.#colours.line;
    for (let y = opening.y + UNIT; y < opening.y + opening.height; y += UNIT)
      box(context, view, opening.x, y, opening.width, 1 / view.scale);
  }

  #paintReservations(context: Canvas2d, view: View, rack: PlacedRack): void {
    const { hall, face } = this.#scene.model;
    for (const reservation of hall.reservations) {
      if (reservation.rack !== rack.index || (reservation.face !== 'both' && reservation.face !== face)) continue;
      const { positionHalfU, heightHalfU } = reservation;
      const y = rack.opening.y + rack.opening.height - ((positionHalfU + heightHalfU) * UNIT) / 2;
      const height = (heightHalfU * UNIT) / 2;
      context.fillStyle = this.#colours.reserved;
      box(context, view, rack.opening.x, y, rack.opening.width, height);
      hatch(context, view, { x: rack.opening.x, y, width: rack.opening.width, height }, this.#colours.reservedLine);
    }
  }

  #paintDimmed(context: CanvasRenderingContext2D, camera: Camera, seen: readonly PlacedRack[]): void {
    const { dimmed } = this.#scene;
    if (!dimmed) return;
    context.globalAlpha = 0.78;
    context.fillStyle = this.#colours.page;
    for (const rack of seen)
      if (dimmed.has(rack.index)) box(context, camera, rack.x, rack.y, rack.width + 1, rack.height + 1);
    context.globalAlpha = 1;
  }

  #paintMarks(context: CanvasRenderingContext2D, camera: Camera, { rack, device, hovered }: HallMarks): void {
    const { layout, boxes } = this.#scene.model;
    const outline = (x: number, y: number, width: number, height: number, line: number, colour: string) => {
      context.lineWidth = line;
      context.strokeStyle = colour;
      context.strokeRect(
        (x - camera.x) * camera.scale - line / 2,
        (y - camera.y) * camera.scale - line / 2,
        width * camera.scale + line,
        height * camera.scale + line,
      );
    };
    const chosen = layout.racks.find(({ index }) => index === rack);
    if (chosen) outline(chosen.x, chosen.y, chosen.width, chosen.height, 3, this.#colours.accent);
    for (const [index, line, colour] of [
      [hovered, 1.5, this.#colours.focus],
      [device, 2.5, this.#colours.accent],
    ] as const) {
      if (index === null) continue;
      const [x = 0, y = 0, width = 0, height = 0] = boxes.subarray(index * 4, index * 4 + 4);
      if (width > 0) outline(x, y, width, height, line, colour);
    }
  }
}

function inSight(rack: PlacedRack, camera: Camera, viewport: Viewport): boolean {
  const right = camera.x + viewport.width / camera.scale;
  const bottom = camera.y + viewport.height / camera.scale;
  // The name stands above the rack.
  return rack.x < right && rack.x + rack.width > camera.x && rack.y - 60 < bottom && rack.y + rack.height > camera.y;
}

/** A rectangle on whole pixels: sharp, and several times faster than one that must be blended at its edges. */
function box(context: Canvas2d, view: View, x: number, y: number, width: number, height: number): void {
  const left = Math.round((x - view.x) * view.scale);
  const top = Math.round((y - view.y) * view.scale);
  const right = Math.round((x + width - view.x) * view.scale);
  const bottom = Math.round((y + height - view.y) * view.scale);
  context.fillRect(left, top, Math.max(1, right - left), Math.max(1, bottom - top));
}

/** A frame around a rectangle, as thick on every side and never thinner than a pixel; what is inside is painted over. */
function frameAround(context: Canvas2d, view: View, inside: Rectangle, frame: number): void {
  const thick = Math.max(1, Math.round(frame * view.scale));
  const left = Math.round((inside.x - view.x) * view.scale) - thick;
  const top = Math.round((inside.y - view.y) * view.scale) - thick;
  const right = Math.round((inside.x + inside.width - view.x) * view.scale) + thick;
  const bottom = Math.round((inside.y + inside.height - view.y) * view.scale) + thick;
  context.fillRect(left, top, right - left, bottom - top);
}

const HATCH_STEP = 8;

function hatch(
  context: Canvas2d,
  view: View,
  area: { x: number; y: number; width: number; height: number },
  colour: string,
): void {
  if (view.scale * UNIT < 3) return;
  const [left, top] = [(area.x - view.x) * view.scale, (area.y - view.y) * view.scale];
  const [width, height] = [area.width * view.scale, area.height * view.scale];
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.beginPath();
  for (let at = -height; at < width; at += HATCH_STEP) {
    context.moveTo(left + at, top + height);
    context.lineTo(left + at + height, top);
  }
  context.lineWidth = 1;
  context.strokeStyle = colour;
  context.stroke();
  context.restore();
}
