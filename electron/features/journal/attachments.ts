import { fail } from '../../../shared/contract/failure.ts';
import { ATTACHMENT_BYTES, ATTACHMENT_TYPES, type AttachmentType } from '../../../shared/domain/attachment.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule, NounRules } from '../../session/noun-rules.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, requireRow } from '../object/service.ts';
import { base64Of, contentOf, plainName, takeIn, typeOf } from '../content/service.ts';
import { attachmentsOf } from './attachment-repository.ts';

const ATTACHMENT = definitionOf('attachment');

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
  const stored = takeIn(context.database, request.base64, {
    what: 'attachments',
    types: ATTACHMENT_TYPES,
    maximumBytes: ATTACHMENT_BYTES,
  });
  const fileName = freeName(context.database, journalEntryId, plainName(request.fileName));
  const draft = { journalEntryId, fileName, ...stored };
  return { id: createRow(context, rules, ATTACHMENT, draft).id, ...draft };
}

export function attachedFile(database: ReadDatabase, id: string) {
  const record = requireRow(database, ATTACHMENT, id);
  return {
    fileName: String(record['fileName']),
    mediaType: record['mediaType'] as AttachmentType,
    base64: base64Of(database, String(record['sha256'])),
  };
}
