import { createHash } from 'node:crypto';
import { fail } from '../../../shared/contract/failure.ts';
import type { AttachmentType } from '../../../shared/domain/attachment.ts';
import type { ReadDatabase, WriteDatabase } from '../../db/connection.ts';
import { pixelSize } from './pixels.ts';
import { contentOf, keepContent } from './repository.ts';

export { contentOf, keepContent } from './repository.ts';

/** What the first bytes say, whatever the file is called (ASVS 5.2.2). Null: none that is taken. */
export function typeOf(bytes: Uint8Array): AttachmentType | null {
  const begins = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  return text(0, 5) === '%PDF-' ? 'application/pdf' : null;
}

/** A name without a path and without characters that no file system takes. */
export function plainName(fileName: string): string {
  const last = fileName.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const plain = last.replaceAll(/[\p{C}<>:"|?*]/gu, '_').trim();
  return plain === '' || /^\.+$/.test(plain) ? 'attachment' : plain.slice(0, 255);
}

export interface Taken {
  readonly mediaType: AttachmentType;
  readonly sizeBytes: number;
  readonly sha256: string;
}

interface Limits {
  /** In the refusal: `attachments`. */
  readonly what: string;
  readonly types: readonly { readonly value: AttachmentType; readonly label: string }[];
  readonly maximumBytes: number;
}

/** Four bytes each once a picture is drawn; the finest cameras make about as many. */
const PIXELS_AT_MOST = 100_000_000;

/** What would be recorded of a file. Refuses other kinds of files than `types`, and those that are too large, as a file or drawn. */
export function examine(bytes: Uint8Array, { what, types, maximumBytes }: Limits): Taken {
  const size = (count: number) => `${(count / 1e6).toFixed(count % 1e6 === 0 ? 0 : 1)} MB`;
  if (bytes.length > maximumBytes) {
    const has = `${(bytes.length / 1e6).toFixed(1)} MB`;
    fail('E_LIMIT_MAX', `The file has ${has}; ${what} of at most ${size(maximumBytes)} are taken.`);
  }
  const mediaType = typeOf(bytes);
  if (mediaType === null || !types.some(({ value }) => value === mediaType))
    return fail('E_FORMAT', `The file is none of: ${types.map(({ label }) => label).join(', ')}.`);
  const { width, height } = pixelSize(bytes, mediaType) ?? { width: 0, height: 0 };
  if (width * height > PIXELS_AT_MOST)
    fail('E_LIMIT_MAX', `The picture has ${width} × ${height} pixels; at most 100 million are taken.`);
  return { mediaType, sizeBytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Keeps a file once under its hash, if it is within the limits. */
export function takeIn(database: WriteDatabase, base64: string, limits: Limits): Taken {
  const bytes = Buffer.from(base64, 'base64');
  const taken = examine(bytes, limits);
  keepContent(database, taken.sha256, bytes);
  return taken;
}

/** The bytes under a hash; refuses with E_NOT_FOUND where the workspace does not hold them. */
export function base64Of(database: ReadDatabase, sha256: string): string {
  const bytes = contentOf(database, sha256);
  if (!bytes) return fail('E_NOT_FOUND', 'The workspace does not hold the content of this file.');
  return Buffer.from(bytes).toString('base64');
}
