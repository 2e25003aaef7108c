import { markOf } from '../elevation/marks.ts';
import { PAINTS } from '../elevation/paint-scales.ts';

const KEPT = 500;
const paths = PAINTS.map((paint) => new Path2D(markOf(paint)));

/** Marks drawn once per size and copied from then on: an outline costs several times a copy. */
export class MarkSprites {
  readonly #made = new Map<string, OffscreenCanvas>();

  /** @param paint index into PAINTS. @param size of the square, in pixels. */
  of(paint: number, size: number, colour: string): OffscreenCanvas {
    const key = `${paint} ${size} ${colour}`;
    const known = this.#made.get(key);
    if (known) return known;
    const pixels = Math.ceil(size * globalThis.devicePixelRatio);
    const sprite = new OffscreenCanvas(pixels, pixels);
    const context = sprite.getContext('2d');
    const path = paths[paint];
    if (context && path) {
      context.scale(pixels / 10, pixels / 10);
      context.fillStyle = colour;
      context.fill(path);
    }
    if (this.#made.size >= KEPT) this.#made.clear();
    this.#made.set(key, sprite);
    return sprite;
  }
}
