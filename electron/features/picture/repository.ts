import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';

export interface PictureRow {
  readonly id: string;
  readonly objectId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly caption: string | null;
  readonly sizeBytes: number;
}

/** Pictures of objects, by object, kind and name. */
export function picturesOf(database: ReadDatabase, objectIds: readonly string[]): PictureRow[] {
  return statementOf(
    database,
    `SELECT id, object_id AS objectId, kind, file_name AS fileName, caption, size_bytes AS sizeBytes FROM picture
     WHERE object_id IN (SELECT value FROM json_each(?)) ORDER BY object_id, kind, file_name`,
  ).all(JSON.stringify(objectIds)) as PictureRow[];
}

/** The SHA-256 of an object's picture of a kind. */
export function hashOfKind(database: ReadDatabase, objectId: string, kind: string): string | undefined {
  const row = statementOf(database, 'SELECT sha256 FROM picture WHERE object_id = ? AND kind = ?').get(objectId, kind);
  return (row as { sha256: string } | undefined)?.sha256;
}
