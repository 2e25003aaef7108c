/** How large a picture is once it is drawn, whatever its file has; null where its head does not say. */
export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** PNG: the header chunk comes first. */
function pngSize(bytes: Uint8Array): PixelSize | null {
  return bytes.length < 24 ? null : { width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
}

/** Frames begin with the markers C0 to CF but for the tables C4, C8 and CC. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}

/** JPEG: segments of a marker and a length, up to the one that begins the frame. */
function jpegSize(bytes: Uint8Array): PixelSize | null {
  const read = view(bytes);
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker)) return { height: read.getUint16(at + 5), width: read.getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + read.getUint16(at + 2);
  }
  return null;
}

/** WebP: lossy, lossless and extended files each have a head of their own. */
function webpSize(bytes: Uint8Array): PixelSize | null {
  if (bytes.length < 30) return null;
  const read = view(bytes);
  const kind = String.fromCharCode(...bytes.subarray(12, 16));
  if (kind === 'VP8 ') return { width: read.getUint16(26, true) & 0x3fff, height: read.getUint16(28, true) & 0x3fff };
  if (kind === 'VP8L') {
    const bits = read.getUint32(21, true);
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (kind !== 'VP8X') return null;
  const threeBytes = (at: number) => read.getUint16(at, true) + (read.getUint8(at + 2) << 16);
  return { width: threeBytes(24) + 1, height: threeBytes(27) + 1 };
}

/** The size of a picture by its head. */
export function pixelSize(bytes: Uint8Array, mediaType: string): PixelSize | null {
  if (mediaType === 'image/png') return pngSize(bytes);
  if (mediaType === 'image/jpeg') return jpegSize(bytes);
  return mediaType === 'image/webp' ? webpSize(bytes) : null;
}
