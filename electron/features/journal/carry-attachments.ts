import { createHash } from 'node:crypto';
import type { ReadDatabase, WriteDatabase } from '../../db/connection.ts';
import { contentOf, keepContent } from '../content/service.ts';

/**
 * Copies the bytes of attachments and pictures into a salvaged workspace, those kept for undo included; attachments whose bytes
 * are damaged go. Answers how many.
 */
export function carryAttachments(source: ReadDatabase, target: WriteDatabase): number {
  const wanted = target
    .prepare<[], string>('SELECT sha256 FROM attachment UNION SELECT sha256 FROM picture')
    .pluck()
    .all();
  const remove = ['attachment', 'picture'].map((table) => target.prepare(`DELETE FROM ${table} WHERE sha256 = ?`));
  let lost = 0;
  for (const sha256 of new Set([...wanted, ...keptIn(source)])) {
    const bytes = soundBytes(source, sha256);
    if (bytes) keepContent(target, sha256, bytes);
    else for (const statement of remove) lost += statement.run(sha256).changes;
  }
  return lost;
}

function keptIn(source: ReadDatabase): readonly string[] {
  try {
    return source.prepare<[], string>('SELECT sha256 FROM attachment_content').pluck().all();
  } catch {
    return [];
  }
}

function soundBytes(source: ReadDatabase, sha256: string): Uint8Array | null {
  try {
    const bytes = contentOf(source, sha256);
    return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : null;
  } catch {
    return null;
  }
}
