import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { fail } from '../../shared/contract/failure.ts';
import { storageFailure } from './sqlite-failure.ts';

/** Marks a SQLite file as ours: "Rkwr" in ASCII. */
export const APPLICATION_ID = 0x52_6b_77_72;

export interface FileHeader {
  readonly userVersion: number;
  readonly writeAheadLog: boolean;
}

const HEADER_BYTES = 100;

/**
 * Reads what the first 100 bytes of a workspace say, without SQLite and so without changing a byte or leaving a -wal file.
 * Refuses with E_NOT_FOUND, E_WORKSPACE_FORMAT or E_WORKSPACE_CORRUPT (cut short).
 */
export function readFileHeader(file: string): FileHeader {
  const { header, size } = firstBytes(file);
  if (size === 0) fail('E_WORKSPACE_FORMAT', 'The file is empty; it is not a Rackwright workspace.');
  if (header.toString('latin1', 0, 15) !== 'SQLite format 3' || header.length < HEADER_BYTES)
    fail('E_WORKSPACE_FORMAT', 'The file is not a Rackwright workspace.');
  if (header.readUInt32BE(68) !== APPLICATION_ID)
    fail('E_WORKSPACE_FORMAT', 'The file is a SQLite database of another program, not a Rackwright workspace.');
  const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const writeAheadLog = header.readUInt8(18) === 2;
  const expected = header.readUInt32BE(28) * pageBytes;
  if (!writeAheadLog && size < expected)
    fail('E_WORKSPACE_CORRUPT', `The workspace file is cut short: ${size} of ${expected} bytes are there.`);
  return { userVersion: header.readUInt32BE(60), writeAheadLog };
}

function firstBytes(file: string): { header: Buffer; size: number } {
  const descriptor = openForReading(file);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) fail('E_WORKSPACE_FORMAT', 'A workspace is a file; this is a folder or a device.');
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(descriptor, header, 0, HEADER_BYTES, 0);
    return { header: header.subarray(0, read), size: stat.size };
  } finally {
    closeSync(descriptor);
  }
}

function openForReading(file: string): number {
  try {
    // O_NONBLOCK: opening a FIFO must answer at once, not wait for a writer.
    return openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    if (code === 'ENOENT') return fail('E_NOT_FOUND', 'There is no file at this place.');
    if (code === 'EACCES') return fail('E_WORKSPACE_READONLY', 'The file cannot be read: access is denied.');
    const failure = storageFailure(error);
    if (failure) throw failure;
    return fail('E_WORKSPACE_FORMAT', 'The file cannot be opened.');
  }
}
