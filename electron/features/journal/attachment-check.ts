import { createHash } from 'node:crypto';
import type { Damage } from '../../../shared/contract/damage.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { because, tableDamage } from '../../db/scrub/sentences.ts';

/** Compares the bytes of each attachment and picture, those kept for undo included, with the hash they are kept under. */
export function* attachmentDamage(database: ReadDatabase): Generator<readonly Damage[]> {
  const names = database
    .prepare<[], { sha256: string; fileName: string | null }>(
      `SELECT sha256, min(file_name) AS fileName FROM (SELECT sha256, file_name FROM attachment
       UNION ALL SELECT sha256, file_name FROM picture UNION ALL SELECT sha256, NULL FROM attachment_content)
       GROUP BY sha256`,
    )
    .all();
  const content = database.prepare<[string], Buffer>('SELECT bytes FROM attachment_content WHERE sha256 = ?').pluck();
  for (const { sha256, fileName } of names) yield damageOf(fileName, sha256, () => content.get(sha256));
}

function damageOf(fileName: string | null, sha256: string, read: () => Buffer | undefined): readonly Damage[] {
  const what = fileName === null ? 'A removed attachment, kept for undo,' : `The attachment "${fileName}"`;
  try {
    const bytes = read();
    if (bytes && createHash('sha256').update(bytes).digest('hex') === sha256) return [];
    return [attachmentDamaged(`${what} is ${bytes ? 'not what was attached' : 'missing'}.`)];
  } catch (error) {
    return [attachmentDamaged(`${what} cannot be read${because(error)}.`)];
  }
}

function attachmentDamaged(message: string): Damage {
  return { ...tableDamage('file', 'attachment_content', message), part: 'row' };
}
