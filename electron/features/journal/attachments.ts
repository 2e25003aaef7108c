import { createHash } from 'node:crypto';
import { fail } from '../../../shared/contract/failure.ts';
import { ATTACHMENT_BYTES, ATTACHMENT_TYPES, type AttachmentType } from '../../../shared/domain/attachment.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule, NounRules } from '../../session/noun-rules.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, requireRow } from '../object/service.ts';
import { attachmentsOf, contentOf, keepContent } from './attachment-repository.ts';

const ATTACHMENT = definitionOf('attachment');

/** What the first bytes say, whatever the file is called (ASVS 5.2.2). Null: none that is taken. */
function typeOf(bytes: Uint8Array): AttachmentType | null {
  const begins = (...wanted: number[]) => wanted.every((byte, index) => bytes[index] === byte);
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (begins(0xff, 0xd8, 0xff)) return 'image/jpeg';
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  return text(0, 5) === '%PDF-' ? 'application/pdf' : null;
}

/** A name without a path and without characters that no file system takes. */
function plainName(fileName: string): string {
  const last = fileName.replaceAll('\\', '/').split('/').at(-1) ?? '';
  const plain = last.replaceAll(/[\p{C}<>:"|?*]/gu, '_').trim();
  return plain === '' || /^\.+$/.test(plain) ? 'attachment' : plain.slice(0, 255);
}

/** What is recorded about the bytes is what the bytes say, and an attachment without bytes is not made. */
export const attachmentRule: NounRule = {
  beforeWrite: (context, before, after) => {
    if (before) {
      for (const key of ['mediaType', 'sizeBytes', 'sha256']) after[key] = before[key];
      return;
    }
    const bytes = contentOf(context.database, String(after['sha256']));
    if (!bytes)
      fail(
        'E_NOT_FOUND',
        'The workspace does not hold a file with this SHA-256; journal.attach takes in the file itself.',
      );
    after['mediaType'] = typeOf(bytes);
    after['sizeBytes'] = bytes.length;
  },
};

/** Telephones call every photo image.jpg: the second one of an entry becomes `image (2).jpg`. */
function freeName(database: ReadDatabase, entryId: string, name: string): string {
  const taken = new Set(attachmentsOf(database, [entryId]).map(({ fileName }) => fileName.toLowerCase()));
  const [, stem = name, ending = ''] = /^(.+?)(\.[^.]{1,10})?$/s.exec(name) ?? [];
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count += 1)
    free = `${stem.slice(0, 240 - ending.length)} (${count})${ending}`;
  return free;
}

export interface AttachRequest {
  readonly entry: string;
  readonly fileName: string;
  readonly base64: string;
}

/** Stores a photo or document with an entry. Refuses other kinds of files and those over 10 MB. */
export function attach(context: WriteContext, rules: NounRules, request: AttachRequest) {
  const journalEntryId = resolveReference(context.database, 'journalEntry', request.entry, 'entry');
  const bytes = Buffer.from(request.base64, 'base64');
  if (bytes.length > ATTACHMENT_BYTES)
    fail('E_LIMIT_MAX', `The file has ${(bytes.length / 1e6).toFixed(1)} MB; attachments of at most 10 MB are taken.`);
  const allowed = ATTACHMENT_TYPES.map(({ label }) => label).join(', ');
  const mediaType = typeOf(bytes) ?? fail('E_FORMAT', `The file is none of: ${allowed}.`);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  keepContent(context.database, sha256, bytes);
  const fileName = freeName(context.database, journalEntryId, plainName(request.fileName));
  const draft = { journalEntryId, fileName, mediaType, sizeBytes: bytes.length, sha256 };
  return { id: createRow(context, rules, ATTACHMENT, draft).id, ...draft };
}

export function attachedFile(database: ReadDatabase, id: string) {
  const record = requireRow(database, ATTACHMENT, id);
  const bytes = contentOf(database, String(record['sha256']));
  if (!bytes) return fail('E_NOT_FOUND', 'The workspace does not hold the content of this attachment.');
  return {
    fileName: String(record['fileName']),
    mediaType: record['mediaType'] as AttachmentType,
    base64: Buffer.from(bytes).toString('base64'),
  };
}
