import { describe, expect, it } from 'vitest';
import { barDrawing, qrDrawing, type CodeDrawing } from '../../print/code-drawing.ts';
import { readCode, type Picture } from './read-code.ts';

const PIXELS_PER_DOT = 3;
const QUIET_DOTS = 20;

/** The corners of every shape of a path of straight lines: `M`, `L`, `h`, `V`, `Z`. */
function shapesOf({ path }: CodeDrawing): [number, number][][] {
  return path
    .split('Z')
    .filter(Boolean)
    .map((shape) => {
      const corners: [number, number][] = [];
      for (const [, kind, text = ''] of shape.matchAll(/([MLhV])([^MLhV]*)/g)) {
        const [x = 0, y = 0] = corners.at(-1) ?? [];
        const [first = 0, second = 0] = text.split(' ').map(Number);
        corners.push(kind === 'h' ? [x + first, y] : kind === 'V' ? [x, first] : [first, second]);
      }
      return corners;
    });
}

/** Even-odd: whether a line to the left of the point meets the edges an odd number of times. */
function isInside(shapes: readonly [number, number][][], x: number, y: number): boolean {
  const meetings = shapes.flatMap((corners) =>
    corners.filter(([x1, y1], index) => {
      const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1];
      return y1 > y !== y2 > y && x > x1 + ((y - y1) / (y2 - y1)) * (x2 - x1);
    }),
  );
  return meetings.length % 2 === 1;
}

/** A code as a camera sees it: black on white with quiet around it. */
function pictureOf(drawing: CodeDrawing | null): Picture {
  if (!drawing) throw new Error('There is no code for this text.');
  const shapes = shapesOf(drawing);
  const [width, height] = [drawing.width, drawing.height].map((dots) => (dots + 2 * QUIET_DOTS) * PIXELS_PER_DOT);
  if (width === undefined || height === undefined) throw new Error('The code has no size.');
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let row = 0; row < drawing.height; row += 1)
    for (let column = 0; column < drawing.width; column += 1)
      if (isInside(shapes, column + 0.5, row + 0.5)) blacken(data, width, column + QUIET_DOTS, row + QUIET_DOTS);
  return { data, width, height };
}

function blacken(data: Uint8ClampedArray, width: number, column: number, row: number): void {
  for (let line = 0; line < PIXELS_PER_DOT; line += 1) {
    const start = ((row * PIXELS_PER_DOT + line) * width + column * PIXELS_PER_DOT) * 4;
    data.fill(0, start, start + PIXELS_PER_DOT * 4);
  }
}

describe('readCode', () => {
  it.each(['rackwright://rack/01890a5d-ac96-774b-bcce-b302099a8057', 'SN-0043', 'Ä-17'])(
    'reads our QR code of %s',
    (text) => {
      expect(readCode(pictureOf(qrDrawing(text)))).toBe(text);
    },
  );

  it('reads our bar code', () => {
    expect(readCode(pictureOf(barDrawing('SN-0043')))).toBe('SN-0043');
  });

  it('reads nothing where there is nothing', () => {
    const side = 64;
    expect(readCode({ data: new Uint8ClampedArray(side * side * 4).fill(255), width: side, height: side })).toBeNull();
  });
});
