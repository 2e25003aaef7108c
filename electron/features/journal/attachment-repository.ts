import type { AttachmentType } from '../../../shared/domain/attachment.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

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
