import type { AttachmentType } from '../../../shared/domain/attachment.ts';
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

export interface AttachmentRow {
  readonly id: string;
  readonly journalEntryId: string;
  readonly fileName: string;
  readonly mediaType: AttachmentType;
  readonly sizeBytes: number;
}

/** The attachments of several entries, by entry and name. */
export function attachmentsOf(database: ReadDatabase, entryIds: readonly string[]): AttachmentRow[] {
  return statementOf(
    database,
    `SELECT id, journal_entry_id AS journalEntryId, file_name AS fileName, media_type AS mediaType, size_bytes AS sizeBytes
     FROM attachment WHERE journal_entry_id IN (SELECT value FROM json_each(?)) ORDER BY journal_entry_id, file_name`,
  ).all(JSON.stringify(entryIds)) as AttachmentRow[];
}
