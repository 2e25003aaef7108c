import type { ReadDatabase, WriteDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

/** Keeps bytes under their hash; the same bytes are kept once. */
export function keepContent(database: WriteDatabase, sha256: string, bytes: Uint8Array): void {
  statementOf(database, 'INSERT OR IGNORE INTO attachment_content (sha256, bytes) VALUES (?, ?)').run(sha256, bytes);
}

export function contentOf(database: ReadDatabase, sha256: string): Uint8Array | undefined {
  const row = statementOf(database, 'SELECT bytes FROM attachment_content WHERE sha256 = ?').get(sha256) as
    | { bytes: Uint8Array }
    | undefined;
  return row?.bytes;
}
