import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** For asserting that a file kept every byte. */
export function sha256Of(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/** Names in a folder, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder).toSorted();
}
