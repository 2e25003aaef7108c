import { code128, qrcode, type DrawingContext, type RenderOptions } from 'bwip-js/browser';

/** A code as one SVG path, in dots: the narrowest bar is one dot wide, the smallest square of a QR code two. */
export interface CodeDrawing {
  readonly width: number;
  readonly height: number;
  readonly path: string;
}

const BAR_HEIGHT_DOTS = 20;

/**
 * Collects what bwip-js draws. Its own SVG is a text, and the window takes no text as markup: a path's data are an
 * attribute, which React sets as any other.
 */
class PathDrawing implements DrawingContext<CodeDrawing> {
  #width = 0;
  #height = 0;
  readonly #parts: string[] = [];

  scale(): null {
    return null;
  }

  measure() {
    return { width: 0, ascent: 0, descent: 0 };
  }

  init(width: number, height: number): void {
    this.#width = width;
    this.#height = height;
  }

  /** A bar: a line upwards, as thick as the bar, at the dot after its middle; both ends belong to it. */
  line(x: number, bottom: number, _x: number, top: number, thickness: number): void {
    const width = Math.max(1, Math.round(thickness));
    this.#parts.push(`M${Math.trunc(x) - Math.ceil(width / 2)} ${top}h${width}V${bottom + 1}h${-width}Z`);
  }

  polygon(points: [number, number][]): void {
    this.#parts.push(`M${points.map((point) => point.join(' ')).join('L')}Z`);
  }

  hexagon(): void {}

  ellipse(): void {}

  fill(): void {}

  text(): void {}

  end(): CodeDrawing {
    return { width: this.#width, height: this.#height, path: this.#parts.join('') };
  }
}

/** Null for a text that the code cannot say. */
function drawn(
  encode: (options: RenderOptions, drawing: DrawingContext<CodeDrawing>) => CodeDrawing,
  options: RenderOptions,
): CodeDrawing | null {
  try {
    return encode({ ...options, scale: 1 }, new PathDrawing());
  } catch {
    return null;
  }
}

/** A QR code that can still be read with 15 % of it lost: level M, bwip-js's own. Null: the text is too long for one. */
export function qrDrawing(text: string): CodeDrawing | null {
  return drawn(qrcode, { bcid: 'qrcode', text: utf8Text(text), binarytext: true });
}

/** A Code 128 bar code. Null: the text is empty, or holds a character that the code has not. */
export function barDrawing(text: string): CodeDrawing | null {
  if (!/^[\u0020-\u007E]{1,80}$/.test(text)) return null;
  return drawn(code128, { bcid: 'code128', text, height: (BAR_HEIGHT_DOTS * 25.4) / 72 });
}

export function codeDrawing(kind: 'qr' | 'bar', text: string): CodeDrawing | null {
  return kind === 'qr' ? qrDrawing(text) : barDrawing(text);
}

/** A QR code holds bytes; readers take them for UTF-8. */
function utf8Text(text: string): string {
  return String.fromCharCode(...new TextEncoder().encode(text));
}
