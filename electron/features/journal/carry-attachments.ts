import { createHash } from 'node:crypto';
import type { ReadDatabase, WriteDatabase } from '../../db/connection.ts';
import { contentOf, keepContent } from './attachment-repository.ts';

/** Copies the bytes of attachments into a salvaged workspace; an attachment whose bytes are damaged goes. Answers how many. */
export function carryAttachments(source: ReadDatabase, target: WriteDatabase): number {
  const wanted = target.prepare<[], string>('SELECT DISTINCT sha256 FROM attachment').pluck().all();
  const remove = target.prepare('DELETE FROM attachment WHERE sha256 = ?');
  let lost = 0;
  for (const sha256 of wanted) {
    const bytes = soundBytes(source, sha256);
    if (bytes) keepContent(target, sha256, bytes);
    else lost += remove.run(sha256).changes;
  }
  return lost;
}

function soundBytes(source: ReadDatabase, sha256: string): Uint8Array | null {
  try {
    const bytes = contentOf(source, sha256);
    return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
  } catch {
    return null;
  }
}
