import { pictureBlob } from '../picture/picture-url.ts';

/** Wide enough for a rack as wide as a window of two thousand pixels; larger ones are made small once, not in every frame. */
const KEPT_WIDTH_PX = 640;

export type Drawable = ImageBitmap | OffscreenCanvas;

/** Where a painter finds the pictures of device types. */
export interface PictureSource {
  /** Null: it is on its way, or cannot be read. */
  of(id: string): Drawable | null;
}

/** The pictures of device types as a canvas copies them, each fetched when it first comes into sight. */
export class HallPictures implements PictureSource {
  readonly #kept = new Map<string, ImageBitmap | null>();
  readonly #onArrival: () => void;

  constructor(onArrival: () => void) {
    this.#onArrival = onArrival;
  }

  of(id: string): ImageBitmap | null {
    const kept = this.#kept.get(id);
    if (kept === undefined) {
      this.#kept.set(id, null);
      void this.#fetch(id);
    }
    return kept ?? null;
  }

  async #fetch(id: string): Promise<void> {
    try {
      const blob = await pictureBlob(id);
      this.#kept.set(id, await createImageBitmap(blob, { resizeWidth: KEPT_WIDTH_PX, resizeQuality: 'medium' }));
      this.#onArrival();
    } catch {
      // The device keeps its colour and its label; the catalogue says what is wrong with a picture.
    }
  }
}
