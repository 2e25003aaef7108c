import { expect, test } from 'vitest';
import { failureOf } from '../../testing/failures.ts';
import { pixelSize } from './pixels.ts';
import { examine } from './service.ts';

function png(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(33);
  bytes.write('\x89PNG\r\n\x1a\n', 'latin1');
  bytes.writeUInt32BE(13, 8);
  bytes.write('IHDR', 12, 'latin1');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** With a comment and a table before its frame. */
function jpeg(width: number, height: number): Buffer {
  const segment = (marker: number, content: Buffer) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(content.length + 2, 2);
    return Buffer.concat([head, content]);
  };
  const frame = Buffer.alloc(15);
  frame.writeUInt8(8, 0);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const parts = [segment(0xfe, Buffer.from('comment')), segment(0xc4, Buffer.alloc(20, 0xc0)), segment(0xc2, frame)];
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...parts]);
}

function webp(kind: 'VP8 ' | 'VP8L' | 'VP8X', head: readonly number[]): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.write(`WEBP${kind}`, 8, 'latin1');
  Buffer.from(head).copy(bytes, 20);
  return bytes;
}

test.each([
  ['PNG', 'image/png', png(640, 480)],
  ['JPEG', 'image/jpeg', jpeg(640, 480)],
  // 640 is 0x280, 480 is 0x1e0.
  ['lossy WebP', 'image/webp', webp('VP8 ', [0, 0, 0, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0xe0, 0x01])],
  // 14 bits of 639 and 14 bits of 479: 639 + 479 × 16,384 = 0x77c27f.
  ['lossless WebP', 'image/webp', webp('VP8L', [0x2f, 0x7f, 0xc2, 0x77, 0x00])],
  ['extended WebP', 'image/webp', webp('VP8X', [0, 0, 0, 0, 0x7f, 0x02, 0, 0xdf, 0x01, 0])],
])('the head of a %s says how large it is', (_kind, mediaType, bytes) => {
  expect(pixelSize(bytes, mediaType)).toEqual({ width: 640, height: 480 });
});

test.each(['image/png', 'image/jpeg', 'image/webp', 'application/pdf'])(
  'a head of %s that is cut off says nothing',
  (type) => {
    for (const whole of [png(1, 1), jpeg(1, 1), webp('VP8X', [])])
      for (let length = 0; length < 20; length += 1)
        expect(pixelSize(whole.subarray(0, length), type)?.width ?? 0).toBeLessThan(65_536);
    expect(pixelSize(Buffer.alloc(0), type)).toBeNull();
  },
);

const LIMITS = {
  what: 'pictures',
  types: [
    { value: 'image/png', label: 'PNG' },
    { value: 'image/jpeg', label: 'JPEG' },
  ],
  maximumBytes: 1000,
} as const;

test('a small file that would be drawn as a flood of pixels is refused', () => {
  const message = 'The picture has 30000 × 30000 pixels; at most 100 million are taken.';
  for (const bytes of [png(30_000, 30_000), jpeg(30_000, 30_000)])
    expect(failureOf(() => examine(bytes, LIMITS))).toMatchObject({ code: 'E_LIMIT_MAX', message });
  expect(examine(png(10_000, 10_000), LIMITS)).toMatchObject({ mediaType: 'image/png', sizeBytes: 33 });
});
