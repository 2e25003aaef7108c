import { expect, test } from 'vitest';
import { readCode } from '../audit/camera/read-code.ts';
import { barDrawing, qrDrawing, type CodeDrawing } from './code-drawing.ts';

/** The widths of bars and spaces in turn, beginning with the first bar. */
function widths(drawing: CodeDrawing | null): string {
  const bars = [...(drawing?.path ?? '').matchAll(/M(?<at>\d+) \d+h(?<width>\d+)V/g)]
    .map(({ groups }) => ({ at: Number(groups?.['at']), width: Number(groups?.['width']) }))
    .toSorted((a, b) => a.at - b.at);
  return bars
    .flatMap(({ at, width }, index) => {
      const next = bars[index + 1];
      return next ? [width, next.at - at - width] : [width];
    })
    .join('');
}

test('a bar code is what the standard says', () => {
  // ISO/IEC 15417, code set B: start 211214, A (value 33) 111323, check (104 + 1 × 33) mod 103 = 34, which is 131123,
  // stop 2331112.
  expect(widths(barDrawing('A'))).toBe(['211214', '111323', '131123', '2331112'].join(''));
});

test('a bar code is 11 modules for each sign and 13 for the stop', () => {
  // Start, A, check: 3 × 11; stop: 13.
  expect(barDrawing('A')?.width).toBe(46);
});

test.each(['', 'Gerät-1', 'two\nlines', 'x'.repeat(81)])('no bar code says %j', (text) => {
  expect(barDrawing(text)).toBeNull();
});

/** Whether a module of 2 × 2 dots is dark: even-odd over the polygons, asked in the middle of its first dot. */
function isDark({ path }: CodeDrawing, column: number, row: number): boolean {
  const [x, y] = [2 * column + 0.5, 2 * row + 0.5];
  const polygons = [...path.matchAll(/M(?<points>[^Z]*)Z/g)].map(({ groups }) =>
    (groups?.['points'] ?? '').split('L').map((point) => point.split(' ').map(Number)),
  );
  const crossings = polygons.flatMap((points) =>
    points.filter(([x1 = 0, y1 = 0], index) => {
      const [x2 = 0, y2 = 0] = points[(index + 1) % points.length] ?? [];
      return x1 === x2 && x1 > x && Math.min(y1, y2) < y && y < Math.max(y1, y2);
    }),
  );
  return crossings.length % 2 === 1;
}

test('a QR code has its finder at three corners', () => {
  const drawing = qrDrawing('A');
  if (!drawing) throw new Error('No code was drawn.');
  // Version 1 is 21 modules wide; a finder is 7 dark, its ring 1 wide, its heart 3 × 3.
  expect([drawing.width, drawing.height]).toEqual([2 * 21, 2 * 21]);
  const rowOf = (row: number, from: number) =>
    Array.from({ length: 7 }, (_, index) => (isDark(drawing, from + index, row) ? '#' : '.')).join('');
  const finder = ['#######', '#.....#', '#.###.#', '#.###.#', '#.###.#', '#.....#', '#######'];
  const corner = (x: number, y: number) => Array.from({ length: 7 }, (_, index) => rowOf(y + index, x));
  expect(corner(0, 0)).toEqual(finder);
  expect(corner(14, 0)).toEqual(finder);
  expect(corner(0, 14)).toEqual(finder);
  expect(corner(14, 14)).not.toEqual(finder);
});

test('a link to a device is a QR code of version 4, any name is some code, a novel is none', () => {
  // rackwright://compute/ and a UUID: 21 + 36 = 57 bytes; version 3-M holds 42, version 4-M 62. 17 + 4 × 4 = 33 modules.
  expect(qrDrawing('rackwright://compute/01234567-89ab-7cde-8f01-23456789abcd')?.width).toBe(2 * 33);
  expect(qrDrawing('Gerät 机器')).not.toBeNull();
  expect(qrDrawing('x'.repeat(5000))).toBeNull();
});

const DOT_PX = 3;
const QUIET_DOTS = 10;

/** A code as it is printed: black on white with the quiet zone around it. */
function printed(drawing: CodeDrawing | null) {
  if (!drawing) throw new Error('No code was drawn.');
  const [width, height] = [drawing.width, drawing.height].map((dots) => (dots + 2 * QUIET_DOTS) * DOT_PX);
  const data = new Uint8ClampedArray((width ?? 0) * (height ?? 0) * 4).fill(255);
  const blacken = (dotX: number, dotY: number) => {
    for (let pixel = 0; pixel < DOT_PX * DOT_PX; pixel += 1) {
      const x = (dotX + QUIET_DOTS) * DOT_PX + (pixel % DOT_PX);
      const y = (dotY + QUIET_DOTS) * DOT_PX + Math.floor(pixel / DOT_PX);
      data.fill(0, (y * (width ?? 0) + x) * 4, (y * (width ?? 0) + x) * 4 + 3);
    }
  };
  return { picture: { data, width: width ?? 0, height: height ?? 0 }, blacken };
}

test.each(['A', 'db-03', 'SN 4711/x', 'R102-U12-db-03', '0012345678', 'AT-000123456789', '~{|}', 'x'.repeat(40)])(
  'another program reads %j from the bar code that is printed',
  (text) => {
    const drawing = barDrawing(text);
    const { picture, blacken } = printed(drawing);
    for (const { groups } of drawing?.path.matchAll(/M(?<at>\d+) (?<top>\d+)h(?<width>\d+)V(?<bottom>\d+)/g) ?? [])
      for (let x = 0; x < Number(groups?.['width']); x += 1)
        for (let y = Number(groups?.['top']); y < Number(groups?.['bottom']); y += 1)
          blacken(Number(groups?.['at']) + x, y);
    expect(readCode(picture)).toBe(text);
  },
);

test.each(['rackwright://compute/01234567-89ab-7cde-8f01-23456789abcd', 'Gerät 机器'])(
  'another program reads %j from the QR code that is printed',
  (text) => {
    const drawing = qrDrawing(text);
    const { picture, blacken } = printed(drawing);
    const modules = (drawing?.width ?? 0) / 2;
    for (let column = 0; column < modules; column += 1)
      for (let row = 0; row < modules; row += 1)
        if (drawing && isDark(drawing, column, row))
          for (const [x, y] of [
            [0, 0],
            [1, 0],
            [0, 1],
            [1, 1],
          ] as const)
            blacken(column * 2 + x, row * 2 + y);
    expect(readCode(picture)).toBe(text);
  },
);
