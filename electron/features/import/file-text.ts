import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { fail } from '../../../shared/contract/failure.ts';

export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly line: number | null; readonly reason: string };

const MAXIMUM_BYTES = 10_000_000;
// A pipe put in the file's place after the walk must neither block the opening nor be read; Windows has no such flags.
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

export type FileBytes =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly line: null; readonly reason: string };

/** Reads a regular UTF-8 file of at most 10 MB; a byte order mark is dropped. */
export async function readTextFile(path: string, maximumBytes = MAXIMUM_BYTES): Promise<FileText> {
  const read = await readWholeFile(path, maximumBytes);
  return read.ok ? decodeUtf8(read.bytes) : read;
}

/** The text of a file; refuses with E_NOT_FOUND one that is gone, with E_FORMAT any other that cannot be read. */
export async function requireTextFile(path: string, maximumBytes: number): Promise<string> {
  const read = await readTextFile(path, maximumBytes);
  if (read.ok) return read.text;
  const where = read.line === null ? '' : ` Line ${read.line} is the first that is not.`;
  return fail(read.reason === GONE ? 'E_NOT_FOUND' : 'E_FORMAT', read.reason + where);
}

/** Reads a regular file of at most so many bytes. */
export async function readWholeFile(path: string, maximumBytes: number): Promise<FileBytes> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, FLAGS);
    const stats = await file.stat();
    if (!stats.isFile()) return refused('The file is no regular file.');
    if (stats.size > maximumBytes) return refused(tooLarge(stats.size, maximumBytes));
    return { ok: true, bytes: await file.readFile() };
  } catch (error) {
    return refused(whyUnreadable(error));
  } finally {
    await file?.close();
  }
}

/** Decodes UTF-8 text; refused with the line of the first byte that is none. */
export function decodeUtf8(bytes: Uint8Array): FileText {
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, line: lineOfBadByte(bytes), reason: 'The file is not UTF-8 text.' };
  }
}

/** No multi-byte character holds the byte of a line feed, so lines can be decoded one by one. */
function lineOfBadByte(bytes: Uint8Array): number | null {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let start = 0;
  for (let line = 1; start <= bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    try {
      decoder.decode(bytes.subarray(start, end < 0 ? bytes.length : end));
    } catch {
      return line;
    }
    if (end < 0) return null;
    start = end + 1;
  }
  return null;
}

const GONE = 'There is no such file or folder.';

/** A sentence for an error of the file system, without the path, which the report names beside it. */
export function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return GONE;
  if (code === 'EACCES' || code === 'EPERM') return 'The file or folder may not be read by this user.';
  if (code === 'ELOOP') return 'The link leads back to itself.';
  if (code === 'ENAMETOOLONG') return 'The path is too long.';
  return 'The file or folder could not be read.';
}

function tooLarge(bytes: number, maximumBytes: number): string {
  const megabytes = (bytes / 1e6).toFixed(1);
  return `The file has ${megabytes} MB; files of at most ${(maximumBytes / 1e6).toLocaleString('en')} MB are read.`;
}

function refused(reason: string): FileBytes {
  return { ok: false, line: null, reason };
}
