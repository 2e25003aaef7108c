import { choice, integer, multiline, optional, reference, text, written } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

export const ATTACHMENT_TYPES = [
  { value: 'image/jpeg', label: 'JPEG photo' },
  { value: 'image/png', label: 'PNG picture' },
  { value: 'image/webp', label: 'WebP picture' },
  { value: 'application/pdf', label: 'PDF' },
] as const;

export type AttachmentType = (typeof ATTACHMENT_TYPES)[number]['value'];

/** The largest photo or document that a workspace takes in. */
export const ATTACHMENT_BYTES = 10_000_000;

/** How many files come with an entry when it is written. */
export const ATTACHMENTS_AT_ONCE = 10;

/** A photo or document of a journal entry. Its bytes lie beside the rows, once for each content, under their SHA-256. */
export const attachment = defineNoun({
  noun: 'attachment',
  label: 'Attachment',
  plural: 'Attachments',
  help: 'A photo or document of a journal entry.',
  table: 'attachment',
  naturalKey: ['journalEntryId', 'fileName'],
  fields: {
    journalEntryId: reference('journalEntry', { label: 'Journal entry', onDelete: 'owned' }),
    fileName: text({ label: 'File name', max: 255, columnWidth: 220, columnShown: true }),
    mediaType: choice(ATTACHMENT_TYPES, { label: 'Type', readOnly: true, columnWidth: 130, columnShown: true }),
    sizeBytes: integer({
      label: 'Size in bytes',
      max: ATTACHMENT_BYTES,
      readOnly: true,
      columnWidth: 110,
      columnShown: true,
    }),
    sha256: written((value) => (/^[0-9a-f]{64}$/.test(value) ? value : null), {
      label: 'SHA-256',
      form: '64 hexadecimal digits',
      max: 64,
      readOnly: true,
    }),
    caption: optional(multiline({ label: 'Caption', max: 1000, columnWidth: 260, columnShown: true })),
  },
});

export type Attachment = RowOf<typeof attachment>;
