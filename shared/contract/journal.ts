import { z } from 'zod';
import { ATTACHMENT_TYPES, ATTACHMENTS_AT_ONCE } from '../domain/attachment.ts';
import { JOURNAL_CATEGORIES, JOURNAL_CONTENT_LENGTH, JOURNAL_FORMATS } from '../domain/journal-entry.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

const category = z.enum(JOURNAL_CATEGORIES.map(({ value }) => value) as [(typeof JOURNAL_CATEGORIES)[number]['value']]);

const mediaType = z.enum(ATTACHMENT_TYPES.map(({ value }) => value) as [(typeof ATTACHMENT_TYPES)[number]['value']]);

const format = z.enum(JOURNAL_FORMATS.map(({ value }) => value) as ['markdown', 'plain']);

/** A file, base64, of at most 10 MB. */
const file = z.strictObject({
  fileName: z.string().trim().min(1).max(1000),
  base64: z.base64().max(13_400_000),
});

export const journalItem = z.object({
  id: z.string(),
  at: z.string(),
  category,
  content: z.string(),
  format,
  createdBy: z.string().nullable(),
  /** The change that wrote it by itself; null for an entry of a person. */
  changeGroupId: z.int().nullable(),
  correctsId: z.string().nullable(),
  /** The newest entry that corrects this one. */
  correctedById: z.string().nullable(),
  /** It was changed since it was written; its history says how. */
  edited: z.boolean(),
  objectId: z.string(),
  noun: z.string(),
  name: z.string(),
  attachments: z.array(z.object({ id: z.string(), fileName: z.string(), mediaType, sizeBytes: z.int() })),
});

export type JournalItem = z.output<typeof journalItem>;

export const journalContract = {
  /** Entries, newest first: of some things, or of all of the workspace. */
  feed: query
    .input(
      z
        .strictObject({
          /** Computes, racks, equipment or services by name or id. */
          objects: z.array(rowReference).max(1000).optional(),
          categories: z.array(category).optional(),
          /** From a moment on, with its offset from UTC (2026-01-31T09:30:00+05:30), this one included. */
          from: z.iso.datetime({ offset: true }).optional(),
          /** Up to a moment, this one not included. */
          to: z.iso.datetime({ offset: true }).optional(),
          /** Part of the content, without regard to case. */
          text: z.string().max(200).default(''),
          /** Only what changes wrote by themselves, or only what people wrote. */
          automatic: z.boolean().optional(),
          limit: z.int().min(1).max(1000).default(100),
          cursor: z.string().max(200).optional(),
        })
        .default({ text: '', limit: 100 }),
    )
    .output(z.object({ items: z.array(journalItem), cursor: z.string().nullable() })),
  /** One entry, wherever it stands. */
  entry: query.input(z.strictObject({ ref: rowReference })).output(journalItem),
  /** What a journal is about. */
  subject: query
    .input(z.strictObject({ ref: rowReference }))
    .output(z.object({ id: z.string(), noun: z.string(), name: z.string() })),
  /** Writes an entry with its photos and PDFs, all or nothing. */
  write: command
    .input(
      z.strictObject({
        /** A compute, rack, equipment or service by name or id. */
        objectId: rowReference,
        category: category.default('other'),
        content: z.string().max(JOURNAL_CONTENT_LENGTH),
        format: format.default('markdown'),
        /** When it happened; left out: now. */
        at: z.iso.datetime({ offset: true }).optional(),
        /** The entry that this one corrects. */
        correctsId: rowReference.optional(),
        files: z.array(file).max(ATTACHMENTS_AT_ONCE).default([]),
      }),
    )
    .output(writeReceipt.extend({ id: z.string() })),
  /** Stores a photo or a PDF with an entry. */
  attach: command
    .input(file.extend({ entry: rowReference }))
    .output(writeReceipt.extend({ id: z.string(), fileName: z.string(), mediaType, sizeBytes: z.int() })),
  /** The bytes of an attachment. */
  attachment: query
    .input(z.strictObject({ id: rowReference }))
    .output(z.object({ fileName: z.string(), mediaType, base64: z.string() })),
};
